import type { Models } from '../group.js';

/** What operations of many groups take and return. */
export const commonModels = {
  ForwardOnlyPagination: {
    'next?': 'string|null',
    current: 'string',
    'totalEntries?': 'number',
  },
  Granularity: "'DAY'|'HOUR'|'MINUTE'",
  IdName: {
    id: 'string',
    name: 'string',
  },
  IdNameSlug: {
    id: 'string',
    name: 'string',
    slug: 'string',
  },
  IdOnly: {
    id: 'string',
  },
  Label: {
    key: 'string – What it tells, such as environment.',
    value: 'string – What it says, such as production.',
    'description?': 'string – What it is for, for people.',
  },
  OverallStatus: "'FAILED'|'FINISHED'|'INITIALIZED'|'INVALID'|'NOT_SUPPORTED'|'PARTIAL_SUCCESS'|'RUNNING'",
  Pagination: {
    current: 'string',
    'next?': 'string|null',
    'previous?': 'string|null',
    'totalEntries?': 'number',
  },
  PaginationInput: {
    'cursor?': 'string – The next of the page before.',
    count: 'integer – Entries a page, at most 1000.',
  },
  Success: {
    status: "'SUCCESS'",
  },
} as const satisfies Models;
