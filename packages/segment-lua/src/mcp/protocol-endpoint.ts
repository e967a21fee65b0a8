import type { IncomingMessage, ServerResponse } from 'node:http';

import { type NodeIncomingMessageLike, toNodeHandler, toWebRequest } from '@modelcontextprotocol/node';
import { createMcpHandler, isLegacyRequest, type JSONRPCMessage } from '@modelcontextprotocol/server';

import { createMcpServer, type Service } from './create-mcp-server.js';
import { forgiveCall } from './forgive-calls.js';
import { createLegacySessions } from './legacy-sessions.js';
import { refuse } from './refuse.js';

/** Answers the protocol's messages, of whichever revision. */
export interface ProtocolEndpoint {
  /** @param body What the request carries; undefined if nothing. */
  readonly answer: (request: IncomingMessage, response: ServerResponse, body: unknown) => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Without any state where the client's revision of the protocol has none, in sessions where it has them.
 *
 * @param serviceFor What is served to one of the clients.
 */
export const createProtocolEndpoint = (serviceFor: (client: string) => Service): ProtocolEndpoint => {
  const sessions = createLegacySessions((client) => createMcpServer(serviceFor(client)));
  const handler = createMcpHandler(({ authInfo }) => createMcpServer(serviceFor(authInfo?.clientId ?? '')), {
    legacy: 'reject',
  });
  const handle = toNodeHandler(handler);
  return {
    async answer(request, response, given) {
      const body = forgiveAll(given);
      const incoming = request as NodeIncomingMessageLike;
      if (!(await isLegacyRequest(await toWebRequest(incoming, body), body))) {
        const auth = { clientId: nameClient(body), token: '', scopes: [] };
        await handle(Object.assign(incoming, { auth }), response, body);
        return;
      }
      const id = request.headers['mcp-session-id'];
      const session = typeof id === 'string' ? sessions.find(id) : await sessions.open();
      if (session) await session.handleRequest(request, response, body);
      else refuse(response, 404, 'There is no such session; initialize another');
    },
    close: async () => {
      await Promise.all([sessions.closeAll(), handler.close()]);
    },
  };
};

const forgiveAll = (body: unknown): unknown => {
  if (Array.isArray(body)) return body.map(forgiveAll);
  return typeof body === 'object' && body !== null ? forgiveCall(body as JSONRPCMessage) : body;
};

/** Who asks, as the client itself says with each request: clients of one name take turns as one. */
const nameClient = (body: unknown): string => {
  const { params } = Object(body) as { params?: { _meta?: Record<string, unknown> } };
  const { name = '', version = '' } = Object(params?._meta?.['io.modelcontextprotocol/clientInfo']) as {
    name?: unknown;
    version?: unknown;
  };
  return `${String(name)} ${String(version)}`;
};
