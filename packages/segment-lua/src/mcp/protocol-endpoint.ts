import type { IncomingMessage, ServerResponse } from 'node:http';

import { type NodeIncomingMessageLike, toNodeHandler, toWebRequest } from '@modelcontextprotocol/node';
import { type AuthInfo, createMcpHandler, isLegacyRequest, type JSONRPCMessage } from '@modelcontextprotocol/server';

import { createMcpServer, type Service } from './create-mcp-server.js';
import { forgiveCall } from './forgive-calls.js';
import { createLegacySessions } from './legacy-sessions.js';
import { refuse } from './refuse.js';
import type { Visitor } from './visitor.js';

/**
 * What clients of older revisions have: sessions that this process knows, or none, so that each request may reach
 * another process; such clients cannot be asked anything.
 */
export type Sessions = 'in-process' | 'none';

/** Answers the protocol's messages, of whichever revision. */
export interface ProtocolEndpoint {
  /**
   * @param body What the request carries; undefined if nothing.
   * @param token The name of the token that came with it.
   */
  readonly answer: (request: IncomingMessage, response: ServerResponse, body: unknown, token: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Without any state where the client's revision of the protocol has none, in sessions where it has them.
 *
 * @param serviceFor What is served to one of those who ask.
 */
export const createProtocolEndpoint = (serviceFor: (visitor: Visitor) => Service, kept: Sessions): ProtocolEndpoint => {
  const sessions = createLegacySessions((visitor) => createMcpServer(serviceFor(visitor)));
  const handler = createMcpHandler(({ authInfo }) => createMcpServer(serviceFor(readVisitor(authInfo))), {
    legacy: kept === 'none' ? 'stateless' : 'reject',
  });
  const handle = toNodeHandler(handler);
  const isInSession = async (incoming: NodeIncomingMessageLike, body: unknown): Promise<boolean> =>
    kept === 'in-process' && isLegacyRequest(await toWebRequest(incoming, body), body);
  return {
    async answer(request, response, given, token) {
      const body = forgiveAll(given);
      const incoming = request as NodeIncomingMessageLike;
      if (!(await isInSession(incoming, body))) {
        const auth: AuthInfo = { clientId: nameClient(body), token: '', scopes: [], extra: { token } };
        await handle(Object.assign(incoming, { auth }), response, body);
        return;
      }
      const id = request.headers['mcp-session-id'];
      const session = typeof id === 'string' ? sessions.find(id, token) : await sessions.open(token);
      if (session) await session.handleRequest(request, response, body);
      else refuse(response, 404, 'There is no such session; initialize another');
    },
    close: async () => {
      await Promise.all([sessions.closeAll(), handler.close()]);
    },
  };
};

const readVisitor = (auth: AuthInfo | undefined): Visitor => ({
  token: String(auth?.extra?.['token']),
  client: auth?.clientId ?? '',
});

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
