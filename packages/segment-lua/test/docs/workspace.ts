const CREATED = { createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-01-01T00:00:00.000Z' };
const POSTGRES = { id: '55d3d3aea3c', name: 'Postgres', slug: 'postgres' };

/** What the examples of the whole Public API speak of, beside what every simulated workspace holds. */
export const exampleResources: Readonly<Record<string, readonly object[]>> = {
  '/credentials': [{ id: 'cred1', name: 'Warehouse login', settings: {} }],
  '/destinations/dest1/filters': [
    {
      id: 'filter1',
      title: 'No test orders',
      sourceId: 'abc123',
      destinationId: 'dest1',
      if: 'type = "track"',
      actions: [{ type: 'DROP' }],
      enabled: true,
      ...CREATED,
    },
  ],
  '/functions/fn1/versions': [{ id: 'version1', author: 'ada@example.com', code: '// v1', ...CREATED }],
  '/insert-function-instances': [
    { id: 'instance1', name: 'Enrich orders', classId: 'fn1', integrationId: 'dest1', enabled: true, settings: {} },
  ],
  '/groups': [{ id: 'group1', name: 'Analysts', memberCount: 1, members: ['jane@example.com'] }],
  '/invites': [{ email: 'ada@example.com' }],
  '/regulations': [
    {
      id: 'reg1',
      status: 'FINISHED',
      overallStatus: 'FINISHED',
      source: 'abc123',
      subjectType: 'USER_ID',
      subjects: ['user-42'],
      streamStatus: [],
      ...CREATED,
    },
  ],
  '/suppressions': [{ subjectType: 'USER_ID', subjectIds: ['user-42'] }],
  '/reverse-etl-models': [
    {
      id: 'model1',
      name: 'Customers',
      sourceId: 'abc123',
      enabled: true,
      query: 'SELECT 1',
      queryIdentifierColumn: 'id',
    },
  ],
  '/~loaded': [{ id: 'loaded1', sourceId: 'abc123', warehouseId: 'wh1' }],
  '/~planned': [{ id: 'planned1', sourceId: 'abc123', trackingPlanId: 'tp1' }],
  '/filters': [{ id: 'spacefilter1', name: 'No bots', integrationId: 'space1', if: 'true', drop: true, enabled: true }],
  '/spaces/space1/computed-traits': [
    { id: 'trait1', name: 'Orders', enabled: true, definition: { type: 'USERS', query: 'true' }, ...CREATED },
  ],
  '/spaces/space1/audiences/aud1/activations': [{ id: 'activation1', activationName: 'Buyers', enabled: true }],
  '/spaces/space1/audiences/aud1/schedules': [
    { id: 'schedule1', strategy: 'PERIODIC', config: { interval: '12h' }, nextExecution: '2026-01-02T00:00:00Z' },
  ],
  '/spaces/space1/audiences/aud1/destination-connections': [{ id: 'conn1', destinationId: 'dest1' }],
  '/spaces/space1/audiences/previews': [
    { id: 'preview1', audienceType: 'USERS', definition: { query: 'true' }, options: {}, status: 'RUNNING' },
  ],
  '/reverse-etl-models/model1/syncs': [
    { id: 'sync1', modelId: 'model1', subscriptionId: 'sub1', sourceId: 'abc123', status: 'RUNNING' },
  ],
  '/sources/abc123/live-plugins': [{ id: 'plugin1', sourceId: 'abc123', version: 1, code: '// v1', ...CREATED }],
  '/spaces/space1/profiles-warehouses': [{ id: 'wh1', enabled: true, metadata: POSTGRES, settings: {} }],
  '/transformations': [
    { id: 'trans1', name: 'Rename total', sourceId: 'abc123', enabled: true, if: 'type = "track"', ...CREATED },
  ],
  '/usage/api-calls/daily': [
    { apiCalls: '1200', timestamp: '2026-01-01T00:00:00Z' },
    { apiCalls: '1450', timestamp: '2026-01-02T00:00:00Z' },
  ],
  '/usage/api-calls/sources/daily': [
    { sourceId: 'abc123', apiCalls: '900', timestamp: '2026-01-01T00:00:00Z' },
    { sourceId: 'def456', apiCalls: '300', timestamp: '2026-01-01T00:00:00Z' },
    { sourceId: 'abc123', apiCalls: '1450', timestamp: '2026-01-02T00:00:00Z' },
  ],
  '/usage/mtu/daily': [
    { identified: '40', anonymous: '160', anonymousIdentified: '10', neverIdentified: '150' },
    { identified: '5', anonymous: '30', anonymousIdentified: '2', neverIdentified: '28' },
  ],
  '/usage/mtu/sources/daily': [{ sourceId: 'abc123', identified: '30', anonymous: '150' }],
  '/audit-events': [
    {
      id: 'audit1',
      timestamp: '2026-01-10T09:30:00Z',
      type: 'Source Modified',
      actorEmail: 'jane@example.com',
      resourceId: 'abc123',
      resourceType: 'source',
    },
  ],
  '/events/volume': [
    { eventName: 'Order Completed', total: 120, series: [] },
    { eventName: 'Page Viewed', total: 900, series: [] },
  ],
  '/delivery-overview/successfully-received': [{ total: 1020, series: [] }],
  '/delivery-overview/successful-delivery': [{ total: 1005, series: [] }],
  '/delivery-overview/failed-delivery': [
    { eventName: 'Order Completed', discardReason: 'HTTP 401', total: 12, series: [] },
    { eventName: 'Order Completed', discardReason: 'HTTP 429', total: 3, series: [] },
  ],
  '/warehouses/wh1/connected-sources/abc123/selective-syncs': [
    { sourceId: 'abc123', warehouseId: 'wh1', collection: 'order_completed', enabled: true, properties: {} },
    { sourceId: 'abc123', warehouseId: 'wh1', collection: 'pages', enabled: false, properties: {} },
  ],
  '/warehouses/wh1/syncs': [
    {
      sourceId: 'abc123',
      start: '2026-01-10T03:00:00Z',
      status: 'FAILED',
      notices: [{ level: 'ERROR', message: 'permission denied for schema website', createdAt: '2026-01-10T03:01:00Z' }],
    },
  ],
  '/spaces/space1/events': [{ name: 'Order Completed', type: 'TRACK' }],
  '/spaces/space1/traits': [
    { trait: 'plan', type: 'CUSTOM' },
    { trait: 'email', type: 'CUSTOM' },
  ],
};
