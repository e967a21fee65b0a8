import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { SimulatorResponse } from '../operations/simulated-route.js';
import { type Control, createControl } from './control.js';
import { createSimulator, type Simulator } from './create-simulator.js';
import { MAX_BODY_BYTES } from './decode-body.js';
import type { PlanEnforcer } from './enforce-plans.js';
import type { RequestedFault } from './requested-fault.js';
import type { Ending, SimulatorRequest } from './types.js';

/** Where the server listens and what it serves. */
export interface SimulatorServerOptions {
  /** Default 0: any free port. */
  readonly port?: number;
  /** Default: a new one. */
  readonly simulator?: Simulator;
  /** Holds events to plans, where no simulator is given, and lists what broke them at `/_simulator/violations`. */
  readonly enforcer?: PlanEnforcer;
  /** What goes wrong from the start. More is taken while it runs, by `POST /_simulator/faults`. */
  readonly faults?: readonly RequestedFault[];
  /** Told of each request when it has been answered, or not. */
  readonly onRequest?: (request: ServedRequest) => void;
}

/** A request that a server has seen to its end. */
export interface ServedRequest {
  readonly method: string;
  /** Path with its query. */
  readonly path: string;
  /** Absent when the connection was dropped or left hanging. */
  readonly status?: number;
  /** From its last byte to the answer, in milliseconds. */
  readonly ms: number;
  /** The decoded body. */
  readonly body: string;
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

/** What a server answers requests with. */
interface Serving {
  readonly simulator: Simulator;
  readonly control: Control;
  readonly onRequest: SimulatorServerOptions['onRequest'];
}

const serve = async (serving: Serving, message: IncomingMessage, response: ServerResponse): Promise<void> => {
  const request = await requestOf(message);
  const isControl = /^\/_simulator(?:[/?]|$)/.test(request.path);
  const ending = isControl ? serving.control.answer(request) : await simulate(serving, request);
  if (ending === 'hanging') return;
  if (ending === 'dropped') response.destroy();
  else response.writeHead(ending.status, withLength(ending)).end(ending.body);
};

const simulate = async ({ simulator, onRequest }: Serving, request: SimulatorRequest): Promise<Ending> => {
  const started = performance.now();
  const ending = await simulator.handle(request);
  const { method, path } = request;
  // It is the last that was noted: nothing is waited for between the note and here.
  const body = simulator.requests.at(-1)?.body ?? '';
  const status = typeof ending === 'object' ? { status: ending.status } : {};
  onRequest?.({ method, path, ...status, ms: performance.now() - started, body });
  return ending;
};

const withLength = ({ headers, body }: SimulatorResponse): Readonly<Record<string, string>> =>
  body === '' ? headers : { ...headers, 'content-length': String(Buffer.byteLength(body)) };

/**
 * Serves a simulator over HTTP on 127.0.0.1. Below `/_simulator` it lists what it received as JSON and takes faults:
 * `GET /_simulator/events`, `/violations`, `/requests`, `/faults`;
 * `POST /_simulator/faults`, `/reset`; `DELETE /_simulator/faults`.
 */
export const startSimulatorServer = async ({
  port = 0,
  enforcer,
  simulator = createSimulator(enforcer ? { enforce: enforcer.enforce } : {}),
  faults = [],
  onRequest,
}: SimulatorServerOptions = {}): Promise<SimulatorServer> => {
  const control = createControl(simulator, enforcer);
  for (const fault of faults) control.addFault(fault);
  const server = createServer((message, response) => {
    // A client that gives up half-way is none of the simulator's business.
    serve({ simulator, control, onRequest }, message, response).catch(() => response.destroy());
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
