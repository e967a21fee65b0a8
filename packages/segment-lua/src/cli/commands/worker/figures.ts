import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { EventWorker, SourceStats } from '@moonwire/segment-sdk/bullmq';
import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';

import manifest from '../../../../package.json' with { type: 'json' };

/** What tells of workers over HTTP. */
export interface FiguresService {
  /** `http://127.0.0.1:PORT` */
  readonly url: string;
  readonly close: () => Promise<void>;
}

type Workers = ReadonlyMap<string, EventWorker>;

/** Where to listen; port 0 takes a free one. */
interface Place {
  readonly host: string;
  readonly port: number;
}

/** Serves `/health`, which is 503 while Redis is away, and `/metrics` for Prometheus. Nothing of an event is in them. */
export const serveFigures = async (
  workers: Workers,
  target: string,
  { host, port }: Place,
): Promise<FiguresService> => {
  const registry = createRegistry(workers);
  const server = createServer((request, response) => {
    const path = (request.url ?? '').replace(/[?#].*$/s, '');
    const answer = path === '/health' ? health(workers, target) : path === '/metrics' ? metrics(registry) : nothing();
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

const health = async (workers: Workers, target: string): Promise<Answer> => {
  const about = { version: manifest.version, target };
  try {
    const accounts = await readAll(workers);
    return { status: 200, type: JSON_TYPE, text: JSON.stringify({ status: 'ok', ...about, accounts }) };
  } catch (error) {
    const reason = (error as Error).message;
    return { status: 503, type: JSON_TYPE, text: JSON.stringify({ status: 'unavailable', ...about, reason }) };
  }
};

const metrics = async (registry: Registry): Promise<Answer> => ({
  status: 200,
  type: registry.contentType,
  text: await registry.metrics(),
});

const nothing = (): Promise<Answer> =>
  Promise.resolve({ status: 404, type: 'text/plain', text: 'There are /health and /metrics.\n' });

const readAll = async (workers: Workers): Promise<Record<string, SourceStats | undefined>> => {
  const read = [...workers].map(async ([name, worker]) => [name, (await worker.stats())[0]] as const);
  return Object.fromEntries(await Promise.all(read));
};

/** Labels are names of accounts. What waits is told as long as Redis is there. */
const createRegistry = (workers: Workers): Registry => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const describe = (name: string, help: string) => ({
    name: `segment_lua_${name}`,
    help,
    labelNames: ['account'] as const,
    registers: [registry],
  });
  const gauge = (name: string, help: string, read: (stats: SourceStats) => number): void => {
    new Gauge({
      ...describe(name, help),
      async collect() {
        this.reset();
        const all = await readAll(workers).catch(() => ({}));
        for (const [account, stats] of Object.entries(all)) if (stats) this.set({ account }, read(stats));
      },
    });
  };
  gauge('queue_events', 'Events that wait or are being sent, on all machines', ({ events }) => events);
  gauge('queue_bytes', 'Bytes of their JSON', ({ bytes }) => bytes);
  gauge('queue_dead_events', 'Events that Segment refused, which are kept apart', ({ dead }) => dead);
  gauge('queue_oldest_seconds', 'How long the oldest event has waited', ({ oldestMs }) => oldestMs / 1_000);
  const counter = (name: string, help: string, of: 'delivered' | 'dead'): void => {
    new Counter({
      ...describe(name, help),
      async collect() {
        this.reset();
        for (const [account, worker] of workers) this.inc({ account }, (await worker.totals())[of]);
      },
    });
  };
  counter('worker_delivered_total', 'Events that this worker delivered', 'delivered');
  counter('worker_refused_total', 'Events of this worker that Segment refused', 'dead');
  return registry;
};

const listen = (server: Server, host: string, port: number): Promise<AddressInfo> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      resolve(server.address() as AddressInfo);
    });
  });
