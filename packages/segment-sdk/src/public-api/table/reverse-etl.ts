import type { Group } from './group.js';

/** Starts a sync of a dbt project. */
export const dbt = {
  page: 'dbt',
  about: 'Starts a sync of a dbt project.',
  operations: {
    create_dbt_model_sync_trigger: {
      http: 'POST /dbt-model-syncs/trigger',
      summary: 'Start a sync of the dbt models of a source.',
      stability: 'beta',
      rate: '10/minute',
      body: {
        sourceId: 'string',
      },
      data: {
        dbtModelSyncTrigger: 'DbtModelSyncTrigger',
      },
    },
  },
} as const satisfies Group;

/** Queries on a warehouse whose rows are sent to destinations, and their runs. */
export const reverseEtl = {
  page: 'reverse-etl',
  about: 'Queries on a warehouse whose rows are sent to destinations, and their runs.',
  operations: {
    list_reverse_etl_sync_statuses: {
      http: 'GET /reverse-etl-models/{modelId}/subscriptionId/{subscriptionId}/syncs',
      summary: 'List the runs of a model for one of its mappings, the latest first.',
      stability: 'alpha',
      path: {
        subscriptionId: 'Id of the mapping.',
      },
      query: {
        'count?': 'number – Entries a page, at most 100. Default 10.',
        'cursor?': 'string – The next of the page before.',
      },
      data: {
        syncStatuses: 'ReverseETLSyncStatus[]',
        'pagination?': 'Pagination',
      },
      list: 'syncStatuses',
      pageMax: 100,
    },
    cancel_reverse_etl_sync_for_model: {
      http: 'POST /reverse-etl-models/{modelId}/syncs/{syncId}/cancel',
      summary: 'Stop a run of a model.',
      stability: 'alpha',
      body: {
        'reasonForCanceling?': 'number – Why, as a number of Segment.',
      },
      data: {
        modelId: 'string',
        syncId: 'string',
        'errorCode?': 'string',
        'errorMessage?': 'string',
        'status?': 'string',
      },
    },
    get_reverse_etl_sync_status: {
      http: 'GET /reverse-etl-models/{modelId}/syncs/{syncId}',
      summary: 'Return how far one run of a model has come.',
      stability: 'alpha',
      rate: '250/minute',
      data: {
        reverseETLSyncStatus: 'ReverseETLSyncStatus',
      },
    },
    delete_reverse_etl_model: {
      http: 'DELETE /reverse-etl-models/{modelId}',
      summary: 'Delete a model.',
      stability: 'alpha',
      data: {
        status: "'SUCCESS'",
      },
    },
    get_reverse_etl_model: {
      http: 'GET /reverse-etl-models/{modelId}',
      summary: 'Return one model: the query, and whether it is on.',
      stability: 'alpha',
      data: {
        reverseEtlModel: 'ReverseEtlModel',
      },
    },
    update_reverse_etl_model: {
      http: 'PATCH /reverse-etl-models/{modelId}',
      summary: 'Change a model: its query, name, or whether it is on. Its schedule belongs to the mappings.',
      stability: 'alpha',
      body: {
        'name?': 'string',
        'description?': 'string',
        'enabled?': 'boolean – Whether it is on; false pauses it.',
        'query?': 'string',
        'queryIdentifierColumn?': 'string',
      },
      data: {
        reverseEtlModel: 'ReverseEtlModel',
      },
    },
    list_reverse_etl_models: {
      http: 'GET /reverse-etl-models',
      summary: 'List the models of the workspace.',
      stability: 'alpha',
      query: {
        'pagination?': 'PaginationInput',
      },
      data: {
        models: 'ReverseEtlModel[]',
        pagination: 'Pagination',
      },
      list: 'models',
    },
    create_reverse_etl_model: {
      http: 'POST /reverse-etl-models',
      summary: 'Create a model: a query on a warehouse whose rows are sent to destinations.',
      stability: 'alpha',
      body: {
        sourceId: 'string – Id of the source that stands for the warehouse.',
        name: 'string',
        description: 'string',
        enabled: 'boolean',
        query: 'string',
        queryIdentifierColumn: 'string',
      },
      data: {
        reverseEtlModel: 'ReverseEtlModel',
      },
      status: 201,
    },
    create_reverse_etl_manual_sync: {
      http: 'POST /reverse-etl-syncs',
      summary: 'Start a run of a model for one of its mappings. Ask for it with get_reverse_etl_sync_status.',
      stability: 'alpha',
      rate: '20/minute',
      body: {
        sourceId: 'string – Id of the source that stands for the warehouse.',
        modelId: 'string',
        subscriptionId: 'string – Id of the mapping.',
      },
      data: {
        reverseETLManualSync: 'ReverseETLManualSyncJob',
      },
    },
  },
} as const satisfies Group;
