import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Service } from './create-mcp-server.js';
import { admitPage, answerPreflight, refuseForeign, refuseUnknown } from './loopback-guard.js';
import { createProtocolEndpoint, type ProtocolEndpoint } from './protocol-endpoint.js';
import { refuse } from './refuse.js';
import { readBody } from './request-body.js';

/** A server on loopback. */
export interface HttpService {
  /** Where clients connect: `http://127.0.0.1:PORT/mcp`. */
  readonly url: string;
  close(): Promise<void>;
}

/** A request that has been answered, as a log has it. */
export interface AnsweredRequest {
  readonly method: string;
  /** The path without what may follow it. */
  readonly path: string;
  /** What was asked for: `tools/call execute_lua`. Absent where that is not known. */
  readonly asked?: string;
  readonly status: number;
  /** Milliseconds from the request to the end of the answer. */
  readonly ms: number;
}

/** How {@link serveHttp} serves. */
export interface HttpOptions {
  /** 0 takes a free one. */
  readonly port: number;
  /** What clients must present as a bearer token. */
  readonly token: string;
  /** What is told at `/health`. */
  readonly health: () => object;
  /** Told of each request when it has been answered. */
  readonly onAnswered: (request: AnsweredRequest) => void;
}

/** How long a client that has stopped reading is waited for, in milliseconds. */
const FAREWELL_MS = 1_000;

/**
 * Serves clients over streamable HTTP on 127.0.0.1, behind a token and a check of where requests come from.
 *
 * @param serviceFor What is served to one of the clients.
 */
export const serveHttp = async (
  serviceFor: (client: string) => Service,
  options: HttpOptions,
): Promise<HttpService> => {
  const endpoint = createProtocolEndpoint(serviceFor);
  const calls = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    if (request.method === 'POST') calls.add(response.once('close', () => calls.delete(response)));
    const exchange = startExchange(request, response, options.onAnswered);
    handle(exchange, endpoint, options).catch(() => {
      if (!response.headersSent) refuse(response, 500, 'The request could not be handled');
    });
  });
  const address = await listen(server, options.port);
  return {
    url: `http://127.0.0.1:${address.port}/mcp`,
    async close() {
      // Answers that are on their way arrive, unless nobody takes them.
      const farewell = AbortSignal.timeout(FAREWELL_MS);
      await Promise.allSettled([...calls].map((call) => once(call, 'close', { signal: farewell })));
      await endpoint.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

const listen = (server: Server, port: number): Promise<AddressInfo> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      resolve(server.address() as AddressInfo);
    });
  });

/** A request, its answer, and what it asks for once that is known. */
interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  asked?: string;
}

const startExchange = (
  request: IncomingMessage,
  response: ServerResponse,
  onAnswered: HttpOptions['onAnswered'],
): Exchange => {
  const exchange: Exchange = { request, response };
  const started = performance.now();
  response.once('close', () => {
    onAnswered({
      method: request.method ?? '',
      path: pathOf(request),
      ...(exchange.asked !== undefined && { asked: exchange.asked }),
      status: response.statusCode,
      ms: Math.round(performance.now() - started),
    });
  });
  return exchange;
};

const handle = async (
  exchange: Exchange,
  endpoint: ProtocolEndpoint,
  { token, health }: HttpOptions,
): Promise<void> => {
  const { request, response } = exchange;
  const foreign = refuseForeign(request);
  if (foreign) {
    refuse(response, foreign.status, foreign.message);
    return;
  }
  admitPage(request, response);
  const isOpen = request.method === 'OPTIONS' || isFor(request, '/health');
  const unknown = isOpen ? undefined : refuseUnknown(request, token);
  if (unknown) refuse(response, unknown.status, unknown.message);
  else if (isFor(request, '/health')) answerHealth(response, health());
  else if (!isFor(request, '/mcp')) refuse(response, 404, 'The server is at /mcp');
  else if (request.method === 'OPTIONS') answerPreflight(request, response);
  else await answer(exchange, endpoint);
};

const answerHealth = (response: ServerResponse, health: object): void => {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(health));
};

const answer = async (exchange: Exchange, endpoint: ProtocolEndpoint): Promise<void> => {
  const { request, response } = exchange;
  const read = await readBody(request);
  if (!read.isRead) {
    refuse(response, read.status, read.message, read.code);
    return;
  }
  const asked = describeAsked(read.body);
  if (asked !== undefined) exchange.asked = asked;
  await endpoint.answer(request, response, read.body);
};

/** What a message asks for, of which nothing is secret: `tools/call execute_lua`. */
const describeAsked = (body: unknown): string | undefined => {
  const { method, params } = Object(body) as { method?: unknown; params?: { name?: unknown } };
  if (typeof method !== 'string') return undefined;
  return typeof params?.name === 'string' ? `${method} ${params.name}` : method;
};

const pathOf = ({ url = '' }: IncomingMessage): string => url.replace(/[?#].*$/s, '');

/** Whether a request is for a path, however its address ends. */
const isFor = (request: IncomingMessage, path: string): boolean => pathOf(request).replace(/\/+$/, '') === path;
