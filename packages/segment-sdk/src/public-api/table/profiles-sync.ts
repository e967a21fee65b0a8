import type { Group } from './group.js';

/** Warehouses that receive the profiles of a space. */
export const profilesSync = {
  page: 'profiles-sync',
  about: 'Warehouses that receive the profiles of a space.',
  operations: {
    list_selective_syncs_from_space: {
      http: 'GET /spaces/{spaceId}/profiles-warehouses/{warehouseId}/selective-syncs',
      summary: 'List which tables and columns a warehouse of a space receives.',
      stability: 'alpha',
      query: {
        'pagination?': 'PaginationInput',
      },
      data: {
        items: 'SpaceWarehouseSelectiveSyncItem[]',
        'enableEventTables?': 'boolean',
        pagination: 'Pagination',
      },
      list: 'items',
    },
    update_selective_sync_for_space: {
      http: 'PATCH /spaces/{spaceId}/profiles-warehouses/{warehouseId}/selective-syncs',
      summary: 'Turn tables and columns of a warehouse of a space on or off.',
      stability: 'alpha',
      body: {
        'syncOverrides?': 'SpaceWarehouseSchemaOverride[]',
        'enableEventTables?': 'boolean – Whether each event gets a table of its own.',
      },
      data: {
        status: 'SelectiveSyncStatus',
      },
    },
    remove_profiles_warehouse_from_space: {
      http: 'DELETE /spaces/{spaceId}/profiles-warehouses/{warehouseId}',
      summary: 'Disconnect a warehouse from a space.',
      stability: 'alpha',
      data: {
        status: "'SUCCESS'",
      },
    },
    update_profiles_warehouse: {
      http: 'PATCH /spaces/{spaceId}/profiles-warehouses/{warehouseId}',
      summary: 'Change a warehouse of a space: its name, settings, schema, or whether it is loaded (enabled).',
      stability: 'alpha',
      body: {
        'name?': 'string',
        'enabled?': 'boolean – Whether it is loaded; false pauses it.',
        settings: 'map!',
        'schemaName?': 'string',
      },
      data: {
        profilesWarehouse: 'ProfilesWarehouse',
      },
    },
    list_profiles_warehouse_in_space: {
      http: 'GET /spaces/{spaceId}/profiles-warehouses',
      summary: 'List the warehouses that receive the profiles of a space.',
      stability: 'alpha',
      query: {
        'pagination?': 'PaginationInput',
      },
      data: {
        profilesWarehouses: 'ProfilesWarehouse[]',
        'pagination?': 'Pagination',
      },
      list: 'profilesWarehouses',
    },
    create_profiles_warehouse: {
      http: 'POST /spaces/{spaceId}/profiles-warehouses',
      summary: 'Connect a warehouse to a space, to receive its profiles.',
      stability: 'alpha',
      body: {
        metadataId: 'string – The kind of warehouse, by its id in the catalog.',
        'name?': 'string',
        'enabled?': 'boolean',
        settings: 'map!',
        'schemaName?': 'string',
      },
      data: {
        profilesWarehouse: 'ProfilesWarehouse',
      },
      status: 201,
    },
  },
} as const satisfies Group;
