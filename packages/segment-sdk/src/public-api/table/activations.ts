import type { Group } from './group.js';

/** Sends an audience on: which destinations it is connected to, and what each receives of it. */
export const activations = {
  page: 'activations',
  about: 'Sends an audience on: which destinations it is connected to, and what each receives of it.',
  operations: {
    list_supported_destinations: {
      http: 'GET /spaces/{spaceId}/audienceType/{audienceType}/supported-destinations',
      summary: 'Tell which kinds of destinations an audience of a given type can be sent to.',
      stability: 'alpha',
      rate: '60/minute',
      needs: 'Audience',
      path: {
        audienceType: 'USERS, ACCOUNTS or LINKED.',
      },
      query: {
        'slug?': 'string – Only the destination with this slug.',
        'actionId?': 'string – Only destinations with this action.',
      },
      data: {
        destinations: 'map',
        'pagination?': 'Pagination',
      },
    },
    remove_activation_from_audience: {
      http: 'DELETE /spaces/{spaceId}/audiences/{audienceId}/activations/{id}',
      summary: 'Stop sending an audience by one activation and remove the activation.',
      stability: 'alpha',
      rate: '50/minute',
      path: {
        id: 'Id of the activation.',
      },
      data: {
        status: 'string',
      },
    },
    get_activation_from_audience: {
      http: 'GET /spaces/{spaceId}/audiences/{audienceId}/activations/{id}',
      summary: 'Return one activation of an audience: what is sent to a connected destination, and how.',
      stability: 'alpha',
      rate: '60/minute',
      path: {
        id: 'Id of the activation.',
      },
      data: {
        activation: 'Activation',
      },
    },
    update_activation_for_audience: {
      http: 'PATCH /spaces/{spaceId}/audiences/{audienceId}/activations/{id}',
      summary: 'Change or pause one activation of an audience.',
      stability: 'alpha',
      once: true,
      rate: '50/minute',
      path: {
        id: 'Id of the activation.',
      },
      body: {
        'enabled?': 'boolean',
        'activationName?': 'string',
        'displayName?': 'string|null',
        'personalization?': 'Personalization',
        'destinationMapping?': 'DestinationSubscriptionConfiguration',
        'performResync?': 'boolean',
      },
      data: {
        activation: 'Activation',
      },
    },
    list_activations_from_audience: {
      http: 'GET /spaces/{spaceId}/audiences/{audienceId}/activations',
      summary: 'List the activations of an audience.',
      stability: 'alpha',
      rate: '60/minute',
      query: {
        'pagination?': 'PaginationInput',
      },
      data: {
        activations: 'Activation[]',
        'pagination?': 'Pagination',
      },
      list: 'activations',
    },
    add_activation_to_audience: {
      http: 'POST /spaces/{spaceId}/audiences/{audienceId}/destination-connections/{connectionId}/activations',
      summary: 'Start sending an audience to a destination that it is connected to.',
      stability: 'alpha',
      rate: '50/minute',
      needs: 'Audience',
      path: {
        connectionId: 'Id of the connection of the audience to the destination.',
      },
      body: {
        'enabled?': 'boolean',
        performResync: 'boolean',
        activationType:
          'string – What is sent, such as an event or a change of a list; the destination says which it knows.',
        activationName: 'string',
        'displayName?': 'string',
        'personalization?': 'Personalization',
        'destinationMapping?': 'DestinationSubscriptionConfiguration',
      },
      data: {
        activation: 'Activation',
      },
    },
    remove_destination_from_audience: {
      http: 'DELETE /spaces/{spaceId}/audiences/{audienceId}/destination-connections/{destinationId}',
      summary: 'Disconnect a destination from an audience.',
      stability: 'alpha',
      needs: 'Audience',
      data: {
        status: "'SUCCESS'",
      },
    },
    update_destination_for_audience: {
      http: 'PATCH /spaces/{spaceId}/audiences/{audienceId}/destination-connections/{destinationId}',
      summary: 'Change how people are matched, or other settings, where an audience meets a destination.',
      stability: 'alpha',
      needs: 'Audience',
      body: {
        'idSyncConfiguration?': 'IDSyncConfiguration[]',
        'connectionSettings?': 'any|null!',
      },
      data: {
        destination: 'IdOnly',
        'idSyncConfiguration?': 'IDSyncConfiguration[]',
        'connectionSettings?': 'any|null!',
      },
    },
    list_destinations_from_audience: {
      http: 'GET /spaces/{spaceId}/audiences/{audienceId}/destination-connections',
      summary: 'List the destinations that an audience is connected to.',
      stability: 'alpha',
      rate: '50/minute',
      needs: 'Audience',
      query: {
        'pagination?': 'PaginationInput',
      },
      data: {
        connections: 'SimpleDestination[]',
        'pagination?': 'Pagination',
      },
      list: 'connections',
    },
    add_destination_to_audience: {
      http: 'POST /spaces/{spaceId}/audiences/{audienceId}/destination-connections',
      summary: 'Connect an audience to a destination; an activation then starts sending.',
      stability: 'alpha',
      rate: '50/minute',
      needs: 'Audience',
      body: {
        destination: 'DestinationInput – The destination: its id and type.',
        'idSyncConfiguration?': 'IDSyncConfiguration[]',
        'connectionSettings?': 'any|null!',
      },
      data: {
        connection: 'IdOnly',
        idSyncConfiguration: 'IDSyncConfiguration[]',
        'connectionSettings?': 'any|null!',
      },
    },
  },
} as const satisfies Group;
