import { randomUUID } from 'node:crypto';

import type { OpenPlace } from './job-place.js';
import { JobSchedules } from './job-schedules.js';
import type { TenantQueues } from './tenant-queue.js';

/** How often a worker looks for what nobody tells it of, in milliseconds: schedules that are due, places. */
export const TICK_MS = 1_000;

/** How often what is kept no longer is forgotten, in milliseconds. */
const PRUNE_MS = 60_000;

/** What workers look after beside the scripts: schedules, jobs of workers that died, what is kept no longer. */
export class Upkeep {
  readonly #place: OpenPlace;
  readonly #queues: TenantQueues;
  readonly #schedules: JobSchedules;
  readonly #isDue: (task: string, everyMs: number) => boolean;
  readonly #leaseMs: number;

  constructor(place: OpenPlace, queues: TenantQueues, leaseMs: number) {
    this.#place = place;
    this.#queues = queues;
    this.#leaseMs = leaseMs;
    this.#schedules = new JobSchedules(place, queues);
    this.#isDue = createClock();
  }

  /** Does what is due; often asked, it does little. @throws SegmentError `queue_failed` while Redis is away */
  async look(): Promise<void> {
    await this.#place.check();
    await this.#place.link.ready();
    // A timer may be a little early.
    if (this.#isDue('schedules', TICK_MS * 0.9)) await this.#schedules.submitDue(randomUUID());
    if (this.#isDue('rescue', this.#leaseMs / 2)) await this.#rescue();
    if (this.#isDue('prune', PRUNE_MS)) await this.#prune();
  }

  async close(): Promise<void> {
    await this.#schedules.close();
  }

  async #rescue(): Promise<void> {
    const { link, keys } = this.#place;
    const redis = await link.ready();
    const tenants = await redis.mwJobBusy(1, keys.busy, keys.queues);
    await this.#schedules.rescue();
    for (const tenant of tenants) await this.#queues.of(tenant).rescue();
    if (tenants.length > 0) await redis.mwJobReady(2, keys.ready, keys.served, '', ...tenants);
  }

  async #prune(): Promise<void> {
    const { link, keys } = this.#place;
    const redis = await link.ready();
    for (const tenant of await redis.smembers(keys.tenants)) {
      const given = [keys.kept + tenant, keys.index + tenant, keys.tenants, keys.served, keys.limits];
      await redis.mwJobPrune(given.length, ...given, tenant, keys.records, keys.notes, keys.queues);
    }
  }
}

/** Tells whether it is time for a task again; asked about one that is due, it counts as done. */
const createClock = (): ((task: string, everyMs: number) => boolean) => {
  const done = new Map<string, number>();
  return (task, everyMs) => {
    const now = performance.now();
    const isDue = now - (done.get(task) ?? -Infinity) >= everyMs;
    if (isDue) done.set(task, now);
    return isDue;
  };
};
