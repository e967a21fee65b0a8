import type { EventWorker, SourceStats } from '@moonwire/segment-sdk/bullmq';
import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';

import type { Figures } from './serve-figures.js';

type Workers = ReadonlyMap<string, EventWorker>;

/** What there is to tell of workers that deliver events, by the names of accounts. */
export const figuresOf = (workers: Workers, target: string): Figures => ({
  target,
  health: async () => ({ accounts: await readAll(workers) }),
  registry: createRegistry(workers),
});

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
