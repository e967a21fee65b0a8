import type { Group } from './group.js';

/** Rules that drop, sample or thin out events before one destination receives them. */
export const destinationFilters = {
  page: 'destination-filters',
  about: 'Rules that drop, sample or thin out events before one destination receives them.',
  operations: {
    preview_destination_filter: {
      http: 'POST /destination/filters/preview',
      summary: 'Show what a filter would do to a given event. Nothing is changed.',
      effect: 'read',
      body: {
        filter: 'PreviewDestinationFilter – The filter to try: if and actions.',
        payload: 'map – The event to try it on.',
      },
      data: {
        inputPayload: 'map',
        result: 'object|null',
      },
    },
    remove_filter_from_destination: {
      http: 'DELETE /destination/{destinationId}/filters/{filterId}',
      summary: 'Delete a filter of a destination.',
      data: {
        status: "'SUCCESS'",
      },
    },
    get_filter_in_destination: {
      http: 'GET /destination/{destinationId}/filters/{filterId}',
      summary: 'Return one filter of a destination.',
      data: {
        filter: 'DestinationFilter',
      },
    },
    update_filter_for_destination: {
      http: 'PATCH /destination/{destinationId}/filters/{filterId}',
      summary: 'Change, pause or resume a filter of a destination.',
      body: {
        'if?': 'string',
        'actions?': 'DestinationFilterAction[]',
        'title?': 'string',
        'description?': 'string|null',
        'enabled?': 'boolean – Whether it is applied; false pauses it.',
      },
      data: {
        filter: 'DestinationFilter',
      },
    },
    list_filters_from_destination: {
      http: 'GET /destination/{destinationId}/filters',
      summary: 'List the filters of a destination.',
      query: {
        'pagination?': 'PaginationInput',
      },
      data: {
        filters: 'DestinationFilter[]',
        pagination: 'Pagination',
      },
      list: 'filters',
    },
    create_filter_for_destination: {
      http: 'POST /destination/{destinationId}/filters',
      summary: 'Add a filter to a destination.',
      body: {
        sourceId: 'string – Id of the source of the destination.',
        if: 'string',
        actions: 'DestinationFilterAction[]',
        title: 'string',
        'description?': 'string',
        enabled: 'boolean – Whether it is applied from the start.',
      },
      data: {
        filter: 'DestinationFilter',
      },
    },
  },
} as const satisfies Group;
