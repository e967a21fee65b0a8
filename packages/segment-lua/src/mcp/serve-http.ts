import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';

import { createMcpServer } from './create-mcp-server.js';
import type { RunScript } from './execute-lua.js';
import { forgiveCalls } from './forgive-calls.js';
import { admitPage, answerPreflight, refuseForeign, refuseUnknown } from './loopback-guard.js';

/** A server on loopback. */
export interface HttpService {
  /** Where clients connect: `http://127.0.0.1:PORT/mcp`. */
  readonly url: string;
  close(): Promise<void>;
}

/** How {@link serveHttp} serves. */
export interface HttpOptions {
  /** 0 takes a free one. */
  readonly port: number;
  /** What clients must present as a bearer token. */
  readonly token: string;
}

const MAX_SESSIONS = 256;

/** How long a client that has stopped reading is waited for, in milliseconds. */
const FAREWELL_MS = 1_000;

/** Whether a request is for `/mcp`, however its address ends. */
const isEndpoint = ({ url = '' }: IncomingMessage): boolean => /^\/mcp\/*(?:[?#]|$)/.test(url);

const refuse = (response: ServerResponse, status: number, message: string): void => {
  const error = { jsonrpc: '2.0', error: { code: -32000, message }, id: null };
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(error));
};

/**
 * Sessions by id, each with a protocol server of its own; the one idle for longest makes way when there are too many.
 */
const createSessions = (run: RunScript) => {
  const sessions = new Map<string, StreamableHTTPServerTransport>();
  const open = async (): Promise<StreamableHTTPServerTransport> => {
    const transport = new StreamableHTTPServerTransport({
      sessionIdGenerator: randomUUID,
      onsessioninitialized: (id) => void sessions.set(id, transport),
      onsessionclosed: (id) => void sessions.delete(id),
    });
    const [oldest] = sessions;
    if (oldest && sessions.size >= MAX_SESSIONS) {
      sessions.delete(oldest[0]);
      await oldest[1].close();
    }
    await createMcpServer(run).connect(transport);
    forgiveCalls(transport);
    return transport;
  };
  const find = (id: string): StreamableHTTPServerTransport | undefined => {
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

const listen = (server: Server, port: number): Promise<AddressInfo> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      resolve(server.address() as AddressInfo);
    });
  });

/** Serves clients over streamable HTTP on 127.0.0.1, behind a token and a check of where requests come from. */
export const serveHttp = async (run: RunScript, { port, token }: HttpOptions): Promise<HttpService> => {
  const sessions = createSessions(run);
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const id = request.headers['mcp-session-id'];
    const transport = typeof id === 'string' ? sessions.find(id) : await sessions.open();
    if (transport) await transport.handleRequest(request, response);
    else refuse(response, 404, 'There is no such session; initialize another');
  };
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const foreign = refuseForeign(request);
    if (foreign) {
      refuse(response, foreign.status, foreign.message);
      return;
    }
    admitPage(request, response);
    const unknown = request.method === 'OPTIONS' ? undefined : refuseUnknown(request, token);
    if (unknown) refuse(response, unknown.status, unknown.message);
    else if (!isEndpoint(request)) refuse(response, 404, 'The server is at /mcp');
    else if (request.method === 'OPTIONS') answerPreflight(request, response);
    else await answer(request, response);
  };
  const calls = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    if (request.method === 'POST') calls.add(response.once('close', () => calls.delete(response)));
    handle(request, response).catch(() => {
      if (!response.headersSent) refuse(response, 500, 'The request could not be handled');
    });
  });
  const address = await listen(server, port);
  return {
    url: `http://127.0.0.1:${address.port}/mcp`,
    async close() {
      // Answers that are on their way arrive, unless nobody takes them.
      const farewell = AbortSignal.timeout(FAREWELL_MS);
      await Promise.allSettled([...calls].map((call) => once(call, 'close', { signal: farewell })));
      await sessions.closeAll();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
