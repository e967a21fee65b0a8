import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { SimulatorResponse } from '../operations/simulated-route.js';
import { createSimulator, type Simulator } from './create-simulator.js';
import { MAX_BODY_BYTES } from './decode-body.js';
import type { SimulatorRequest } from './types.js';

/** Where the server listens and what it serves. */
export interface SimulatorServerOptions {
  /** Default 0: any free port. */
  readonly port?: number;
  /** Default: a new one. */
  readonly simulator?: Simulator;
}

/** A simulator that listens on loopback. */
export interface SimulatorServer {
  /** Its origin, for both `trackingUrl` and `publicApiUrl`. */
  readonly url: string;
  readonly port: number;
  readonly simulator: Simulator;
  /** Ends open connections and stops listening. */
  readonly close: () => Promise<void>;
}

const bodyOf = async (message: IncomingMessage): Promise<Uint8Array> => {
  const chunks: Buffer[] = [];
  let bytes = 0;
  // What is too large is read to its end and not kept: who still sends does not hear an answer.
  for await (const chunk of message as AsyncIterable<Buffer>) {
    if (bytes <= MAX_BODY_BYTES) chunks.push(chunk);
    bytes += chunk.length;
  }
  return Buffer.concat(chunks);
};

const requestOf = async (message: IncomingMessage): Promise<SimulatorRequest> => ({
  method: message.method ?? 'GET',
  path: message.url ?? '/',
  headers: Object.fromEntries(Object.entries(message.headers).map(([name, value]) => [name, String(value)])),
  body: await bodyOf(message),
});

const serve = async (simulator: Simulator, message: IncomingMessage, response: ServerResponse): Promise<void> => {
  const ending = await simulator.handle(await requestOf(message));
  if (ending === 'hanging') return;
  if (ending === 'dropped') response.destroy();
  else response.writeHead(ending.status, withLength(ending)).end(ending.body);
};

const withLength = ({ headers, body }: SimulatorResponse): Readonly<Record<string, string>> =>
  body === '' ? headers : { ...headers, 'content-length': String(Buffer.byteLength(body)) };

/** Serves a simulator over HTTP on 127.0.0.1. */
export const startSimulatorServer = async ({
  port = 0,
  simulator = createSimulator(),
}: SimulatorServerOptions = {}): Promise<SimulatorServer> => {
  const server = createServer((message, response) => {
    // A client that gives up half-way is none of the simulator's business.
    serve(simulator, message, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  const bound = (server.address() as AddressInfo).port;
  return {
    url: `http://127.0.0.1:${bound}`,
    port: bound,
    simulator,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
};
