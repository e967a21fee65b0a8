import type { Models } from '../group.js';

/** Warehouses and their syncs. */
export const warehousesModels = {
  AdvancedSyncSchedule: {
    'times?': 'WarehouseAdvancedSync[]',
    'timezone?': 'string',
  },
  AdvancedSyncScheduleInput: {
    times: 'WarehouseAdvancedSync[] – The hours, each on or off.',
    timezone: 'string – Time zone: America/New_York.',
  },
  ConnectionState: "'CONNECTED'|'FAILED'",
  ProfilesWarehouse: {
    id: 'string',
    spaceId: 'string',
    metadata: 'WarehouseMetadata',
    workspaceId: 'string',
    enabled: 'boolean',
    settings: 'map!',
    'schemaName?': 'string',
  },
  SelectiveSyncStatus: "'UNCHANGED'|'UPDATED'",
  SpaceWarehouseSchemaOverride: {
    collection: 'string – The table.',
    enabled: 'boolean – Whether it is loaded.',
    'property?': 'string – The column; left out, the whole table.',
  },
  SpaceWarehouseSelectiveSyncItem: {
    collection: 'string',
    warehouseId: 'string',
    enabled: 'boolean',
    properties: 'map',
  },
  Sync: {
    sourceId: 'string',
    start: 'string',
    end: 'string|null',
    status: 'string',
    duration: 'number',
    humanDuration: 'string',
    count: 'number',
    notices: 'SyncNotice[]',
  },
  SyncNotice: {
    level: 'string',
    message: 'string',
    createdAt: 'string',
  },
  WarehouseAdvancedSync: {
    hourOfDay: 'number – The hour, from 0 to 23.',
    enabled: 'boolean – Whether the warehouse is loaded then.',
  },
  WarehouseConnectionStatus: "'CONNECTED'|'NOT_CONNECTED'",
  WarehouseSelectiveSyncItem: {
    sourceId: 'string',
    collection: 'string',
    warehouseId: 'string',
    enabled: 'boolean',
    properties: 'map',
  },
  WarehouseSyncOverride: {
    sourceId: 'string – The source.',
    'collection?': 'string – The table; left out, the whole source.',
    enabled: 'boolean – Whether it is loaded.',
    'property?': 'string – The column; left out, the whole table.',
  },
} as const satisfies Models;
