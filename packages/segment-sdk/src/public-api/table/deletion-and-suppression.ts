import type { Group } from './group.js';

/** Erases what is stored about people, or stops collecting it, as privacy laws demand. */
export const deletionAndSuppression = {
  page: 'deletion-and-suppression',
  about: 'Erases what is stored about people, or stops collecting it, as privacy laws demand.',
  operations: {
    create_cloud_source_regulation: {
      http: 'POST /regulations/cloudsources/{sourceId}',
      summary: 'Erase objects that a cloud source has brought in. What is erased cannot be restored.',
      effect: 'delete',
      rate: '600/minute',
      path: {
        sourceId: 'Id of the cloud source.',
      },
      body: {
        regulationType: 'RegulationType',
        subjectType: "'OBJECT_ID' – OBJECT_ID.",
        subjectIds: 'string[] – Ids of the objects.',
        collection: 'string – The collection that the objects are in.',
      },
      data: {
        regulateId: 'string',
      },
    },
    list_regulations_from_source: {
      http: 'GET /regulations/sources/{sourceId}',
      summary: 'List the regulations (deletions and suppressions) of one source; at most the first 1,000.',
      query: {
        'status?': "'FAILED'|'FINISHED'|'INITIALIZED'|'INVALID'|'NOT_SUPPORTED'|'PARTIAL_SUCCESS'|'RUNNING'",
        'regulationTypes?':
          "('DELETE_ARCHIVE_ONLY'|'DELETE_INTERNAL'|'DELETE_ONLY'|'SUPPRESS_ONLY'|'SUPPRESS_WITH_DELETE'|'SUPPRESS_WITH_DELETE_INTERNAL'|'UNSUPPRESS')[]",
        'pagination?': 'PaginationInput',
      },
      data: {
        regulations: 'RegulationListEntry[]',
      },
      list: 'regulations',
    },
    create_source_regulation: {
      http: 'POST /regulations/sources/{sourceId}',
      summary: 'Erase people from one source, or stop collecting data about them. What is erased cannot be restored.',
      effect: 'delete',
      rate: '600/minute',
      body: {
        regulationType: 'SourceRegulationType',
        subjectType: 'SourceSubjectType',
        subjectIds: 'string[]',
      },
      data: {
        regulateId: 'string',
      },
    },
    get_regulation: {
      http: 'GET /regulations/{regulateId}',
      summary: 'Return one regulation and how far it has come in each destination.',
      data: {
        regulation: 'Regulation',
      },
    },
    list_workspace_regulations: {
      http: 'GET /regulations',
      summary: 'List the regulations (deletions and suppressions) of the workspace.',
      query: {
        'status?': "'FAILED'|'FINISHED'|'INITIALIZED'|'INVALID'|'NOT_SUPPORTED'|'PARTIAL_SUCCESS'|'RUNNING'",
        'regulationTypes?':
          "('DELETE_INTERNAL'|'DELETE_ONLY'|'SUPPRESS_ONLY'|'SUPPRESS_WITH_DELETE'|'SUPPRESS_WITH_DELETE_INTERNAL'|'UNSUPPRESS')[]",
        'pagination?': 'PaginationInput',
      },
      data: {
        regulations: 'RegulationListEntry[]',
        pagination: 'Pagination',
      },
      list: 'regulations',
    },
    create_workspace_regulation: {
      http: 'POST /regulations',
      summary:
        'Erase people from the whole workspace, or stop collecting data about them. What is erased cannot be restored.',
      effect: 'delete',
      rate: '600/minute',
      body: {
        regulationType: 'RegulationType',
        subjectType: 'WorkspaceSubjectType',
        subjectIds: 'string[]',
      },
      data: {
        regulateId: 'string',
      },
    },
    list_suppressions: {
      http: 'GET /suppressions',
      summary: 'List the people about whom no data is collected.',
      query: {
        'pagination?': 'PaginationInput',
      },
      data: {
        suppressed: 'Suppressed[]',
        pagination: 'Pagination',
      },
      list: 'suppressed',
    },
  },
} as const satisfies Group;
