import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Registry } from 'prom-client';

import manifest from '../../../../package.json' with { type: 'json' };

/** What tells of workers over HTTP. */
export interface FiguresService {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** What there is to tell. */
export interface Figures {
  readonly target: string;
  /** How they are. Rejects while Redis is away. */
  readonly health: () => Promise<object>;
  readonly registry: Registry;
}

/** Where to listen; port 0 takes a free one. */
interface Place {
  readonly host: string;
  readonly port: number;
}

/** Serves `/health`, 503 while Redis is away, and `/metrics`, for Prometheus. Nothing of an event is in them. */
export const serveFigures = async (figures: Figures, { host, port }: Place): Promise<FiguresService> => {
  const server = createServer((request, response) => {
    const path = (request.url ?? '').replace(/[?#].*$/s, '');
    const answer = path === '/health' ? health(figures) : path === '/metrics' ? metrics(figures) : nothing();
    void answer.then(({ status, type, text }) => response.writeHead(status, { 'content-type': type }).end(text));
  });
  const address = await listen(server, host, port);
  return {
    url: `http://${address.family === 'IPv6' ? `[${address.address}]` : address.address}:${address.port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

const JSON_TYPE = 'application/json';

const health = async ({ health: read, target }: Figures): Promise<Answer> => {
  const about = { version: manifest.version, target };
  try {
    const said = await read();
    return { status: 200, type: JSON_TYPE, text: JSON.stringify({ status: 'ok', ...about, ...said }) };
  } catch (error) {
    const reason = (error as Error).message;
    return { status: 503, type: JSON_TYPE, text: JSON.stringify({ status: 'unavailable', ...about, reason }) };
  }
};

const metrics = async ({ registry }: Figures): Promise<Answer> => ({
  status: 200,
  type: registry.contentType,
  text: await registry.metrics(),
});

const nothing = (): Promise<Answer> =>
  Promise.resolve({ status: 404, type: 'text/plain', text: 'There are /health and /metrics.\n' });

const listen = (server: Server, host: string, port: number): Promise<AddressInfo> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      resolve(server.address() as AddressInfo);
    });
  });
