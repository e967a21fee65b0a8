import type { Group } from './group.js';

/** The tools that receive the events of a source, and the mappings (subscriptions) that shape what they receive. */
export const destinations = {
  page: 'destinations',
  about:
    'The tools that receive the events of a source, and the mappings (subscriptions) that shape what they receive.',
  operations: {
    list_delivery_metrics_summary: {
      http: 'GET /destinations/{destinationId}/delivery-metrics',
      summary: 'Sum up how many events of a source a destination was sent, and with which outcome.',
      stability: 'beta',
      query: {
        sourceId: 'string – Id of the source of the events.',
        'startTime?': 'string',
        'endTime?': 'string',
        'granularity?': "'DAY'|'HOUR'|'MINUTE'",
      },
      data: {
        deliveryMetricsSummary: 'DeliveryMetricsSummary',
      },
    },
    remove_subscription_from_destination: {
      http: 'DELETE /destinations/{destinationId}/subscriptions/{id}',
      summary: 'Delete a mapping (subscription) of a destination.',
      stability: 'alpha',
      rate: '5/minute',
      needs: 'Destination Subscriptions',
      path: {
        id: 'Id of the mapping (subscription).',
      },
      data: {
        status: "'SUCCESS'",
      },
    },
    get_subscription_from_destination: {
      http: 'GET /destinations/{destinationId}/subscriptions/{id}',
      summary: 'Return one mapping (subscription) of a destination.',
      stability: 'alpha',
      needs: 'Destination Subscriptions',
      path: {
        id: 'Id of the mapping (subscription).',
      },
      data: {
        subscription: 'DestinationSubscription',
      },
    },
    update_subscription_for_destination: {
      http: 'PATCH /destinations/{destinationId}/subscriptions/{id}',
      summary: 'Change, pause or resume a mapping (subscription) of a destination, or set its reverse ETL schedule.',
      stability: 'alpha',
      rate: '5/minute',
      needs: 'Destination Subscriptions',
      path: {
        id: 'Id of the mapping (subscription).',
      },
      body: {
        input: 'DestinationSubscriptionUpdate – What to change.',
      },
      data: {
        subscription: 'DestinationSubscription',
      },
    },
    list_subscriptions_from_destination: {
      http: 'GET /destinations/{destinationId}/subscriptions',
      summary: 'List the mappings (subscriptions) of a destination.',
      stability: 'alpha',
      needs: 'Destination Subscriptions',
      query: {
        'pagination?': 'PaginationInput',
      },
      data: {
        subscriptions: 'DestinationSubscription[]',
        'pagination?': 'Pagination',
      },
      list: 'subscriptions',
    },
    create_destination_subscription: {
      http: 'POST /destinations/{destinationId}/subscriptions',
      summary: 'Add a mapping (subscription) to a destination: which events start which action, with which fields.',
      stability: 'alpha',
      rate: '5/minute',
      needs: 'Destination Subscriptions',
      body: {
        name: 'string',
        actionId: 'string – Id of the action of the destination that it starts.',
        trigger: 'string – Which events start it, as a condition in FQL: type = "track".',
        enabled: 'boolean – Whether it is on from the start.',
        'settings?': 'map! – What goes into each field of the action.',
        'modelId?': 'string – For reverse ETL: the model whose rows it sends.',
      },
      data: {
        destinationSubscription: 'DestinationSubscription',
      },
    },
    delete_destination: {
      http: 'DELETE /destinations/{destinationId}',
      summary: 'Delete a destination; its source keeps its other destinations.',
      data: {
        status: "'SUCCESS'",
      },
    },
    get_destination: {
      http: 'GET /destinations/{destinationId}',
      summary: 'Return one destination with its settings.',
      data: {
        destination: 'Destination',
      },
    },
    update_destination: {
      http: 'PATCH /destinations/{destinationId}',
      summary: 'Rename a destination, pause or resume it (enabled), or change its settings.',
      body: {
        'name?': 'string|null',
        'enabled?': 'boolean – Whether it receives events; false pauses it.',
        'settings?': 'map!',
      },
      data: {
        destination: 'Destination',
      },
    },
    list_destinations: {
      http: 'GET /destinations',
      summary: 'List the destinations of the workspace.',
      query: {
        'pagination?': 'PaginationInput',
      },
      data: {
        destinations: 'Destination[]',
        pagination: 'Pagination',
      },
      list: 'destinations',
    },
    create_destination: {
      http: 'POST /destinations',
      summary: 'Connect a source to a new destination.',
      body: {
        sourceId: 'string – Id of the source whose events it receives.',
        metadataId: 'string – The kind of destination, by its id in the catalog.',
        'enabled?': 'boolean – Whether it receives events from the start. Default true.',
        'name?': 'string',
        settings: 'map!',
      },
      data: {
        destination: 'Destination',
      },
    },
  },
} as const satisfies Group;
