import type { Models } from '../group.js';

/** Regulations: deletions and suppressions. */
export const deletionAndSuppressionModels = {
  DestinationStatus: {
    name: 'string',
    id: 'string',
    status: 'OverallStatus',
    errString: 'string',
    finishedAt: 'string',
  },
  Regulation: {
    id: 'string',
    workspaceId: 'string',
    overallStatus: 'OverallStatus',
    'finishedAt?': 'string',
    createdAt: 'string',
    streamStatus: 'StreamStatus[]',
  },
  RegulationListEntry: {
    id: 'string',
    subjectType: 'string',
    subjects: 'string[]',
    status: 'OverallStatus',
    createdAt: 'string',
    regulationType: 'SourceRegulationType',
    'finishedAt?': 'string',
  },
  RegulationType:
    "'DELETE_INTERNAL'|'DELETE_ONLY'|'SUPPRESS_ONLY'|'SUPPRESS_WITH_DELETE'|'SUPPRESS_WITH_DELETE_INTERNAL'|'UNSUPPRESS'",
  SourceRegulationType:
    "'DELETE_ARCHIVE_ONLY'|'DELETE_INTERNAL'|'DELETE_ONLY'|'SUPPRESS_ONLY'|'SUPPRESS_WITH_DELETE'|'SUPPRESS_WITH_DELETE_INTERNAL'|'UNSUPPRESS'",
  SourceSubjectType: "'ANONYMOUS_ID'|'USER_ID'",
  StreamStatus: {
    id: 'string',
    destinationStatus: 'DestinationStatus[]',
  },
  Suppressed: {
    subjectType: 'string',
    subjectIds: 'string[]',
  },
  WorkspaceSubjectType: "'OBJECT_ID'|'USER_ID'",
} as const satisfies Models;
