import type { Group } from './group.js';

/** Who changed what in the workspace, and when. */
export const auditTrail = {
  page: 'audit-trail',
  about: 'Who changed what in the workspace, and when.',
  operations: {
    list_audit_events: {
      http: 'GET /audit-events',
      summary: 'List who did what in the workspace, within a period or for one resource.',
      query: {
        'startTime?': 'string',
        'endTime?': 'string',
        'resourceId?': 'string – Only what happened to this resource.',
        'resourceType?': 'string – Only what happened to resources of this type.',
        'pagination?': 'PaginationInput',
      },
      data: {
        events: 'AuditEvent[]',
        'pagination?': 'Pagination',
      },
      list: 'events',
    },
  },
} as const satisfies Group;

/** Key and value pairs that mark sources, such as environment: production. */
export const labels = {
  page: 'labels',
  about: 'Key and value pairs that mark sources, such as environment: production.',
  operations: {
    delete_label: {
      http: 'DELETE /labels/{key}/{value}',
      summary: 'Delete a label from the workspace and from the sources that bear it.',
      rate: '60/minute',
      path: {
        key: 'Key of the label.',
        value: 'Value of the label.',
      },
      data: {
        status: "'SUCCESS'",
      },
    },
    list_labels: {
      http: 'GET /labels',
      summary: 'List the labels of the workspace.',
      data: {
        labels: 'Label[]',
      },
      list: 'labels',
    },
    create_label: {
      http: 'POST /labels',
      summary: 'Create a label.',
      rate: '60/minute',
      body: {
        label: 'Label – Key, value and, if wanted, a description.',
      },
      data: {
        label: 'Label',
      },
      status: 201,
    },
  },
} as const satisfies Group;

/** A call that changes nothing, to try the connection. */
export const testing = {
  page: 'testing',
  about: 'A call that changes nothing, to try the connection.',
  operations: {
    echo: {
      http: 'GET /echo',
      summary: 'Send a message back, to try the token and the connection.',
      query: {
        message: 'string – What is sent back.',
        'delay?': 'number – How long to wait before the answer, in milliseconds.',
        'triggerError?': 'boolean – Whether to fail.',
        'triggerMultipleErrors?': 'boolean – Whether to fail with several errors.',
        'triggerUnexpectedError?': 'boolean – Whether to fail with a server error.',
        'statusCode?': 'number – The HTTP status to answer with.',
      },
      data: {
        method: 'EchoMethod',
        message: 'string',
        headers: 'map',
      },
    },
  },
} as const satisfies Group;

/** The workspace that the token belongs to. */
export const workspaces = {
  page: 'workspaces',
  about: 'The workspace that the token belongs to.',
  operations: {
    get_workspace: {
      http: 'GET /',
      summary: 'Return the workspace that the token belongs to.',
      data: {
        workspace: 'IdNameSlug',
      },
    },
  },
} as const satisfies Group;
