import type { Group } from './group.js';

/** Which tables and columns a warehouse receives, when, and what its last syncs did. */
export const selectiveSync = {
  page: 'selective-sync',
  about: 'Which tables and columns a warehouse receives, when, and what its last syncs did.',
  operations: {
    get_advanced_sync_schedule: {
      http: 'GET /warehouses/{warehouseId}/advanced-sync-schedule',
      summary: 'Return the hours at which a warehouse is loaded.',
      rate: '2/minute',
      data: {
        enabled: 'boolean',
        'schedule?': 'AdvancedSyncSchedule',
      },
    },
    replace_advanced_sync_schedule: {
      http: 'PUT /warehouses/{warehouseId}/advanced-sync-schedule',
      summary: 'Set the hours at which a warehouse is loaded, in place of those before.',
      rate: '2/minute',
      body: {
        enabled: 'boolean – Whether the hours are kept to.',
        'schedule?': 'AdvancedSyncScheduleInput – The hours, and their time zone.',
      },
      data: {
        enabled: 'boolean',
        'schedule?': 'AdvancedSyncSchedule',
      },
    },
    list_selective_syncs_from_source: {
      http: 'GET /warehouses/{warehouseId}/connected-sources/{sourceId}/selective-syncs',
      summary: 'List which tables and columns of a source a warehouse receives.',
      rate: '2/minute',
      query: {
        'pagination?': 'PaginationInput',
      },
      data: {
        items: 'WarehouseSelectiveSyncItem[]',
        pagination: 'Pagination',
      },
      list: 'items',
    },
    list_syncs_from_warehouse_and_source: {
      http: 'GET /warehouses/{warehouseId}/connected-sources/{sourceId}/syncs',
      summary: 'List the last syncs of one source into a warehouse, with their errors.',
      rate: '2/minute',
      query: {
        'pagination?': 'PaginationInput',
      },
      data: {
        reports: 'Sync[]',
        pagination: 'Pagination',
      },
      list: 'reports',
    },
    update_selective_sync_for_warehouse: {
      http: 'PATCH /warehouses/{warehouseId}/selective-sync',
      summary: 'Turn tables and columns of the sources of a warehouse on or off.',
      rate: '2/minute',
      body: {
        syncOverrides: 'WarehouseSyncOverride[]',
      },
      data: {
        status: 'SelectiveSyncStatus',
        warnings: 'string[]',
      },
    },
    list_syncs_from_warehouse: {
      http: 'GET /warehouses/{warehouseId}/syncs',
      summary: 'List the last syncs into a warehouse, with their errors.',
      rate: '2/minute',
      query: {
        'pagination?': 'PaginationInput',
      },
      data: {
        reports: 'Sync[]',
        pagination: 'Pagination',
      },
      list: 'reports',
    },
  },
} as const satisfies Group;
