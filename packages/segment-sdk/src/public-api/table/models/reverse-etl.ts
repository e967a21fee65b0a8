import type { Models } from '../group.js';

/** Reverse ETL: models, schedules, runs. */
export const reverseEtlModels = {
  DbtModelSyncTrigger: {
    id: 'string',
    'sourceId?': 'string',
    status: 'string',
  },
  ReverseETLManualSyncJob: {
    startedAt: 'string',
    syncId: 'string',
  },
  ReverseETLSyncStatus: {
    syncId: 'string',
    modelId: 'string',
    sourceId: 'string',
    syncStatus: 'string',
    duration: 'string',
    startedAt: 'string',
    'finishedAt?': 'string',
    'extractPhase?': 'SyncExtractPhase',
    'loadPhase?': 'SyncLoadPhase',
    'error?': 'string',
    'errorCode?': 'string',
  },
  ReverseEtlModel: {
    id: 'string',
    sourceId: 'string',
    name: 'string',
    description: 'string',
    enabled: 'boolean',
    query: 'string',
    queryIdentifierColumn: 'string',
  },
  SyncExtractPhase: {
    addedCount: 'string',
    updatedCount: 'string',
    deletedCount: 'string',
    extractCount: 'string',
    errorCode: 'string',
    startedAt: 'string',
    finishedAt: 'string',
  },
  SyncLoadPhase: {
    deliverSuccessCount: 'string',
    deliverFailureCount: 'string',
    errorCode: 'string',
    startedAt: 'string',
    finishedAt: 'string',
  },
} as const satisfies Models;
