import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Service } from './create-mcp-server.js';
import { createProtocolEndpoint, type ProtocolEndpoint, type Sessions } from './protocol-endpoint.js';
import { refuse } from './refuse.js';
import { readBody } from './request-body.js';
import { admitPage, answerPreflight, readBearer, refuseForeign } from './request-guard.js';
import type { Visitor } from './visitor.js';

/** A server that listens. */
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

/** Measurements as Prometheus reads them. */
export interface MetricsText {
  readonly type: string;
  readonly text: string;
}

/** How {@link serveHttp} serves. */
export interface HttpOptions {
  /** The address to listen on. */
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** The names, beside that of this machine, by which clients may call the server. */
  readonly knownAs: readonly string[];
  /** Which sessions clients of older revisions of the protocol have. */
  readonly sessions: Sessions;
  /** The name of a token that clients may present; undefined for what is none. */
  readonly admit: (token: string) => string | undefined;
  /** What is told at `/health`, to everybody. */
  readonly health: () => object;
  /** What is told at `/metrics`; undefined to those whom it is not told. */
  readonly metrics: (token: string) => Promise<MetricsText> | undefined;
  /** Told of each request when it has been answered. */
  readonly onAnswered: (request: AnsweredRequest) => void;
}

/** How long a client that has stopped reading is waited for, in milliseconds. */
const FAREWELL_MS = 1_000;

/**
 * Serves clients over streamable HTTP, behind tokens and a check of where requests come from.
 *
 * @param serviceFor What is served to one of those who ask.
 */
export const serveHttp = async (
  serviceFor: (visitor: Visitor) => Service,
  options: HttpOptions,
): Promise<HttpService> => {
  const endpoint = createProtocolEndpoint(serviceFor, options.sessions);
  const calls = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    if (request.method === 'POST') calls.add(response.once('close', () => calls.delete(response)));
    const exchange = startExchange(request, response, options.onAnswered);
    handle(exchange, endpoint, options).catch(() => {
      if (!response.headersSent) refuse(response, 500, 'The request could not be handled');
    });
  });
  const { address, family, port } = await listen(server, options);
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${port}/mcp`,
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

const listen = (server: Server, { host, port }: HttpOptions): Promise<AddressInfo> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
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

const handle = async (exchange: Exchange, endpoint: ProtocolEndpoint, options: HttpOptions): Promise<void> => {
  const { request, response } = exchange;
  // Whoever balances the load asks by an address that is nobody's name.
  const foreign = refuseForeign(request, options.knownAs);
  if (foreign && !(isFor(request, '/health') && request.headers.origin === undefined)) {
    refuse(response, foreign.status, foreign.message);
    return;
  }
  admitPage(request, response);
  if (isFor(request, '/health')) answerHealth(response, options.health());
  else if (request.method === 'OPTIONS') answerPreflight(request, response);
  else await answerKnown(exchange, endpoint, options);
};

/** Answers whoever presents a token. */
const answerKnown = async (
  exchange: Exchange,
  endpoint: ProtocolEndpoint,
  { admit, metrics }: HttpOptions,
): Promise<void> => {
  const { request, response } = exchange;
  const token = admit(readBearer(request));
  if (token === undefined)
    refuse(response, 401, 'Expected the header "Authorization: Bearer TOKEN" with a token of this server');
  else if (isFor(request, '/metrics')) await answerMetrics(response, metrics(token));
  else if (!isFor(request, '/mcp')) refuse(response, 404, 'The server is at /mcp');
  else await answer(exchange, endpoint, token);
};

const answerMetrics = async (response: ServerResponse, told: Promise<MetricsText> | undefined): Promise<void> => {
  const metrics = await told;
  if (metrics === undefined)
    refuse(response, 403, 'This token may not read the metrics; one whose entry says "metrics": true may');
  else response.writeHead(200, { 'content-type': metrics.type }).end(metrics.text);
};

const answerHealth = (response: ServerResponse, health: object): void => {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(health));
};

const answer = async (exchange: Exchange, endpoint: ProtocolEndpoint, token: string): Promise<void> => {
  const { request, response } = exchange;
  const read = await readBody(request);
  if (!read.isRead) {
    refuse(response, read.status, read.message, read.code);
    return;
  }
  const asked = describeAsked(read.body);
  if (asked !== undefined) exchange.asked = asked;
  await endpoint.answer(request, response, read.body, token);
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
