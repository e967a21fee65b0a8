import { describe, expect, test } from '@jest/globals';

import { errorOf } from '../setup.js';
import { createPopulated } from './create-populated.js';
import { populatedInput } from './populated.js';
import { type Facts, facts, idsOf } from './sample.js';

const find = (http: RegExp): Facts | undefined => facts.find((fact) => http.test(fact.http));

const escape = (route: string): string => route.replace(/[{}]/g, '\\$&');

/** What can be made: with it how to list, read and remove it, as far as there are such operations. */
const families = facts
  .filter(({ http }) => http.startsWith('POST'))
  .flatMap((make) => {
    const [, route = ''] = make.http.split(' ');
    const list = find(new RegExp(`^GET ${escape(route)}$`));
    const read = find(new RegExp(`^GET ${escape(route)}/\\{\\w+\\}$`));
    const remove = find(new RegExp(`^DELETE ${escape(route)}/\\{\\w+\\}$`));
    return list && read && remove ? [{ make, list, read, remove }] : [];
  });

/** The one thing in a result, and the id it has. */
const thingIn = (data: Record<string, unknown>): { readonly id: string } =>
  Object.values(data).find((value) => typeof value === 'object' && value !== null && 'id' in value) as { id: string };

test.each(families)('$make.lua makes what is then listed, read and removed', async ({ make, list, read, remove }) => {
  const { call } = createPopulated();
  const made = thingIn(await call(make.lua, populatedInput(make)));
  const names = (await call(list.lua, queryFor(list))) as Record<string, { id: string }[]>;
  const items = Object.values(names).find((value) => Array.isArray(value)) ?? [];
  expect(items.map(({ id }) => id)).toContain(made.id);
  const own = { ...only(read, populatedInput(read)), [idsOf(read).at(-1) as string]: made.id };
  expect(thingIn(await call(read.lua, own)).id).toBe(made.id);
  await call(remove.lua, own);
  expect(await errorOf(call(read.lua, own))).toMatchObject({ status: 404 });
  expect(await errorOf(call(remove.lua, own))).toMatchObject({ status: 404 });
});

const only = (fact: Facts, input: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(idsOf(fact).map((id) => [id, input[id]]));

/** The ids of a path, and what else a list has to be told. */
const queryFor = (fact: Facts): Record<string, unknown> => {
  const needed = Object.keys(fact.query ?? {}).filter((name) => !name.endsWith('?'));
  const input = populatedInput(fact);
  return { ...only(fact, input), ...Object.fromEntries(needed.map((name) => [name, input[name]])) };
};

test('Families of operations are not few', () => {
  expect(families.length).toBeGreaterThanOrEqual(12);
});

describe('What goes, takes with it what cannot be without it:', () => {
  test('a source its destinations, connections, transformations and models', async () => {
    const { api } = createPopulated();
    await api.deleteSource({ sourceId: 'abc123' });
    expect((await api.listDestinations.all()).map(({ id }) => id)).toEqual(['dest2']);
    expect(await api.listConnectedSourcesFromWarehouse.all({ warehouseId: 'wh1' })).toEqual([]);
    expect(await api.listSourcesFromTrackingPlan.all({ trackingPlanId: 'tp1' })).toEqual([]);
    expect(await api.listTransformations.all()).toEqual([]);
    expect(await api.listReverseEtlModels.all()).toEqual([]);
    expect(await api.listInsertFunctionInstances.all({ functionId: 'ins1' })).toEqual([]);
    expect(await errorOf(api.listSubscriptionsFromDestination({ destinationId: 'dest1' }))).toMatchObject({
      status: 404,
    });
  });

  test('a plan, a warehouse, a function, a destination of an audience, a user', async () => {
    const { api } = createPopulated();
    await api.deleteTrackingPlan({ trackingPlanId: 'tp1' });
    expect((await api.getSource({ sourceId: 'abc123' })).trackingPlanId).toBeNull();
    await api.deleteWarehouse({ warehouseId: 'wh1' });
    expect(await api.listConnectedWarehousesFromSource.all({ sourceId: 'abc123' })).toEqual([]);
    await api.deleteFunction({ functionId: 'ins1' });
    expect(await api.listInsertFunctionInstances.all({ functionId: 'ins1' })).toEqual([]);
    const audience = { spaceId: 'space1', audienceId: 'aud1' };
    await api.deleteDestination({ destinationId: 'dest2' });
    expect(await api.listDestinationsFromAudience.all(audience)).toEqual([]);
    expect(await api.listActivationsFromAudience.all(audience)).toEqual([]);
    await api.addUsersToUserGroup({ userGroupId: 'group1', emails: ['jane@example.com'] });
    await api.deleteUsers({ userIds: ['user1'] });
    expect((await api.getUserGroup({ userGroupId: 'group1' })).userGroup.memberCount).toBe(0);
    expect(await api.listInvitesFromUserGroup.all({ userGroupId: 'group1' })).toEqual([]);
  });
});

test('A new source is loaded into all warehouses, a new warehouse from all sources, unless told otherwise', async () => {
  const { api } = createPopulated();
  const make = async (slug: string, more: { disconnectAllWarehouses?: boolean } = {}) => {
    const { source } = await api.createSource({ slug, enabled: true, metadataId: 'iUM16Md8P2', ...more });
    return (await api.listConnectedWarehousesFromSource.all({ sourceId: source.id })).length;
  };
  expect([await make('a'), await make('b', { disconnectAllWarehouses: true })]).toEqual([1, 0]);
  const load = async (disconnectAllSources: boolean) => {
    const { warehouse } = await api.createWarehouse({ metadataId: 'm', settings: {}, disconnectAllSources });
    return (await api.listConnectedSourcesFromWarehouse.all({ warehouseId: warehouse.id })).length;
  };
  expect([await load(false), await load(true)]).toEqual([5, 0]);
});

test('Names are kept unique by changes, too, and in each space by itself', async () => {
  const { api } = createPopulated({ '/spaces': [{ id: 'space1' }, { id: 'space2' }] });
  expect(await errorOf(api.updateSource({ sourceId: 'abc123', slug: 'staging' }))).toMatchObject({
    status: 409,
    field: 'slug',
  });
  expect((await api.updateSource({ sourceId: 'abc123', slug: 'default' })).source.slug).toBe('default');
  const audience = { name: 'Buyers', definition: { query: 'q' }, audienceType: 'USERS' } as const;
  expect(await errorOf(api.createAudience({ spaceId: 'space1', ...audience }))).toMatchObject({ status: 409 });
  expect((await api.createAudience({ spaceId: 'space2', ...audience })).audience.key).toBe('buyers');
});

test('What a body refers to has to be there', async () => {
  const { api } = createPopulated();
  const calls = [
    api.createDestination({ sourceId: 'none', metadataId: 'm', settings: {} }),
    api.createReverseEtlManualSync({ sourceId: 'abc123', modelId: 'model1', subscriptionId: 'none' }),
    api.createInvites({ invites: [{ email: 'a@b.c', permissions: [{ roleId: 'none' }] }] }),
    api.updateSchemaSettingsInSource({ sourceId: 'abc123', forwardingViolationsTo: 'none' }),
  ];
  for (const call of calls) expect(await errorOf(call)).toMatchObject({ status: 404 });
  // What settings hold is their own affair.
  await api.createDestination({ sourceId: 'abc123', metadataId: 'm', settings: { sourceId: 'none' } });
});

test('Lists are selected, searched and ordered', async () => {
  const traits = ['b', 'c', 'a'].map((trait, at) => ({
    trait,
    lastSeenAt: `2026-01-0${String(at + 1)}`,
    samples: [1, 2],
  }));
  const audience = (name: string, query: string) => ({
    id: name,
    name,
    key: name.toLowerCase(),
    definition: { query },
  });
  const audits = [1, 2, 3].map((day) => ({
    id: `e${String(day)}`,
    timestamp: `2026-01-0${String(day)}T00:00:00Z`,
    resourceType: day === 2 ? 'SOURCE' : 'USER',
  }));
  const { api } = createPopulated({
    '/spaces/space1/traits': traits,
    '/spaces/space1/audiences': [audience('Big', 'x'), audience('Small', 'y')],
    '/audit-events': audits,
    '/regulations': ['DELETE_ONLY', 'SUPPRESS_ONLY'].map((regulationType) => ({ id: regulationType, regulationType })),
  });
  const space = { spaceId: 'space1' };
  const names = async (given: object) => (await api.listTraits.all({ ...space, ...given })).map(({ trait }) => trait);
  expect(await names({ sortBy: 'trait' })).toEqual(['a', 'b', 'c']);
  expect(await names({ sortBy: 'lastSeenAt', sortDir: 'desc' })).toEqual(['a', 'c', 'b']);
  expect(await names({ search: 'B' })).toEqual(['b']);
  const [plain, sampled] = await Promise.all([
    api.listTraits({ ...space }),
    api.listTraits({ ...space, includeSampleValues: true, samplesCount: 1 }),
  ]);
  expect([plain.traits[0]?.samples, sampled.traits[0]?.samples]).toEqual([undefined, [1]]);
  const search = async (type: 'NAME' | 'KEY' | 'DEFINITION', query: string) =>
    (await api.listAudiences.all({ ...space, search: { type, query } })).map(({ id }) => id);
  expect([await search('NAME', 'big'), await search('DEFINITION', 'y'), await search('KEY', 'z')]).toEqual([
    ['Big'],
    ['Small'],
    [],
  ]);
  const events = async (given: object) => (await api.listAuditEvents.all(given)).map(({ id }) => id);
  expect(await events({ resourceType: 'SOURCE' })).toEqual(['e2']);
  expect(await events({ startTime: '2026-01-02T00:00:00Z', endTime: '2026-01-03T00:00:00Z' })).toEqual(['e2']);
  expect(await api.listWorkspaceRegulations.all({ regulationTypes: ['SUPPRESS_ONLY'] })).toMatchObject([
    { id: 'SUPPRESS_ONLY' },
  ]);
});

test('Code has versions; schedules, tables that are loaded and plugins are kept', async () => {
  const { api } = createPopulated();
  const { function: made } = await api.createFunction({ code: 'one', displayName: 'F', resourceType: 'SOURCE' });
  const functionId = made.id as string;
  await api.updateFunction({ functionId, code: 'two' });
  await api.createFunctionDeployment({ functionId });
  const versions = await api.listFunctionVersions.all({ functionId });
  expect(versions.map(({ code, isDeployed }) => [code, isDeployed])).toEqual([
    ['one', false],
    ['two', true],
  ]);
  await api.restoreFunctionVersion({ functionId, versionId: versions[0]?.id as string });
  expect((await api.getFunction({ functionId })).function).toMatchObject({ code: 'one' });

  const schedule = { times: [{ hourOfDay: 3, enabled: true }], timezone: 'UTC' };
  await api.replaceAdvancedSyncSchedule({ warehouseId: 'wh1', enabled: true, schedule });
  expect(await api.getAdvancedSyncSchedule({ warehouseId: 'wh1' })).toEqual({ enabled: true, schedule });
  const off = { sourceId: 'abc123', collection: 'users', enabled: false };
  const change = () => api.updateSelectiveSyncForWarehouse({ warehouseId: 'wh1', syncOverrides: [off] });
  expect([(await change()).status, (await change()).status]).toEqual(['UPDATED', 'UNCHANGED']);
  expect(await api.listSelectiveSyncsFromSource.all({ warehouseId: 'wh1', sourceId: 'abc123' })).toMatchObject([off]);

  const source = { sourceId: 'def456' };
  expect(await errorOf(api.getLatestFromLivePlugins(source))).toMatchObject({ status: 404 });
  await api.createLivePlugin({ ...source, code: 'plugin' });
  expect((await api.getLatestFromLivePlugins(source)).livePlugin).toMatchObject({ version: 1, code: 'plugin' });
  await api.deleteLivePluginCode(source);
  expect((await api.getLatestFromLivePlugins(source)).livePlugin.code).toBeNull();
});

test('An audience is sent where it is connected to', async () => {
  const { api } = createPopulated();
  const audience = { spaceId: 'space1', audienceId: 'aud1' };
  const destination = { id: 'dest1', type: 'INTEGRATION' };
  const { connection } = await api.addDestinationToAudience({ ...audience, destination, connectionSettings: { a: 1 } });
  expect(await errorOf(api.addDestinationToAudience({ ...audience, destination }))).toMatchObject({ status: 409 });
  const { activation } = await api.addActivationToAudience({
    ...audience,
    connectionId: connection.id,
    performResync: false,
    activationType: 'LIST',
    activationName: 'Mine',
  });
  expect(activation).toMatchObject({ audienceId: 'aud1', connectionId: connection.id, activationName: 'Mine' });
  expect((await api.listActivationsFromAudience.all(audience)).map(({ id }) => id)).toContain(activation.id);
  await api.removeDestinationFromAudience({ ...audience, destinationId: 'dest1' });
  expect((await api.listActivationsFromAudience.all(audience)).map(({ id }) => id)).toEqual(['act1']);
  const { audiences } = await api.listAudiences({ spaceId: 'space1', include: 'schedules' });
  expect(audiences[0]?.schedules).toMatchObject([{ id: 'sched1' }]);
});

test('Work that is asked for belongs where it was begun, ends, and may be stopped', async () => {
  const { api } = createPopulated({
    '/reverse-etl-models': [
      { id: 'model1', sourceId: 'abc123' },
      { id: 'model2', sourceId: 'abc123' },
    ],
  });
  const given = { sourceId: 'abc123', modelId: 'model1', subscriptionId: 'sub1' };
  const { syncId } = (await api.createReverseEtlManualSync(given)).reverseETLManualSync;
  const ask = async (modelId = 'model1') =>
    (await api.getReverseEtlSyncStatus({ modelId, syncId })).reverseETLSyncStatus.syncStatus;
  expect([await ask(), await ask()]).toEqual(['RUNNING', 'SUCCESS']);
  expect(await errorOf(ask('model2'))).toMatchObject({ status: 404 });
  await api.cancelReverseEtlSyncForModel({ modelId: 'model1', syncId });
  expect([await ask(), await ask()]).toEqual(['CANCELLED', 'CANCELLED']);
  const about = { subjectType: 'USER_ID', subjectIds: ['u', 'v'] } as const;
  await api.createWorkspaceRegulation({ regulationType: 'SUPPRESS_ONLY', ...about });
  await api.createWorkspaceRegulation({ regulationType: 'UNSUPPRESS', subjectType: 'USER_ID', subjectIds: ['u'] });
  expect(await api.listSuppressions.all()).toEqual([{ subjectType: 'USER_ID', subjectIds: ['v'] }]);
});
