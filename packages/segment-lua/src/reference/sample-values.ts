type Values = Readonly<Record<string, unknown>>;

const SETTINGS = { name: 'Analytics', host: 'db.example.com', database: 'analytics', user: 'segment' };
const PERMISSIONS = [{ roleId: 'role2', resources: [{ id: 'abc123', type: 'SOURCE' }] }];
const BUYERS = { query: "event('Order Completed').count() >= 1" };
const EMAILS = ['jane@example.com'];

/** What a parameter is given in examples, by its name: things of the workspace that the simulator holds. */
const byField: Values = {
  actionId: 'act1',
  activationName: 'Buyers to the webhook',
  activationType: 'AUDIENCE_MEMBERSHIP',
  audienceId: 'aud1',
  audienceType: 'USERS',
  code: 'async function onTrack(event) { return event; }',
  collection: 'contacts',
  collectionId: 'profiles',
  connectionId: 'conn1',
  credentialId: 'cred1',
  definition: BUYERS,
  description: 'Everything about orders',
  destination: { id: 'dest1', type: 'DESTINATION' },
  destinationConfigId: 'dest1',
  destinationId: 'dest1',
  destinationMetadataId: '614a3c7d791c91c41bae7599',
  emails: EMAILS,
  enabled: true,
  endTime: '2026-02-01T00:00:00Z',
  entitySlug: 'orders',
  eventName: 'Order Completed',
  filterId: 'filter1',
  functionId: 'fn1',
  granularity: 'DAY',
  hour: '2026-01-15T09',
  if: 'type = "track" and event = "Order Completed"',
  instanceId: 'instance1',
  integrationId: 'dest1',
  key: 'environment',
  labels: [{ key: 'environment', value: 'production' }],
  modelId: 'model1',
  performResync: false,
  period: '2026-01-01',
  permissions: PERMISSIONS,
  propertyName: 'total',
  propertyType: 'PROPERTY',
  query: 'SELECT id, email, lifetime_value FROM customers',
  queryIdentifierColumn: 'id',
  regulateId: 'reg1',
  resourceType: 'DESTINATION',
  rules: [{ type: 'TRACK', key: 'Order Completed', version: 1, jsonSchema: { type: 'object', required: ['total'] } }],
  scheduleId: 'schedule1',
  settings: {},
  slug: 'my-website',
  sourceId: 'abc123',
  sourceMetadataId: 'iUM16Md8P2',
  spaceId: 'space1',
  startTime: '2026-01-01T00:00:00Z',
  subjectIds: ['user-42'],
  subjectType: 'USER_ID',
  subscriptionId: 'sub1',
  subscriptions: [{ key: 'jane@example.com', type: 'EMAIL' }],
  syncId: 'sync1',
  trackingPlanId: 'tp1',
  traitKey: 'plan',
  transformationId: 'trans1',
  trigger: 'type = "track" and event = "Order Completed"',
  userGroupId: 'group1',
  userId: 'sgJDWk3K21k9LE8tLU5gHT',
  userIds: ['sgJDWk3K21k9LE8tLU5gHT'],
  value: 'staging',
  versionId: 'version1',
  warehouseId: 'wh1',
  warehouseMetadataId: '55d3d3aea3c',
};

/** What an operation is given apart from that, and what its example shows although it may be left out. */
const byOperation: Readonly<Record<string, Values>> = {
  add_audience_schedule_to_audience: { strategy: 'PERIODIC', config: { interval: '12h' } },
  create_audience: { name: 'Buyers of January' },
  create_cloud_source_regulation: { subjectType: 'OBJECT_ID', regulationType: 'DELETE_ONLY' },
  create_computed_trait: {
    name: 'Orders so far',
    definition: { type: 'USERS', query: "event('Order Completed').count()" },
  },
  create_credential: { name: 'Warehouse login', settings: { username: 'segment', password: 'read-from-your-vault' } },
  create_destination: { metadataId: '614a3c7d791c91c41bae7599', name: 'Order webhook' },
  create_destination_subscription: { name: 'Send orders' },
  create_filter_for_destination: { title: 'No test orders', actions: [{ type: 'DROP' }] },
  create_filter_for_space: {
    name: 'No bots',
    integrationId: 'space1',
    if: 'context.userAgent contains "bot"',
    drop: true,
  },
  create_function: { displayName: 'Enrich orders' },
  create_insert_function_instance: { name: 'Enrich orders' },
  create_invites: { invites: [{ email: 'grace@example.com', permissions: [{ roleId: 'role2' }] }] },
  create_label: { label: { key: 'team', value: 'checkout', description: 'Who answers for it' } },
  create_profiles_warehouse: { metadataId: '55d3d3aea3c', name: 'Profiles', settings: SETTINGS },
  create_reverse_etl_model: { name: 'Customers', description: 'Everyone who has bought' },
  create_source: { metadataId: 'iUM16Md8P2', disconnectAllWarehouses: true, slug: 'my-server' },
  create_source_regulation: { regulationType: 'DELETE_ONLY' },
  create_tracking_plan: { name: 'Shop', type: 'LIVE' },
  create_transformation: {
    name: 'Rename total',
    propertyRenames: [{ oldName: 'total', newName: 'revenue' }],
  },
  create_validation_in_warehouse: { metadataId: '55d3d3aea3c', settings: SETTINGS },
  create_warehouse: {
    metadataId: '55d3d3aea3c',
    name: 'Analytics',
    settings: SETTINGS,
    disconnectAllSources: true,
  },
  create_workspace_regulation: { regulationType: 'SUPPRESS_WITH_DELETE' },
  echo: { message: 'Are you there?' },
  list_filters_for_space: { integrationId: 'space1' },
  list_tracking_plans: { type: 'LIVE' },
  preview_destination_filter: {
    filter: {
      if: 'event = "Order Completed"',
      actions: [{ type: 'DROP_PROPERTIES', fields: { properties: { fields: ['email'] } } }],
    },
    payload: { type: 'track', event: 'Order Completed', properties: { total: 12.5, email: 'jane@example.com' } },
  },
  remove_rules_from_tracking_plan: { rules: [{ type: 'TRACK', key: 'Order Completed', version: 1 }] },
  remove_write_key_from_source: { writeKey: 'simulator-default' },
  replace_advanced_sync_schedule: {
    schedule: { times: [{ hourOfDay: 3, enabled: true }], timezone: 'UTC' },
  },
  replace_messaging_subscriptions: {
    subscriptions: [{ key: 'jane@example.com', type: 'EMAIL', status: 'UNSUBSCRIBED' }],
  },
  update_activation_for_audience: { enabled: false },
  update_audience_for_space: { enabled: false },
  update_audience_schedule_for_audience: {
    strategy: 'SPECIFIC_DAYS',
    config: { days: [1, 3], hours: [9], timezone: 'UTC' },
  },
  update_computed_trait_for_space: { name: 'Orders in all' },
  update_credential: { settings: { username: 'segment', password: 'the-new-one' } },
  update_destination: { enabled: false },
  update_destination_for_audience: { idSyncConfiguration: [{ externalId: 'email', strategy: 'FIRST' }] },
  update_filter_by_id: { integrationId: 'space1', enabled: false },
  update_filter_for_destination: { enabled: false },
  update_function: { code: 'async function onTrack(event) { return event; }' },
  update_insert_function_instance: { enabled: false },
  update_profiles_warehouse: { enabled: false, settings: SETTINGS },
  update_reverse_etl_model: { enabled: false },
  update_schema_settings_in_source: { track: { allowUnplannedEvents: false, commonEventOnViolations: 'BLOCK' } },
  update_selective_sync_for_space: { syncOverrides: [{ collection: 'users', property: 'email', enabled: false }] },
  update_selective_sync_for_warehouse: {
    syncOverrides: [{ sourceId: 'abc123', collection: 'order_completed', property: 'email', enabled: false }],
  },
  update_source: { name: 'Website (new)' },
  update_subscription_for_destination: { input: { enabled: false } },
  update_tracking_plan: { description: 'What the shop sends' },
  update_transformation: { enabled: false },
  update_user_group: { name: 'Analysts and scientists' },
  create_user_group: { name: 'Marketing' },
  update_warehouse: { enabled: false, settings: SETTINGS },
};

/** What `id` is the id of, by what the name of an operation says. */
const ids: readonly (readonly [name: RegExp, id: string])[] = [
  [/subscription/, 'sub1'],
  [/activation/, 'activation1'],
  [/audience_preview/, 'preview1'],
  [/audience/, 'aud1'],
  [/computed_trait/, 'trait1'],
  [/filter/, 'spacefilter1'],
];

/** What the example of an operation gives a parameter; `undefined` where it leaves it out. */
export const sampleValue = (operation: string, field: string, isRequired: boolean): unknown => {
  const special = byOperation[operation]?.[field];
  if (special !== undefined || !isRequired) return special;
  return field === 'id' ? ids.find(([name]) => name.test(operation))?.[1] : byField[field];
};
