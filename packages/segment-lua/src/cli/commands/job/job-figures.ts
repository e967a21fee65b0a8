import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';

import type { JobQueue } from '../../../jobs/job-queue.js';
import type { JobWorker } from '../../../jobs/job-worker.js';
import type { TenantStats } from '../../../jobs/redis-job-queue.js';
import type { Figures } from '../worker/serve-figures.js';

/** What there is to tell of a worker that runs scripts, and of what waits on all machines. */
export const figuresOfJobs = (worker: JobWorker, jobs: JobQueue, target: string): Figures => ({
  target,
  health: async () => {
    await worker.check();
    return { running: worker.running(), ...worker.totals() };
  },
  registry: createRegistry(worker, jobs),
});

/** Labels are names of tenants. What waits is told as long as Redis is there. */
const createRegistry = (worker: JobWorker, jobs: JobQueue): Registry => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const describe = (name: string, help: string, label: string) => ({
    name: `segment_lua_${name}`,
    help,
    labelNames: [label],
    registers: [registry],
  });
  const gauge = (name: string, help: string, read: (stats: TenantStats) => number): void => {
    new Gauge({
      ...describe(name, help, 'tenant'),
      async collect() {
        this.reset();
        for (const stats of await jobs.stats().catch(() => [])) this.set({ tenant: stats.tenant }, read(stats));
      },
    });
  };
  gauge('jobs_waiting', 'Scripts that wait, on all machines', ({ waiting }) => waiting);
  gauge('jobs_running', 'Scripts that run, on all machines', ({ running }) => running);
  new Counter({
    ...describe('worker_jobs_total', 'Scripts that this worker has done with, by how', 'state'),
    collect() {
      this.reset();
      for (const [state, count] of Object.entries(worker.totals())) this.inc({ state }, count);
    },
  });
  return registry;
};
