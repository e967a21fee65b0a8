import type { Group } from './group.js';

/** Databases that Segment loads events into, and the sources connected to them. */
export const warehouses = {
  page: 'warehouses',
  about: 'Databases that Segment loads events into, and the sources connected to them.',
  operations: {
    create_validation_in_warehouse: {
      http: 'POST /warehouses/validation',
      summary: 'Try whether a warehouse can be reached with the given settings. Nothing is changed.',
      effect: 'read',
      body: {
        metadataId: 'string – The kind of warehouse, by its id in the catalog.',
        settings: 'map!',
      },
      data: {
        status: 'ConnectionState',
      },
    },
    remove_source_connection_from_warehouse: {
      http: 'DELETE /warehouses/{warehouseId}/connected-sources/{sourceId}',
      summary: 'Stop loading a source into a warehouse.',
      data: {
        status: "'SUCCESS'",
      },
    },
    add_connection_from_source_to_warehouse: {
      http: 'POST /warehouses/{warehouseId}/connected-sources/{sourceId}',
      summary: 'Start loading a source into a warehouse.',
      data: {
        status: 'WarehouseConnectionStatus',
      },
      status: 201,
    },
    list_connected_sources_from_warehouse: {
      http: 'GET /warehouses/{warehouseId}/connected-sources',
      summary: 'List the sources that are loaded into a warehouse.',
      query: {
        'pagination?': 'PaginationInput',
      },
      data: {
        sources: 'Source[]',
        pagination: 'Pagination',
      },
      list: 'sources',
    },
    get_connection_state_from_warehouse: {
      http: 'GET /warehouses/{warehouseId}/connection-state',
      summary: 'Tell whether a warehouse can be reached.',
      rate: '200/minute',
      data: {
        connectionState: 'ConnectionState',
      },
    },
    delete_warehouse: {
      http: 'DELETE /warehouses/{warehouseId}',
      summary: 'Delete a warehouse from the workspace; the database itself stays.',
      data: {
        status: "'SUCCESS'",
      },
    },
    get_warehouse: {
      http: 'GET /warehouses/{warehouseId}',
      summary: 'Return one warehouse with its settings.',
      data: {
        warehouse: 'Warehouse',
      },
    },
    update_warehouse: {
      http: 'PATCH /warehouses/{warehouseId}',
      summary: 'Rename a warehouse, pause or resume it (enabled), or change its settings.',
      body: {
        'name?': 'string|null',
        'enabled?': 'boolean – Whether it is loaded; false pauses it.',
        settings: 'map!',
      },
      data: {
        warehouse: 'Warehouse',
      },
    },
    list_warehouses: {
      http: 'GET /warehouses',
      summary: 'List the warehouses of the workspace.',
      query: {
        'pagination?': 'PaginationInput',
      },
      data: {
        warehouses: 'Warehouse[]',
        pagination: 'Pagination',
      },
      list: 'warehouses',
    },
    create_warehouse: {
      http: 'POST /warehouses',
      summary: 'Connect a warehouse. Every source is loaded into it unless disconnectAllSources says otherwise.',
      body: {
        metadataId: 'string – The kind of warehouse, by its id in the catalog.',
        'name?': 'string',
        'enabled?': 'boolean',
        settings: 'map!',
        'disconnectAllSources?': 'boolean – Whether it stays unconnected; else every source is loaded into it.',
      },
      data: {
        warehouse: 'Warehouse',
      },
      status: 201,
    },
  },
} as const satisfies Group;
