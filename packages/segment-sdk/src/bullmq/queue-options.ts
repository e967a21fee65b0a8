import { createOptionCheck } from '../contract/check-options.js';
import type { EventQueue } from '../delivery/event-queue.js';
import type { Queue } from '../delivery/queue-connection.js';
import { createQueue } from '../queue/create-queue.js';
import { BullmqQueue } from './bullmq-queue.js';
import { openLink, type RedisPlace } from './redis-link.js';

/** Where the events of all machines wait. */
export interface BullmqPlace {
  /** Redis or Valkey: a URL, or options of ioredis. Default `redis://127.0.0.1:6379`. */
  readonly connection?: RedisPlace | undefined;
  /** What all keys begin with. Default `segment`; for a cluster one with braces: `{segment}`. */
  readonly prefix?: string | undefined;
  /**
   * Into how many parts the users of a source are divided: so many requests at a time it gets from all workers
   * together. All who use a source must say the same. Default 4.
   */
  readonly partitions?: number | undefined;
}

/** How a queue in Redis is set up. */
export interface BullmqQueueOptions extends BullmqPlace {
  /**
   * Bound of the source's waiting events, in bytes of their JSON; Redis needs about half of it. Default 1 GiB. Nothing
   * is put, either, while Redis uses more than 80 % of its `maxmemory`.
   */
  readonly maxBytes?: number | undefined;
}

/** What a queue is opened with that events are taken out of, too. */
export interface OpenBullmqOptions extends BullmqQueueOptions {
  /** The most events that all workers together send in a second. Default: no limit. */
  readonly maxEventsPerSecond?: number | undefined;
  /**
   * How long the events that a worker is sending wait if it dies, in milliseconds; it is longer than the event loop may
   * stand still. At least 500, default 10,000.
   */
  readonly leaseMs?: number | undefined;
}

const DEFAULT_PLACE = 'redis://127.0.0.1:6379';

const place = { connection: 1, prefix: 1, partitions: 1 } satisfies Record<keyof BullmqPlace, unknown>;
const queue = { ...place, maxBytes: 1 } satisfies Record<keyof BullmqQueueOptions, unknown>;
const opened = { ...queue, maxEventsPerSecond: 1, leaseMs: 1 } satisfies Record<keyof OpenBullmqOptions, unknown>;

/** Reads what all of them have. @throws {SegmentError} `invalid_option` */
export const readPlace = (factory: string, options: OpenBullmqOptions) => {
  const { connection = DEFAULT_PLACE, prefix = 'segment' } = options;
  const numbers = createOptionCheck(factory, options).numbers({
    partitions: [1, 4],
    maxBytes: [1, 1024 * 1024 * 1024],
    maxEventsPerSecond: [0, 0],
    leaseMs: [500, 10_000],
  });
  return { connection, prefix, ...numbers };
};

/**
 * A queue that machines share, for the client of a producer: a call is acknowledged when Redis has its event, and
 * refused at once while Redis is away. Workers deliver (`createEventWorker`, `segment-lua worker`).
 * @throws {SegmentError} `invalid_option`
 * @example
 * const segment = createSegment({ writeKey, queue: bullmqQueue({ connection: 'redis://queue:6379' }) });
 */
export const bullmqQueue = (options: BullmqQueueOptions = {}): Queue => {
  createOptionCheck('bullmqQueue', options).names(Object.keys(queue));
  const whole = openQueueOf('bullmqQueue', options);
  return createQueue({
    open: (source) => whole.open(source),
    put: (events) => whole.put(events),
    stats: () => whole.stats(),
    close: () => whole.close(),
  });
};

/**
 * The same queue without a client, from which events can be taken as well: to be tested, or for a sender of one's own.
 * @throws {SegmentError} `invalid_option`
 */
export const openBullmq = (options: OpenBullmqOptions = {}): EventQueue => {
  createOptionCheck('openBullmq', options).names(Object.keys(opened));
  return openQueueOf('openBullmq', options);
};

const openQueueOf = (factory: string, options: OpenBullmqOptions): BullmqQueue => {
  const { connection, ...settings } = readPlace(factory, options);
  const link = openLink(connection);
  return new BullmqQueue({
    ...settings,
    link,
    onClose: () => {
      link.close();
    },
  });
};
