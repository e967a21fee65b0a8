import type { Group } from './group.js';

/** The kinds of sources, destinations and warehouses there are, with the settings each wants. */
export const catalog = {
  page: 'catalog',
  about: 'The kinds of sources, destinations and warehouses there are, with the settings each wants.',
  operations: {
    get_destination_metadata: {
      http: 'GET /catalog/destinations/{destinationMetadataId}',
      summary: 'Return one kind of destination of the catalog: its settings, actions and presets.',
      data: {
        destinationMetadata: 'DestinationMetadata',
      },
    },
    get_destinations_catalog: {
      http: 'GET /catalog/destinations',
      summary: 'List every kind of destination that can be connected.',
      query: {
        'pagination?': 'PaginationInput',
      },
      data: {
        destinationsCatalog: 'DestinationMetadata[]',
        pagination: 'Pagination',
      },
      list: 'destinationsCatalog',
    },
    get_source_metadata: {
      http: 'GET /catalog/sources/{sourceMetadataId}',
      summary: 'Return one kind of source of the catalog.',
      data: {
        sourceMetadata: 'SourceMetadata',
      },
    },
    get_sources_catalog: {
      http: 'GET /catalog/sources',
      summary: 'List every kind of source that can be created.',
      query: {
        'pagination?': 'PaginationInput',
      },
      data: {
        sourcesCatalog: 'SourceMetadata[]',
        pagination: 'Pagination',
      },
      list: 'sourcesCatalog',
    },
    get_warehouse_metadata: {
      http: 'GET /catalog/warehouses/{warehouseMetadataId}',
      summary: 'Return one kind of warehouse of the catalog, with the settings it wants.',
      data: {
        warehouseMetadata: 'WarehouseMetadata',
      },
    },
    get_warehouses_catalog: {
      http: 'GET /catalog/warehouses',
      summary: 'List every kind of warehouse that can be connected.',
      query: {
        'pagination?': 'PaginationInput',
      },
      data: {
        warehousesCatalog: 'WarehouseMetadata[]',
        pagination: 'Pagination',
      },
      list: 'warehousesCatalog',
    },
  },
} as const satisfies Group;
