import type { Models } from '../group.js';

/** Audit events and stored credentials. */
export const workspaceModels = {
  AuditEvent: {
    id: 'string',
    timestamp: 'string',
    type: 'string',
    actor: 'string',
    'actorEmail?': 'string',
    resourceId: 'string',
    resourceType: 'string',
    resourceName: 'string',
  },
  Credential: {
    id: 'string',
    workspaceId: 'string',
    name: 'string',
    settings: 'map!',
    createdAt: 'string',
    updatedAt: 'string',
  },
  EchoMethod: "'get'|'post'",
} as const satisfies Models;
