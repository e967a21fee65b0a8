import { openBullQueue, openBullWorker, within } from '@moonwire/segment-sdk/bullmq';
import { Job as BullJob, type Queue, type Worker } from 'bullmq';

import { type OpenPlace } from './job-place.js';
import { bullPriority } from './job-spec.js';

/** A place in the line of a tenant; what is to be run lies in the record of its id. */
export type Ticket = BullJob<Empty, null>;

type Empty = Readonly<Record<string, never>>;

const MOST_CLOSE_MS = 500;

/** The line of one tenant: a BullMQ queue, of which a worker asks by hand. */
export class TenantQueue {
  readonly queue: Queue<Empty, null>;
  readonly #place: OpenPlace;
  readonly #leaseMs: number;
  #worker: Worker<Empty, null> | undefined;
  #concurrency: number | undefined;

  constructor(place: OpenPlace, tenant: string, leaseMs: number) {
    this.#place = place;
    this.#leaseMs = leaseMs;
    this.queue = openBullQueue({ link: place.link, prefix: place.keys.queues }, tenant);
  }

  /** A ticket that is not in Redis yet. */
  ticketOf(id: string, priority: number): Ticket {
    const options = { removeOnComplete: true, priority: bullPriority(priority) };
    return new BullJob<Empty, null>(this.queue, 'script', {}, options, id);
  }

  /** Takes the next one, unless as many are running as may. */
  async take(token: string, concurrency: number): Promise<Ticket | undefined> {
    if (this.#concurrency !== concurrency) await this.queue.setGlobalConcurrency(concurrency);
    this.#concurrency = concurrency;
    return this.#open().getNextJob(token, { block: false });
  }

  /** Takes tickets from workers that died, at the second look after the end of their leases. */
  async rescue(): Promise<void> {
    await this.#open().getBackend().moveStalledJobsToWait();
  }

  /** Takes one that waits out of the line; one that is just being taken stays. */
  async remove(id: string): Promise<void> {
    await this.queue.remove(id);
  }

  /** Ends what is open; Redis need not be there. */
  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await within(MOST_CLOSE_MS, Promise.all([worker?.close(true), this.queue.close()]));
  }

  #open(): Worker<Empty, null> {
    const { link, keys } = this.#place;
    return (this.#worker ??= openBullWorker<Empty>({ link, prefix: keys.queues }, this.queue.name, this.#leaseMs));
  }
}

/** Lines that are open at a time; of more tenants those that had no turn for longest are opened anew. */
const MOST_OPEN = 500;

/** The lines of all tenants, each opened when it is needed. */
export class TenantQueues {
  readonly #place: OpenPlace;
  readonly #leaseMs: number;
  readonly #open = new Map<string, TenantQueue>();

  constructor(place: OpenPlace, leaseMs: number) {
    this.#place = place;
    this.#leaseMs = leaseMs;
  }

  of(tenant: string): TenantQueue {
    const queue = this.#open.get(tenant) ?? new TenantQueue(this.#place, tenant, this.#leaseMs);
    this.#open.delete(tenant);
    this.#open.set(tenant, queue);
    const [oldest] = this.#open;
    if (oldest && this.#open.size > MOST_OPEN) {
      this.#open.delete(oldest[0]);
      void oldest[1].close();
    }
    return queue;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#open.values()].map((queue) => queue.close()));
    this.#open.clear();
  }
}
