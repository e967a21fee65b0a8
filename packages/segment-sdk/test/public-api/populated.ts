import { type Facts, idsOf, sampleFields } from './sample.js';

const CREATED = { createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-01-01T00:00:00.000Z' };

/** What the standard workspace lacks: with it, there is something for every parameter of a path. */
export const populatedResources = {
  '/functions': [
    { id: 'fn1', displayName: 'Enrich', resourceType: 'DESTINATION', code: 'a', ...CREATED },
    { id: 'ins1', displayName: 'Insert', resourceType: 'INSERT_DESTINATION', code: 'b', ...CREATED },
  ],
  '/functions/fn1/versions': [{ id: 'v1', code: 'first', ...CREATED }],
  '/insert-function-instances': [
    { id: 'inst1', name: 'I', functionId: 'ins1', classId: 'ins1', integrationId: 'dest1', enabled: true, ...CREATED },
  ],
  '/spaces/space1/computed-traits': [{ id: 'trait1', name: 'Total', key: 'total', spaceId: 'space1', ...CREATED }],
  '/spaces/space1/audiences/aud1/schedules': [{ id: 'sched1', strategy: 'PERIODIC', config: null, ...CREATED }],
  '/spaces/space1/audiences/aud1/destination-connections': [{ id: 'conn1', destinationId: 'dest2' }],
  '/spaces/space1/audiences/aud1/activations': [{ id: 'act1', connectionId: 'conn1', activationName: 'A' }],
  '/spaces/space1/audiences/previews': [{ id: 'prev1', audienceType: 'USERS' }],
  '/spaces/space1/profiles-warehouses': [{ id: 'pw1', spaceId: 'space1', enabled: true }],
  '/credentials': [{ id: 'cred1', name: 'C', settings: {} }],
  '/destinations/dest1/filters': [{ id: 'filter1', title: 'F', if: 'all', actions: [] }],
  '/filters': [{ id: 'sf1', integrationId: 'i', name: 'f' }],
  '/reverse-etl-models': [{ id: 'model1', name: 'M', sourceId: 'abc123' }],
  '/reverse-etl-models/model1/syncs': [{ id: 'sync1', sourceId: 'abc123', modelId: 'model1', subscriptionId: 'sub1' }],
  '/regulations': [{ id: 'reg1', regulationType: 'DELETE_ONLY', subjectType: 'USER_ID', subjects: ['u'], ...CREATED }],
  '/sources/abc123/live-plugins': [{ id: 'plugin1', sourceId: 'abc123', version: 1, code: 'c' }],
  '/warehouses/wh1/connected-sources': [{ id: 'abc123' }],
  '/tracking-plans/tp1/sources': [{ id: 'abc123' }],
  '/transformations': [{ id: 'tr1', name: 'T', sourceId: 'abc123', enabled: true, if: 'all' }],
};

/** A thing of the populated workspace for each parameter. */
const THINGS: Readonly<Record<string, string>> = {
  sourceId: 'abc123',
  destinationId: 'dest1',
  connectionId: 'conn1',
  syncId: 'sync1',
  regulateId: 'reg1',
  destinationMetadataId: '614a3c7d791c91c41bae7599',
  sourceMetadataId: 'iUM16Md8P2',
  warehouseMetadataId: '55d3d3aea3c',
  writeKey: 'simulator-default',
  forwardingViolationsTo: 'def456',
  forwardingBlockedEventsTo: 'def456',
  reverseETLModelId: 'model1',
  warehouseId: 'wh1',
  trackingPlanId: 'tp1',
  spaceId: 'space1',
  audienceId: 'aud1',
  scheduleId: 'sched1',
  functionId: 'fn1',
  versionId: 'v1',
  instanceId: 'inst1',
  integrationId: 'dest1',
  userGroupId: 'group1',
  userId: 'user1',
  credentialId: 'cred1',
  filterId: 'filter1',
  modelId: 'model1',
  subscriptionId: 'sub1',
  transformationId: 'tr1',
  roleId: 'role1',
  key: 'environment',
  value: 'staging',
};

/** What `{id}` stands for, by what comes before it in the path. */
const IDS: Readonly<Record<string, string>> = {
  activations: 'act1',
  audiences: 'aud1',
  previews: 'prev1',
  'computed-traits': 'trait1',
  subscriptions: 'sub1',
  filters: 'sf1',
};

const thingFor = (fact: Facts, id: string): string => {
  const [, before = ''] = new RegExp(`([^/]+)/\\{${id}\\}`).exec(fact.http) ?? [];
  if (before === 'profiles-warehouses') return 'pw1';
  if (before === 'destination-connections' && id === 'destinationId') return 'dest2';
  return (id === 'id' ? IDS[before] : THINGS[id]) ?? id;
};

/** An input of an operation about things of the populated workspace. */
export const populatedInput = (fact: Facts): Record<string, unknown> => {
  const ids = Object.fromEntries(idsOf(fact).map((id) => [id, thingFor(fact, id)]));
  const query = Object.entries(fact.query ?? {}).filter(([field]) => !/pagination|cursor|^trigger/i.test(field));
  const fields = { ...sampleFields(Object.fromEntries(query)), ...sampleFields(fact.body) };
  return { ...ids, ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, refer(name, value)])) };
};

/** References to things in place of samples. */
const refer = (name: string, value: unknown): unknown => {
  if (name === 'userIds') return ['user1'];
  if (name === 'destination') return { id: 'dest1', type: 'INTEGRATION' };
  if (name === 'label' && typeof value === 'object') return { key: 'team', value: 'web' };
  if (name in THINGS && typeof value === 'string') return THINGS[name];
  if (Array.isArray(value)) return value.map((item: unknown) => refer('', item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, refer(key, item)]));
};
