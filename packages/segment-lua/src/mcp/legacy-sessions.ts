import { randomUUID } from 'node:crypto';

import { toNodeHandler } from '@modelcontextprotocol/node';
import { type McpServer, WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/server';

import type { KeptSession, SessionStore } from './session-store.js';
import type { Visitor } from './visitor.js';

/** A session, as it answers requests. */
export interface LegacySession {
  readonly answer: ReturnType<typeof toNodeHandler>;
}

interface Session extends LegacySession {
  readonly token: string;
  readonly transport: WebStandardStreamableHTTPServerTransport;
}

const MAX_SESSIONS = 256;

/**
 * The sessions of clients that speak a revision of the protocol that has them, by id, each with a protocol server of
 * its own; the one idle for longest makes way when there are too many.
 */
export class LegacySessions {
  readonly #sessions = new Map<string, Session>();
  readonly #reviving = new Map<string, Promise<Session | undefined>>();

  /** @param store Where sessions are remembered, for other processes to go on with. Default: nowhere. */
  constructor(
    private readonly createServer: (visitor: Visitor) => McpServer,
    private readonly store?: SessionStore,
  ) {}

  /**
   * Opens a session for a token, which has its id once the client has introduced itself.
   * @param introduction The message that it does so with.
   */
  open(token: string, introduction: unknown): Promise<LegacySession> {
    return this.#begin(randomUUID(), { token, introduction });
  }

  /** Finds a session of a token, here or where sessions are remembered. */
  async find(id: string, token: string): Promise<LegacySession | undefined> {
    const session = this.#sessions.get(id) ?? (this.store && (await this.#reviveOnce(id, token)));
    if (session?.token !== token) return undefined;
    this.#sessions.delete(id);
    this.#sessions.set(id, session);
    return session;
  }

  closeAll(): Promise<unknown> {
    return Promise.all([...this.#sessions.values()].map(({ transport }) => transport.close()));
  }

  async #begin(id: string, kept: KeptSession): Promise<Session> {
    await this.#makeRoom();
    const transport = new WebStandardStreamableHTTPServerTransport({
      sessionIdGenerator: () => id,
      onsessioninitialized: async () => {
        this.#sessions.set(id, session);
        await this.store?.keep(id, kept);
      },
      onsessionclosed: async () => {
        this.#sessions.delete(id);
        await this.store?.forget(id);
      },
    });
    const answer = toNodeHandler({ fetch: (request, given) => transport.handleRequest(request, given) });
    const session = { token: kept.token, transport, answer };
    await this.createServer({ token: kept.token, client: id }).connect(transport);
    return session;
  }

  #reviveOnce(id: string, token: string): Promise<Session | undefined> {
    const begun = this.#reviving.get(id) ?? this.#revive(id, token).finally(() => this.#reviving.delete(id));
    this.#reviving.set(id, begun);
    return begun;
  }

  /** Goes on with a session that began elsewhere: its client is introduced as it was there. */
  async #revive(id: string, token: string): Promise<Session | undefined> {
    const kept = await this.store?.find(id);
    if (kept?.token !== token) return undefined;
    const session = await this.#begin(id, kept);
    await tell(session, kept.introduction);
    await tell(session, { jsonrpc: '2.0', method: 'notifications/initialized' }, id);
    return session;
  }

  async #makeRoom(): Promise<void> {
    const [oldest] = this.#sessions;
    if (!oldest || this.#sessions.size < MAX_SESSIONS) return;
    this.#sessions.delete(oldest[0]);
    await oldest[1].transport.close();
  }
}

/** Gives a session a message whose answer nobody reads. */
const tell = async ({ transport }: Session, message: unknown, id?: string): Promise<void> => {
  const headers = { accept: 'application/json, text/event-stream', 'content-type': 'application/json' };
  const request = new Request('http://localhost/mcp', {
    method: 'POST',
    headers: id === undefined ? headers : { ...headers, 'mcp-session-id': id },
  });
  const response = await transport.handleRequest(request, { parsedBody: message });
  await response.text();
};
