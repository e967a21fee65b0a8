import { Job, type Queue, type Worker } from 'bullmq';

import type { ReserveLimits } from '../delivery/event-queue.js';
import { openBullQueue, openBullWorker } from './bull.js';
import { type Chunk, type PlacedEvent, readChunk, writeChunk } from './chunk.js';
import { type RedisLink, within } from './redis-link.js';

/** Most jobs that are read behind the first one. */
const MOST_AHEAD = 50;

const MOST_CLOSE_MS = 500;

/** A job that holds a chunk. */
export type ChunkJob = Job<Chunk, null>;

/** Where a partition is. */
export interface PartitionSettings {
  readonly link: RedisLink;
  readonly prefix: string;
  /** How long a job belongs to its worker without a word, in milliseconds. */
  readonly leaseMs: number;
}

/** Events of a partition that one worker has for itself: the first job is the lock for those behind it. */
export interface Held {
  readonly partition: Partition;
  readonly events: readonly PlacedEvent[];
  /** Keys and ids of the jobs, each with its events and bytes. */
  readonly counts: readonly (string | number)[];
  /** Keeps it for a time, in milliseconds; tells whether it still is this worker's. */
  readonly extend: (ms: number) => Promise<boolean>;
  /**
   * Writes down what is left and ends the jobs that are done with; the lock is kept until {@link release}.
   * @param again Those of the events that stay, in their order.
   * @param count Counts what the jobs will hold. That comes first: jobs that outlive it, because their worker dies, are
   *   counted again when they are taken; nobody would look for counts that outlive their jobs.
   */
  readonly reduce: (
    again: readonly PlacedEvent[],
    count: (counts: readonly (string | number)[]) => Promise<unknown>,
  ) => Promise<void>;
  /** Lets go of it: what is left stands at the front again. */
  readonly release: () => Promise<void>;
}

/**
 * One BullMQ queue, whose jobs are chunks of events and of which one is active at a time on all machines: that keeps
 * the order of its users.
 */
export class Partition {
  readonly number: number;
  readonly queue: Queue<Chunk, null>;
  readonly #link: RedisLink;
  readonly #prefix: string;
  readonly #leaseMs: number;
  #worker: Worker<Chunk, null> | undefined;
  #tokens = 0;
  #rescuedAt = -Infinity;

  constructor({ link, prefix, leaseMs }: PartitionSettings, name: string, number: number) {
    this.#link = link;
    this.#prefix = prefix;
    this.#leaseMs = leaseMs;
    this.number = number;
    this.queue = openBullQueue({ link, prefix }, name);
  }

  async open(): Promise<void> {
    await this.queue.setGlobalConcurrency(1);
  }

  /** A job of this partition that is not in Redis yet. */
  jobOf(chunk: Chunk, id: string): ChunkJob {
    return new Job<Chunk, null>(this.queue, 'events', chunk, { removeOnComplete: true }, id);
  }

  /** Takes the first events that fit, at least one if `isFirst`, unless somebody has this partition. */
  async take(room: ReserveLimits, isFirst: boolean): Promise<Held | undefined> {
    const token = `${(this.#tokens += 1)}`;
    const worker = this.#open();
    const job = (await worker.getNextJob(`${worker.id}-${token}`, { block: false })) as ChunkJob | undefined;
    if (!job) return undefined;
    try {
      const chunk = readChunk(job.data);
      const fitting = countFitting(chunk, room, isFirst);
      if (fitting > 0) return await this.#hold(job, chunk, fitting, room);
    } catch (error) {
      await job.moveToWait(job.token);
      throw error;
    }
    await job.moveToWait(job.token);
    return undefined;
  }

  /**
   * Takes the jobs of workers that died from them, if it is time to look: the second look after the end of a lease does
   * it. BullMQ's own timer pauses for five seconds when Redis was away.
   */
  async rescue(): Promise<void> {
    if (performance.now() - this.#rescuedAt < this.#leaseMs / 2) return;
    await this.#open().getBackend().moveStalledJobsToWait();
    this.#rescuedAt = performance.now();
  }

  /** Ends what is open; Redis need not be there. */
  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = undefined;
    await within(MOST_CLOSE_MS, Promise.all([worker?.close(true), this.queue.close()]));
  }

  /** The worker that jobs are asked of. */
  #open(): Worker<Chunk, null> {
    return (this.#worker ??= openBullWorker<Chunk>(
      { link: this.#link, prefix: this.#prefix },
      this.queue.name,
      this.#leaseMs,
    ));
  }

  async #hold(job: ChunkJob, chunk: readonly PlacedEvent[], fitting: number, room: ReserveLimits): Promise<Held> {
    const token = job.token as string;
    const rest = chunk.slice(fitting);
    const ahead = rest.length > 0 ? [] : await this.#readAhead(chunk, room);
    const events = [...chunk.slice(0, fitting), ...ahead.flatMap(({ events: behind }) => behind)];
    let left: readonly PlacedEvent[] = chunk;
    return {
      partition: this,
      events,
      counts: [job, ...ahead.map(({ job: behind }) => behind)].flatMap((one) => countOf(one)),
      extend: async (ms) => (await job.extendLock(token, ms).catch(lostLock)) === 1,
      reduce: async (again, count) => {
        left = [...again, ...rest];
        await count([countOf(job, left), ...ahead.map(({ job: behind }) => countOf(behind, []))].flat());
        if (left.length > 0) await job.updateData(writeChunk(left));
        await Promise.all(ahead.map(({ job: { id } }) => this.queue.remove(id as string)));
      },
      release: async () => {
        if (left.length > 0) await job.moveToWait(token);
        else await job.moveToCompleted(null, token, false);
      },
    };
  }

  /** The jobs behind the first one, as far as all of their events fit. */
  async #readAhead(
    chunk: readonly PlacedEvent[],
    room: ReserveLimits,
  ): Promise<{ job: ChunkJob; events: PlacedEvent[] }[]> {
    let { events, bytes } = room;
    const use = (part: readonly PlacedEvent[]): void => {
      events -= part.length;
      bytes -= part.reduce((sum, event) => sum + event.bytes + 1, 0);
    };
    use(chunk);
    const likely = Math.ceil(Math.min(MOST_AHEAD, events / chunk.length, bytes / (room.bytes - bytes)));
    if (likely <= 0) return [];
    const ahead: { job: ChunkJob; events: PlacedEvent[] }[] = [];
    for (const job of (await this.queue.getJobs(['wait'], 0, likely - 1, true)) as ChunkJob[]) {
      const behind = readChunk(job.data);
      if (countFitting(behind, { events, bytes }, false) < behind.length) break;
      ahead.push({ job, events: behind });
      use(behind);
    }
    return ahead;
  }
}

/** What is counted of a job: its key and id, its events and their bytes. @param left What is left of it. */
export const countOf = (job: ChunkJob, left?: readonly PlacedEvent[]): (string | number)[] => {
  const { id = '', prefix, queueName, data } = job;
  const bytes = left ? left.reduce((sum, event) => sum + event.bytes, 0) : data.bytes;
  return [`${prefix}:${queueName}:${id}`, id, left?.length ?? data.events, bytes];
};

/** How many events from the first on fit; `mustTake` gives one, however large. */
const countFitting = (events: readonly PlacedEvent[], room: ReserveLimits, mustTake: boolean): number => {
  let bytes = 0;
  const over = events.findIndex((event, n) => {
    bytes += event.bytes + 1;
    return n >= room.events || bytes > room.bytes;
  });
  const fitting = over < 0 ? events.length : over;
  return mustTake ? Math.max(1, fitting) : fitting;
};

/** BullMQ says by an error that a lock is not ours; a connection that is lost says nothing about it. */
const lostLock = (error: unknown): number => {
  if (/lock/i.test((error as Error).message)) return 0;
  throw error;
};
