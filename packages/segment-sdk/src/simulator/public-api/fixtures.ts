import type { Resources } from './store.js';

const CREATED = { createdAt: '2026-01-01T00:00:00.000Z', updatedAt: '2026-01-01T00:00:00.000Z' };

const WEBHOOKS = { id: '614a3c7d791c91c41bae7599', name: 'Webhooks (Actions)', slug: 'actions-webhook' };
const POSTGRES = { id: '55d3d3aea3c', name: 'Postgres', slug: 'postgres' };
const NODE = { id: 'iUM16Md8P2', name: 'Node.js', slug: 'node' };

/** What a simulated workspace holds beside its sources and users, unless told otherwise. */
export const standardResources: Resources = {
  '/catalog/destinations': [WEBHOOKS],
  '/catalog/sources': [NODE],
  '/catalog/warehouses': [POSTGRES],
  '/destinations': [
    { id: 'dest1', name: 'Order webhook', enabled: true, sourceId: 'abc123', metadata: WEBHOOKS, settings: {} },
    { id: 'dest2', name: 'Staging webhook', enabled: false, sourceId: 'ghi789', metadata: WEBHOOKS, settings: {} },
  ],
  '/destinations/dest1/subscriptions': [
    {
      id: 'sub1',
      name: 'Send orders',
      actionId: 'act1',
      actionSlug: 'send',
      destinationId: 'dest1',
      enabled: true,
      settings: {},
      trigger: 'type = "track"',
    },
  ],
  '/warehouses': [{ id: 'wh1', enabled: true, metadata: POSTGRES, settings: { name: 'Analytics' } }],
  '/tracking-plans': [{ id: 'tp1', name: 'Website plan', slug: 'website-plan', type: 'LIVE', ...CREATED }],
  '/tracking-plans/tp1/rules': [
    { type: 'TRACK', key: 'Order Completed', version: 1, jsonSchema: { properties: {} }, ...CREATED },
  ],
  '/spaces': [{ id: 'space1', name: 'Customers', slug: 'customers' }],
  '/spaces/space1/audiences': [
    {
      id: 'aud1',
      name: 'Buyers',
      key: 'buyers',
      enabled: true,
      spaceId: 'space1',
      audienceType: 'USERS',
      definition: { query: "event('Order Completed').count() >= 1" },
      ...CREATED,
    },
  ],
  '/functions': [
    { id: 'fn1', displayName: 'Enrich', resourceType: 'DESTINATION', code: 'async function onTrack() {}', ...CREATED },
  ],
  '/groups': [{ id: 'group1', name: 'Analysts', memberCount: 0 }],
  '/roles': [
    { id: 'role1', name: 'Workspace Owner', description: 'May do everything.' },
    { id: 'role2', name: 'Source Admin', description: 'May change sources.' },
  ],
  '/labels': [
    { key: 'environment', value: 'production' },
    { key: 'environment', value: 'staging' },
  ],
};
