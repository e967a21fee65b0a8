import type { IncomingMessage, ServerResponse } from 'node:http';

import { type NodeIncomingMessageLike, toNodeHandler, toWebRequest } from '@modelcontextprotocol/node';
import { type AuthInfo, createMcpHandler, isLegacyRequest, type JSONRPCMessage } from '@modelcontextprotocol/server';

import { createMcpServer, type Service } from './create-mcp-server.js';
import { forgiveCall } from './forgive-calls.js';
import { LegacySessions } from './legacy-sessions.js';
import { refuse } from './refuse.js';
import type { SessionStore } from './session-store.js';
import type { Visitor } from './visitor.js';

/**
 * What clients of older revisions have: sessions that this process knows, or sessions that are remembered where others
 * find them, or none. In the latter two each request may reach another process, and such clients cannot be asked
 * anything: their answer would reach one that has not asked.
 */
export type Sessions = 'in-process' | 'none' | SessionStore;

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
  const store = typeof kept === 'string' ? undefined : kept;
  const sessions = new LegacySessions((visitor) => createMcpServer(serviceFor(visitor)), store);
  const handler = createMcpHandler(({ authInfo }) => createMcpServer(serviceFor(readVisitor(authInfo))), {
    legacy: kept === 'none' ? 'stateless' : 'reject',
  });
  const handle = toNodeHandler(handler);
  const isInSession = async (incoming: NodeIncomingMessageLike, body: unknown): Promise<boolean> =>
    kept !== 'none' && isLegacyRequest(await toWebRequest(incoming, body), body);
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
      const heard = store ? withoutAsking(body) : body;
      const session = typeof id === 'string' ? await sessions.find(id, token) : await sessions.open(token, heard);
      if (session) await session.answer(incoming, response, heard);
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

/** The introduction of a client as that of one that cannot be asked. */
const withoutAsking = (body: unknown): unknown => {
  const { method, params } = Object(body) as { method?: unknown; params?: { capabilities?: object } };
  if (method !== 'initialize') return body;
  const { capabilities } = Object(params) as { capabilities?: object };
  return { ...(body as object), params: { ...params, capabilities: { ...capabilities, elicitation: undefined } } };
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
