import { afterEach } from '@jest/globals';
import { createSimulator, type Simulator } from '@moonwire/segment-sdk/simulator';

import { createSegmentLua, type RunResult, simulatedAccounts } from '../../src/index.js';
import {
  createJobQueue,
  createJobWorker,
  type JobQueue,
  type JobWorker,
  type JobWorkerOptions,
} from '../../src/jobs.js';
import type { RedisServer } from '../redis-server.js';

/** How long the jobs of a worker that died wait: the shortest there is. */
export const LEASE_MS = 500;

/** A Redis with a queue of scripts, a simulator that they talk to, and workers. */
export interface Workplace {
  readonly redis: RedisServer;
  readonly jobs: JobQueue;
  readonly simulator: Simulator;
  /** What the scripts that were begun have in common with their tests: their tenants, in turn. */
  readonly begun: string[];
  readonly startWorker: (options?: Partial<JobWorkerOptions>, globals?: Readonly<Record<string, unknown>>) => JobWorker;
}

let places = 0;

const open = new Set<() => Promise<unknown>>();

// Also after a test that has failed.
afterEach(async () => {
  await Promise.all([...open].map((close) => close()));
  open.clear();
});

/** Opens a workplace with keys of its own on a Redis; it is closed after the test. */
export const openWorkplace = (redis: RedisServer): Workplace => {
  const place = { target: 'simulator', connection: redis.url, prefix: `place-${(places += 1)}` };
  const jobs = createJobQueue(place);
  const simulator = createSimulator();
  const workers: JobWorker[] = [];
  const begun: string[] = [];
  open.add(async () => {
    await Promise.all(workers.map((worker) => worker.close({ timeoutMs: 0 })));
    await jobs.close();
  });
  return {
    redis,
    jobs,
    simulator,
    begun,
    startWorker: (options = {}, globals = {}) => {
      const host = createSegmentLua({ accounts: simulatedAccounts(), simulator, globals });
      const run: JobWorkerOptions['run'] = (code, given, { tenant }): Promise<RunResult> => {
        begun.push(tenant);
        return host.run(code, given);
      };
      const worker = createJobWorker({ ...place, run, leaseMs: LEASE_MS, concurrency: 1, ...options });
      workers.push(worker);
      return worker;
    },
  };
};

/** A script that makes one call. */
export const track = (user: string): string =>
  `return app.integrations.segment.track({ event = "E", userId = "${user}" }).status`;
