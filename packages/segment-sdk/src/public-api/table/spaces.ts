import type { Group } from './group.js';

/** Hourly exports of data about customers, as files to download. */
export const customerInsights = {
  page: 'customer-insights',
  about: 'Hourly exports of data about customers, as files to download.',
  operations: {
    create_download: {
      http: 'POST /customer-insights/download',
      summary: 'Return addresses, valid for a while, from which one hour of a collection can be downloaded.',
      stability: 'alpha',
      effect: 'read',
      rate: '120/day',
      body: {
        collectionId: 'string – Id of the collection.',
        hour: 'string – The hour, in ISO 8601.',
      },
      data: {
        download: 'Download',
      },
    },
  },
} as const satisfies Group;

/** Rules that keep events from entering the profiles of a space. */
export const spaceFilters = {
  page: 'space-filters',
  about: 'Rules that keep events from entering the profiles of a space.',
  operations: {
    delete_filter_by_id: {
      http: 'DELETE /filters/{id}',
      summary: 'Delete a filter of a space.',
      stability: 'beta',
      needs: 'Space Filters',
      path: {
        id: 'Id of the filter.',
      },
      data: {
        deleted: 'boolean',
      },
      done: 'deleted',
    },
    get_filter_by_id: {
      http: 'GET /filters/{id}',
      summary: 'Return one filter of a space.',
      stability: 'beta',
      needs: 'Space Filters',
      path: {
        id: 'Id of the filter.',
      },
      data: {
        filter: 'Filter',
      },
    },
    update_filter_by_id: {
      http: 'PATCH /filters/{id}',
      summary: 'Change, pause or resume a filter of a space.',
      stability: 'beta',
      needs: 'Space Filters',
      path: {
        id: 'Id of the filter.',
      },
      body: {
        integrationId: 'string',
        'enabled?': 'boolean – Whether it is applied; false pauses it.',
        'name?': 'string',
        'description?': 'string',
        'if?': 'string',
        'drop?': 'boolean',
      },
      data: {
        filter: 'Filter',
      },
    },
    list_filters_for_space: {
      http: 'GET /filters',
      summary: 'List the filters of a space, ten a page.',
      stability: 'beta',
      needs: 'Space Filters',
      query: {
        integrationId: 'string',
        'pagination?':
          'ListFiltersPaginationInput – Which page: count, at most 10, and cursor, the next of the page before, a number.',
      },
      data: {
        'filters?': 'Filter[]',
        'pagination?': 'ListFiltersPagination',
      },
      list: 'filters',
      pageMax: 10,
    },
    create_filter_for_space: {
      http: 'POST /filters',
      summary: 'Add a filter to a space.',
      stability: 'beta',
      needs: 'Space Filters',
      body: {
        integrationId: 'string',
        'enabled?': 'boolean',
        name: 'string',
        'description?': 'string',
        if: 'string',
        'drop?': 'boolean',
      },
      data: {
        filter: 'Filter',
      },
    },
  },
} as const satisfies Group;

/** Spaces of profiles (Engage, Unify), and who in them wants which messages. */
export const spaces = {
  page: 'spaces',
  about: 'Spaces of profiles (Engage, Unify), and who in them wants which messages.',
  operations: {
    batch_query_messaging_subscriptions: {
      http: 'POST /spaces/{spaceId}/messaging-subscriptions/batch',
      summary: 'Tell for many addresses or phone numbers at once whether they want messages. Nothing is changed.',
      stability: 'alpha',
      effect: 'read',
      needs: 'Spaces',
      body: {
        subscriptions: 'GetSubscriptionRequest[] – The addresses or phone numbers, each with its channel.',
      },
      data: {
        successes: 'GetSubscriptionSuccess[]',
        failures: 'GetSubscriptionFailure[]',
        errors: 'MessageSubscriptionResponseError[]',
        'pagination?': 'Pagination',
      },
    },
    replace_messaging_subscriptions: {
      http: 'PUT /spaces/{spaceId}/messaging-subscriptions',
      summary: 'Set for many addresses or phone numbers at once whether they want messages.',
      stability: 'alpha',
      rate: '60/minute',
      needs: 'Spaces',
      body: {
        subscriptions:
          'MessagesSubscriptionRequest[] – The addresses or phone numbers, each with its channel and status.',
      },
      data: {
        successes: 'MessageSubscriptionResponse[]',
        failures: 'MessageSubscriptionResponse[]',
        'pagination?': 'Pagination',
      },
    },
    get_space: {
      http: 'GET /spaces/{spaceId}',
      summary: 'Return one space.',
      stability: 'alpha',
      needs: 'Spaces',
      data: {
        space: 'IdNameSlug|null',
      },
    },
    list_spaces: {
      http: 'GET /spaces',
      summary: 'List the spaces of the workspace.',
      stability: 'alpha',
      needs: 'Spaces',
      query: {
        'pagination?': 'PaginationInput',
      },
      data: {
        spaces: 'IdNameSlug[]',
        pagination: 'Pagination',
      },
      list: 'spaces',
    },
  },
} as const satisfies Group;
