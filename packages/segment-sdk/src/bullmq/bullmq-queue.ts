import { randomBytes } from 'node:crypto';

import { type Queue as BullQueue } from 'bullmq';

import { invalid } from '../contract/errors.js';
import type {
  DeadEvent,
  EventQueue,
  QueuedEvent,
  QueueStats,
  Reservation,
  ReservationEnd,
  ReserveLimits,
} from '../delivery/event-queue.js';
import { addJobs } from './add-jobs.js';
import { openBullQueue } from './bull.js';
import { cutIntoChunks, partitionOf, type PlacedEvent } from './chunk.js';
import { deadJobOf, type DeadLetter } from './dead-letter.js';
import { mergeEvents } from './merge-events.js';
import { type ChunkJob, countOf, type Held, Partition, type PartitionSettings } from './partition.js';
import { queueFull } from './redis-error.js';
import { type ScriptedRedis, within } from './redis-link.js';
import { keysOf, type SourceKeys } from './source-keys.js';

/** How a queue in Redis is kept. */
export interface BullmqSettings extends PartitionSettings {
  readonly partitions: number;
  readonly maxBytes: number;
  /** The most events that all workers together send in a second; 0: no limit. */
  readonly maxEventsPerSecond: number;
  /** Called when the queue is closed. */
  readonly onClose: () => void;
}

const MOST_RELEASE_MS = 1_000;

/** What an open queue has. */
interface Opened {
  readonly keys: SourceKeys;
  readonly partitions: readonly Partition[];
  readonly dead: BullQueue<DeadLetter, null>;
}

/** The events of one source in Redis: a BullMQ queue for each partition of its users, and counters of our own. */
export class BullmqQueue implements EventQueue {
  readonly #settings: BullmqSettings;
  readonly #producer = randomBytes(4).toString('hex');
  readonly #held = new Set<Held>();
  #opened: Opened | undefined;
  #puts = 0;

  constructor(settings: BullmqSettings) {
    this.#settings = settings;
  }

  async open(source: string): Promise<void> {
    const { link, prefix, partitions: count } = this.#settings;
    const redis = await link.ready();
    await link.check();
    const keys = keysOf(prefix, source, count);
    await redis.hsetnx(keys.pace, 'partitions', count);
    const known = Number(await redis.hget(keys.pace, 'partitions'));
    if (known !== count) throw otherPartitions(count, known);
    await redis.sadd(keys.sources, source);
    const partitions = keys.queues.map((name, n) => new Partition(this.#settings, name, n));
    await Promise.all(partitions.map((partition) => partition.open()));
    this.#opened = { keys, partitions, dead: openBullQueue({ link, prefix }, keys.deadQueue) };
  }

  async put(events: readonly QueuedEvent[]): Promise<void> {
    const { keys, partitions } = this.#get();
    const { link, maxBytes } = this.#settings;
    const redis = await link.ready();
    const bytes = events.reduce((sum, event) => sum + event.bytes, 0);
    await link.checkRoom(bytes);
    const before = Number(await redis.hget(keys.totals, 'bytes'));
    if (before > 0 && before + bytes > maxBytes) throw queueFull(`${maxBytes} bytes, maxBytes`);
    const jobs = this.#cut(events).map(
      ({ chunk, partition, id }) => partitions[partition]?.jobOf(chunk, id) as ChunkJob,
    );
    const counts = jobs.flatMap((job) => countOf(job));
    await addJobs(redis, jobs, (transaction) => transaction.mwCount(2, keys.held, keys.totals, ...counts));
  }

  async reserve(limits: ReserveLimits): Promise<Reservation | undefined> {
    const { keys, partitions } = this.#get();
    const { link, maxEventsPerSecond } = this.#settings;
    const redis = await link.ready();
    await Promise.all(partitions.map((partition) => partition.rescue()));
    const given = [keys.pace, keys.held, keys.totals, ...keys.lists];
    const [granted = 0, ...free] = await redis.mwLook(given.length, ...given, limits.events, maxEventsPerSecond);
    const held = await this.#takeFrom(free, { ...limits, events: granted });
    const events = mergeEvents(held.map((part) => part.events));
    if (maxEventsPerSecond > 0 && events.length < granted)
      await redis.mwGiveBack(1, keys.pace, granted - events.length, maxEventsPerSecond);
    return events.length > 0 ? this.#reservationOf(redis, keys, held, events) : undefined;
  }

  async hold(ms: number): Promise<void> {
    const { pace } = this.#get().keys;
    await (await this.#settings.link.ready()).mwRest(1, pace, 'hold', Math.ceil(ms));
  }

  async stats(): Promise<QueueStats> {
    const { keys } = this.#get();
    const redis = await this.#settings.link.ready();
    return measure(redis, keys);
  }

  async close(): Promise<void> {
    const opened = this.#opened;
    this.#opened = undefined;
    await within(MOST_RELEASE_MS, Promise.all([...this.#held].map((held) => held.release())));
    this.#held.clear();
    await within(
      MOST_RELEASE_MS,
      Promise.all([opened?.dead.close(), ...(opened?.partitions ?? []).map((one) => one.close())]),
    );
    this.#settings.onClose();
  }

  #get(): Opened {
    if (!this.#opened) throw invalid('queue', 'it is not open', 'queue_failed');
    return this.#opened;
  }

  /** Cuts what is put together into chunks, each for its partition. */
  #cut(events: readonly QueuedEvent[]) {
    const at = Date.now();
    const put = `${at.toString(36)}-${this.#producer}-${(this.#puts += 1).toString(36)}`;
    const parts: PlacedEvent[][] = Array.from({ length: this.#settings.partitions }, () => []);
    for (const [place, { messageId, user, body, bytes }] of events.entries())
      parts[partitionOf(user, parts.length)]?.push({ messageId, user, body, bytes, at, place });
    return parts.flatMap((part, partition) =>
      cutIntoChunks(part).map((chunk, n) => ({ chunk, partition, id: `${put}-${partition}-${n}` })),
    );
  }

  /** Takes events of the partitions that are free; more than one only as long as there is much room. */
  async #takeFrom(free: readonly number[], limits: ReserveLimits): Promise<Held[]> {
    const held: Held[] = [];
    let { events, bytes } = limits;
    for (const n of free) {
      if (events * 2 < limits.events || bytes * 2 < limits.bytes) break;
      const part = await this.#get().partitions[n]?.take({ events, bytes }, held.length === 0);
      if (!part) continue;
      held.push(part);
      this.#held.add(part);
      events -= part.events.length;
      bytes -= part.events.reduce((sum, event) => sum + event.bytes + 1, 0);
      if (events <= 0 || bytes <= 0) break;
    }
    return held;
  }

  async #reservationOf(
    redis: ScriptedRedis,
    keys: SourceKeys,
    held: readonly Held[],
    events: readonly PlacedEvent[],
  ): Promise<Reservation> {
    for (const part of held) await redis.hset(keys.reserved, part.partition.number, part.events.length);
    await redis.mwCount(2, keys.held, keys.totals, ...held.flatMap(({ counts }) => counts));
    const { link, leaseMs } = this.#settings;
    return {
      events,
      leaseMs,
      extend: async () => {
        await Promise.all(held.map((part) => part.extend(leaseMs)));
      },
      settle: async (end) => {
        const open = held.filter((part) => this.#held.has(part));
        if (open.length === 0) return;
        // By the end of the lease others have them.
        await link.back(leaseMs);
        await this.#end(await link.ready(), keys, open, end);
      },
    };
  }

  async #end(
    redis: ScriptedRedis,
    keys: SourceKeys,
    held: readonly Held[],
    { dead, again, delayMs }: ReservationEnd,
  ): Promise<void> {
    await this.#bury(redis, dead);
    const back = new Set<QueuedEvent>(again);
    for (const part of held) {
      const left = part.events.filter((event) => back.has(event));
      // Whoever has it by now sends it again, and ends it.
      if (await part.extend(this.#settings.leaseMs)) {
        if (left.length > 0 && delayMs > 0)
          await redis.mwRest(1, keys.pace, `rest:${part.partition.number}`, Math.ceil(delayMs));
        await part.reduce(left, (counts) => redis.mwCount(2, keys.held, keys.totals, ...counts));
        await part.release();
      }
      this.#held.delete(part);
    }
  }

  /** Keeps apart what Segment refuses; an event that is there already stays as it is. */
  async #bury(redis: ScriptedRedis, dead: readonly DeadEvent[]): Promise<void> {
    if (dead.length === 0) return;
    const { dead: queue } = this.#get();
    await addJobs(
      redis,
      dead.map((one) => deadJobOf(queue, one)),
    );
  }
}

/** What a source holds. */
export const measure = async (redis: ScriptedRedis, keys: SourceKeys): Promise<QueueStats> => {
  const given = [keys.held, keys.totals, keys.reserved, keys.deadList, ...keys.lists];
  const [events = 0, reserved = 0, bytes = 0, oldestMs = 0, dead = 0] = await redis.mwMeasure(given.length, ...given);
  return { events, reserved, bytes, oldestMs, dead };
};

const otherPartitions = (given: number, known: number) =>
  invalid(
    'bullmqQueue',
    { message: `bad option 'partitions' (${known} expected, as this source has, got ${given})`, field: 'partitions' },
    'invalid_option',
  );
