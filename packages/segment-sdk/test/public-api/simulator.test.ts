import { describe, expect, test } from '@jest/globals';

import { createPublicApi } from '../../src/public-api.js';
import { createSimulator, SIMULATOR_API_TOKEN, type SimulatorOptions } from '../../src/simulator.js';
import { errorOf } from '../setup.js';

const simulated = (options: SimulatorOptions = {}) => {
  const simulator = createSimulator(options);
  const api = createPublicApi({ apiToken: SIMULATOR_API_TOKEN, transport: simulator.transport, maxRetries: 0 });
  return { simulator, api };
};

describe('A thing of the simulated workspace', () => {
  test('is made, read, listed, changed and removed', async () => {
    const { api } = simulated();
    const made = await api.createWarehouse({ metadataId: 'm', name: 'A', settings: { k: 1 } });
    const { id } = made.warehouse;
    expect(made.warehouse).toMatchObject({ settings: { k: 1 }, metadata: { id: 'm' } });
    await api.updateWarehouse({ warehouseId: id, enabled: false, settings: {} });
    expect((await api.getWarehouse({ warehouseId: id })).warehouse.enabled).toBe(false);
    expect((await api.listWarehouses.all()).map((one) => one.id)).toContain(id);
    await api.addConnectionFromSourceToWarehouse({ warehouseId: id, sourceId: 'abc123' });
    const connected = await api.listConnectedWarehousesFromSource.all({ sourceId: 'abc123' });
    expect(connected.map((one) => one.id)).toContain(id);
    expect(await api.deleteWarehouse({ warehouseId: id })).toEqual({ status: 'SUCCESS' });
    expect(await errorOf(api.getWarehouse({ warehouseId: id }))).toMatchObject({ status: 404, code: 'not_found' });
    expect(await errorOf(api.deleteWarehouse({ warehouseId: id }))).toMatchObject({ status: 404 });
  });

  test('is made where it belongs, and only there', async () => {
    const { api } = simulated();
    const error = await errorOf(
      api.createComputedTrait({ spaceId: 'none', name: 'n', definition: { type: 'USERS', query: 'q' } }),
    );
    expect(error.message).toContain('There is no space none');
  });

  test('answers 201 where Segment does', async () => {
    const { simulator, api } = simulated();
    await api.createSource({ slug: 'new', enabled: true, metadataId: 'm' });
    await api.createTrackingPlan({ name: 'p', type: 'LIVE' });
    expect(simulator.requests.map(({ status }) => status)).toEqual([201, 200]);
    expect(simulator.workspace.sources.map(({ slug }) => slug)).toContain('new');
  });

  test('comes from the workspace that was given, and no two simulators share it', async () => {
    const resources = { '/tracking-plans': [{ id: 'mine', name: 'Mine', type: 'LIVE' }] };
    const [one, other] = [simulated({ workspace: { resources } }), simulated({ workspace: { resources } })];
    await one.api.deleteTrackingPlan({ trackingPlanId: 'mine' });
    await one.api.deleteSource({ sourceId: 'abc123' });
    expect(await one.api.listTrackingPlans.all()).toEqual([]);
    expect((await other.api.listTrackingPlans.all()).map(({ id }) => id)).toEqual(['mine']);
    expect(await other.api.listSources.all()).toHaveLength(3);
  });
});

test('Lists are read page by page, also the one with numbers as cursors', async () => {
  const filters = Array.from({ length: 25 }, (_, index) => ({ id: `f${index}`, integrationId: 'i' }));
  const plans = Array.from({ length: 1_001 }, (_, index) => ({ id: `p${index}`, type: 'LIVE' }));
  const { api, simulator } = simulated({ workspace: { resources: { '/filters': filters, '/tracking-plans': plans } } });
  expect(await api.listFiltersForSpace.all({ integrationId: 'i' })).toHaveLength(25);
  expect(await api.listTrackingPlans.all()).toHaveLength(1_001);
  expect(simulator.requests).toHaveLength(5);
});

test('Labels, write keys, rules, groups and connections are kept', async () => {
  const { api } = simulated();
  await api.addLabelsToSource({ sourceId: 'abc123', labels: [{ key: 'team', value: 'web' }] });
  await api.createWriteKeyForSource({ sourceId: 'abc123' });
  const { source } = await api.getSource({ sourceId: 'abc123' });
  expect(source.labels.map(({ value }) => value)).toEqual(['default', 'web']);
  expect(source.writeKeys).toHaveLength(2);
  await api.removeWriteKeyFromSource({ sourceId: 'abc123', writeKey: source.writeKeys[1] as string });
  expect(await errorOf(api.removeWriteKeyFromSource({ sourceId: 'abc123', writeKey: 'none' }))).toMatchObject({
    status: 404,
  });
  expect(await errorOf(api.createLabel({ label: { key: 'environment', value: 'staging' } }))).toMatchObject({
    status: 409,
  });

  await api.addSourceToTrackingPlan({ trackingPlanId: 'tp1', sourceId: 'abc123' });
  expect((await api.getSource({ sourceId: 'abc123' })).trackingPlanId).toBe('tp1');
  const rule = { type: 'TRACK', key: 'Signed Up', version: 1, jsonSchema: {} } as const;
  await api.updateRulesInTrackingPlan({ trackingPlanId: 'tp1', rules: [rule] });
  await api.removeRulesFromTrackingPlan({
    trackingPlanId: 'tp1',
    rules: [{ type: 'TRACK', key: 'Order Completed', version: 1 }],
  });
  expect((await api.listRulesFromTrackingPlan.all({ trackingPlanId: 'tp1' })).map(({ key }) => key)).toEqual([
    'Signed Up',
  ]);
  const many = Array.from({ length: 201 }, () => rule);
  expect(await errorOf(api.replaceRulesInTrackingPlan({ trackingPlanId: 'tp1', rules: many }))).toMatchObject({
    status: 422,
    field: 'rules',
  });

  await api.addUsersToUserGroup({ userGroupId: 'group1', emails: ['jane@example.com', 'new@example.com'] });
  expect(await api.listInvitesFromUserGroup.all({ userGroupId: 'group1' })).toEqual(['new@example.com']);
  await api.addConnectionFromSourceToWarehouse({ warehouseId: 'wh1', sourceId: 'abc123' });
  expect(await api.listConnectedSourcesFromWarehouse.all({ warehouseId: 'wh1' })).toHaveLength(1);
});

test('What takes its time is done when it is asked for again', async () => {
  const { api } = simulated();
  const { regulateId } = await api.createWorkspaceRegulation({
    regulationType: 'SUPPRESS_ONLY',
    subjectType: 'USER_ID',
    subjectIds: ['u'],
  });
  const ask = async () => (await api.getRegulation({ regulateId })).regulation.overallStatus;
  expect([await ask(), await ask(), await ask(), await ask()]).toEqual([
    'INITIALIZED',
    'RUNNING',
    'FINISHED',
    'FINISHED',
  ]);
  expect(await api.listSuppressions.all()).toHaveLength(1);
});

test('An operation with a limit of its own is limited, and others are not', async () => {
  const { api, simulator } = simulated();
  for (let n = 0; n < 2; n += 1) await api.listSyncsFromWarehouse({ warehouseId: 'wh1' });
  const stop = AbortSignal.timeout(50);
  await errorOf(api.listSyncsFromWarehouse({ warehouseId: 'wh1' }, { signal: stop }));
  expect(simulator.requests.slice(0, 3).map(({ status }) => status)).toEqual([200, 200, 429]);
  await api.getWarehouse({ warehouseId: 'wh1' });
});

test('A request that the table does not allow is refused with the field', async () => {
  const { simulator } = simulated();
  const ending = await simulator.handle({
    method: 'POST',
    path: '/tracking-plans',
    headers: { authorization: `Bearer ${SIMULATOR_API_TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'n', type: 'LIVE', nmae: 1 }),
  });
  expect(ending).toMatchObject({ status: 422 });
  expect(JSON.parse((ending as { body: string }).body)).toMatchObject({ errors: [{ field: 'nmae' }] });
});

test('Paths with words where others have ids are no things: regulations of sources, previews, validation', async () => {
  const { api } = simulated();
  const subjects = { regulationType: 'SUPPRESS_ONLY', subjectType: 'USER_ID', subjectIds: ['u'] } as const;
  await api.createSourceRegulation({ sourceId: 'abc123', ...subjects });
  await api.createCloudSourceRegulation({
    sourceId: 'abc123',
    ...subjects,
    subjectType: 'OBJECT_ID',
    collection: 'users',
  });
  expect((await api.listRegulationsFromSource({ sourceId: 'abc123' })).regulations).toHaveLength(2);
  expect(await errorOf(api.listRegulationsFromSource({ sourceId: 'none' }))).toMatchObject({ status: 404 });
  const definition = { query: "event('A').count() >= 1" };
  const { audiencePreview } = await api.createAudiencePreview({ spaceId: 'space1', definition, audienceType: 'USERS' });
  const ask = () => api.getAudiencePreview({ spaceId: 'space1', id: audiencePreview.id });
  expect([(await ask()).audiencePreview.status, (await ask()).audiencePreview.status]).toEqual([
    'RUNNING',
    'COMPLETED',
  ]);
  const validate = (metadataId: string) => api.createValidationInWarehouse({ metadataId, settings: {} });
  expect((await validate('55d3d3aea3c')).status).toBe('CONNECTED');
  expect((await validate('none')).status).toBe('FAILED');
});

test('What belongs to a connection is there when both are connected', async () => {
  const { api } = simulated();
  const list = () => api.listSyncsFromWarehouseAndSource({ warehouseId: 'wh1', sourceId: 'abc123' });
  expect(await errorOf(list())).toMatchObject({ status: 404 });
  await api.addConnectionFromSourceToWarehouse({ warehouseId: 'wh1', sourceId: 'abc123' });
  expect((await list()).reports).toEqual([]);
});
