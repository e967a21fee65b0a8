import { createOptionCheck } from '../contract/check-options.js';
import { invalid } from '../contract/errors.js';
import type { QueuedEvent } from '../delivery/event-queue.js';
import { openBullQueue } from './bull.js';
import { BullmqQueue, type BullmqSettings, measure } from './bullmq-queue.js';
import { type Chunk, type PlacedEvent, readChunk } from './chunk.js';
import type { DeadLetter } from './dead-letter.js';
import type { SourceStats } from './event-worker.js';
import { mergeEvents } from './merge-events.js';
import { type BullmqPlace, readPlace } from './queue-options.js';
import { openLink, type RedisLink } from './redis-link.js';
import { keysOf, type SourceKeys } from './source-keys.js';

/** Which source, and how many of its events. */
export interface PeekOptions {
  /** 16 hexadecimal digits of its write key's SHA-256; `stats()` names all. */
  readonly source: string;
  /** Most events. Default 10. */
  readonly limit?: number | undefined;
}

/** How long a queue is waited for. */
export interface DrainOptions {
  readonly source: string;
  /** In milliseconds. Default: without end. */
  readonly timeoutMs?: number | undefined;
  /** Learns of what is left, about once a second. */
  readonly onProgress?: ((stats: SourceStats) => void) | undefined;
}

/** Looks into a queue in Redis, and after it. Every method throws `queue_failed` while Redis is away. */
export interface QueueAdmin {
  /** What waits for each source. */
  readonly stats: () => Promise<readonly SourceStats[]>;
  /** The events that are next, reserved ones included. */
  readonly peek: (options: PeekOptions) => Promise<readonly QueuedEvent[]>;
  /** The events that Segment refused, with the reasons, the oldest first. */
  readonly dead: (options: PeekOptions) => Promise<readonly DeadLetter[]>;
  /** Puts dead events back into the line, at its end; resolves with their number. @param options Default: all. */
  readonly replay: (options: PeekOptions) => Promise<number>;
  /** Resolves when the workers have emptied the queue, or the time is over, with what is left. */
  readonly drain: (options: DrainOptions) => Promise<SourceStats>;
  /** Ends the connection. */
  readonly close: () => void;
}

const LOOK_MS = 1_000;
const REPLAY_EVENTS = 400;

/** Opens a queue in Redis to look after it. @throws {SegmentError} `invalid_option` */
export const createQueueAdmin = (options: Omit<BullmqPlace, 'partitions'> = {}): QueueAdmin => {
  createOptionCheck('createQueueAdmin', options).names(['connection', 'prefix']);
  const { connection, ...settings } = readPlace('createQueueAdmin', options);
  const link = openLink(connection);
  const admin = new Admin({ ...settings, link, onClose: () => undefined });
  return {
    stats: () => admin.stats(),
    peek: (given) => admin.peek(given),
    dead: (given) => admin.dead(given),
    replay: (given) => admin.replay(given),
    drain: (given) => admin.drain(given),
    close: () => {
      link.close();
    },
  };
};

class Admin {
  readonly #settings: BullmqSettings;
  readonly #link: RedisLink;
  readonly #prefix: string;

  constructor(settings: BullmqSettings) {
    this.#settings = settings;
    this.#link = settings.link;
    this.#prefix = settings.prefix;
  }

  async stats(): Promise<readonly SourceStats[]> {
    const redis = await this.#link.ready();
    const sources = await redis.smembers(keysOf(this.#prefix, '', 0).sources);
    return Promise.all(sources.sort().map((source) => this.#measure(source)));
  }

  async peek({ source, limit = 10 }: PeekOptions): Promise<readonly QueuedEvent[]> {
    const keys = await this.#keysOf(source);
    const parts = await Promise.all(keys.queues.map((name) => this.#first(name, limit)));
    return mergeEvents(parts)
      .slice(0, limit)
      .map(({ messageId, user, body, bytes }) => ({ messageId, user, body, bytes }));
  }

  async dead({ source, limit = 10 }: PeekOptions): Promise<readonly DeadLetter[]> {
    const { deadQueue } = await this.#keysOf(source);
    const queue = openBullQueue<DeadLetter>({ link: this.#link, prefix: this.#prefix }, deadQueue);
    const jobs = await queue.getJobs(['wait'], 0, limit - 1, true);
    return jobs.map(({ data }) => data);
  }

  async replay({ source, limit = Infinity }: PeekOptions): Promise<number> {
    const keys = await this.#keysOf(source);
    const queue = openBullQueue<DeadLetter>({ link: this.#link, prefix: this.#prefix }, keys.deadQueue);
    const line = new BullmqQueue({
      ...this.#settings,
      partitions: keys.queues.length,
      maxBytes: Infinity,
    });
    await line.open(source);
    let count = 0;
    while (count < limit) {
      const jobs = await queue.getJobs(['wait'], 0, Math.min(REPLAY_EVENTS, limit - count) - 1, true);
      if (jobs.length === 0) break;
      // Who is stopped in between leaves an event in both places: it is sent again, with the same id.
      await line.put(jobs.map(({ data }) => data.event));
      await Promise.all(jobs.map((job) => job.remove()));
      count += jobs.length;
    }
    await line.close();
    return count;
  }

  async drain({ source, timeoutMs = Infinity, onProgress }: DrainOptions): Promise<SourceStats> {
    const until = performance.now() + timeoutMs;
    for (;;) {
      const stats = await this.#measure(source);
      onProgress?.(stats);
      const left = until - performance.now();
      if (stats.events + stats.reserved === 0 || left <= 0) return stats;
      await new Promise((resolve) => setTimeout(resolve, Math.min(LOOK_MS, left)));
    }
  }

  async #measure(source: string): Promise<SourceStats> {
    const keys = await this.#keysOf(source);
    return { source, ...(await measure(await this.#link.ready(), keys)) };
  }

  /** The first events of a partition. */
  async #first(name: string, limit: number): Promise<PlacedEvent[]> {
    const queue = openBullQueue<Chunk>({ link: this.#link, prefix: this.#prefix }, name);
    const active = await queue.getJobs(['active'], 0, 0);
    const waiting = await queue.getJobs(['wait'], 0, limit - 1, true);
    return [...active, ...waiting].flatMap(({ data }) => readChunk(data)).slice(0, limit);
  }

  /** @throws {SegmentError} `not_found` */
  async #keysOf(source: string): Promise<SourceKeys> {
    const redis = await this.#link.ready();
    const { pace } = keysOf(this.#prefix, source, 0);
    const partitions = Number(await redis.hget(pace, 'partitions'));
    if (partitions > 0) return keysOf(this.#prefix, source, partitions);
    throw invalid(
      'queue',
      `Redis at ${this.#link.where} has no source '${source}' under '${this.#prefix}'`,
      'not_found',
    );
  }
}
