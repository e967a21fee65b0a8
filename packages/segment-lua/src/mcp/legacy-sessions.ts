import { randomUUID } from 'node:crypto';

import { NodeStreamableHTTPServerTransport } from '@modelcontextprotocol/node';
import type { McpServer } from '@modelcontextprotocol/server';

import type { Visitor } from './visitor.js';

/** The sessions of clients that speak a revision of the protocol that has them. */
export interface LegacySessions {
  /** Opens a session for a token, which has its id once the client has introduced itself. */
  readonly open: (token: string) => Promise<NodeStreamableHTTPServerTransport>;
  /** Finds a session of a token. */
  readonly find: (id: string, token: string) => NodeStreamableHTTPServerTransport | undefined;
  readonly closeAll: () => Promise<unknown>;
}

interface Session {
  readonly token: string;
  readonly transport: NodeStreamableHTTPServerTransport;
}

const MAX_SESSIONS = 256;

/**
 * Sessions by id, each with a protocol server of its own; the one idle for longest makes way when there are too many.
 */
export const createLegacySessions = (createServer: (visitor: Visitor) => McpServer): LegacySessions => {
  const sessions = new Map<string, Session>();
  const open = async (token: string): Promise<NodeStreamableHTTPServerTransport> => {
    const id = randomUUID();
    const transport = new NodeStreamableHTTPServerTransport({
      sessionIdGenerator: () => id,
      onsessioninitialized: () => void sessions.set(id, { token, transport }),
      onsessionclosed: () => void sessions.delete(id),
    });
    const [oldest] = sessions;
    if (oldest && sessions.size >= MAX_SESSIONS) {
      sessions.delete(oldest[0]);
      await oldest[1].transport.close();
    }
    await createServer({ token, client: id }).connect(transport);
    return transport;
  };
  const find = (id: string, token: string): NodeStreamableHTTPServerTransport | undefined => {
    const session = sessions.get(id);
    if (session?.token !== token) return undefined;
    sessions.delete(id);
    sessions.set(id, session);
    return session.transport;
  };
  const closeAll = () => Promise.all([...sessions.values()].map(({ transport }) => transport.close()));
  return { open, find, closeAll };
};
