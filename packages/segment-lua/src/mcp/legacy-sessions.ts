import { randomUUID } from 'node:crypto';

import { NodeStreamableHTTPServerTransport } from '@modelcontextprotocol/node';
import type { McpServer } from '@modelcontextprotocol/server';

/** The sessions of clients that speak a revision of the protocol that has them. */
export interface LegacySessions {
  /** Opens a session, which has its id once the client has introduced itself. */
  readonly open: () => Promise<NodeStreamableHTTPServerTransport>;
  readonly find: (id: string) => NodeStreamableHTTPServerTransport | undefined;
  readonly closeAll: () => Promise<unknown>;
}

const MAX_SESSIONS = 256;

/**
 * Sessions by id, each with a protocol server of its own; the one idle for longest makes way when there are too many.
 */
export const createLegacySessions = (createServer: (client: string) => McpServer): LegacySessions => {
  const sessions = new Map<string, NodeStreamableHTTPServerTransport>();
  const open = async (): Promise<NodeStreamableHTTPServerTransport> => {
    const id = randomUUID();
    const transport = new NodeStreamableHTTPServerTransport({
      sessionIdGenerator: () => id,
      onsessioninitialized: () => void sessions.set(id, transport),
      onsessionclosed: () => void sessions.delete(id),
    });
    const [oldest] = sessions;
    if (oldest && sessions.size >= MAX_SESSIONS) {
      sessions.delete(oldest[0]);
      await oldest[1].close();
    }
    await createServer(id).connect(transport);
    return transport;
  };
  const find = (id: string): NodeStreamableHTTPServerTransport | undefined => {
    const transport = sessions.get(id);
    if (transport) {
      sessions.delete(id);
      sessions.set(id, transport);
    }
    return transport;
  };
  const closeAll = () => Promise.all([...sessions.values()].map((transport) => transport.close()));
  return { open, find, closeAll };
};
