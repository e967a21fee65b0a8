import { createRedisBackend, Queue, Worker } from 'bullmq';
import type { Redis } from 'ioredis';

/** A job whose worker dies is tried for ever: BullMQ would fail it at the second time. */
const MANY_STALLS = 1_000_000;

/** Entries of a queue's stream of events; we read none. */
const STREAM_ENTRIES = 100;

const ignore = (): void => undefined;

/** A connection that is shared, and what all keys begin with. */
export interface BullPlace {
  readonly link: { readonly redis: Redis };
  readonly prefix: string;
}

/** Opens a BullMQ queue on a connection that is there already. */
export const openBullQueue = <Data>({ link, prefix }: BullPlace, name: string): Queue<Data, null> => {
  const queue = new Queue<Data, null>(name, {
    ...connectionOf(link.redis, prefix),
    streams: { events: { maxLen: STREAM_ENTRIES } },
  });
  queue.on('error', ignore);
  return queue;
};

/**
 * Opens a BullMQ worker that jobs are asked of by hand (`getNextJob` with `block: false`). It needs no connection of
 * its own: it never blocks.
 * @param leaseMs How long a job belongs to its worker without a word, in milliseconds.
 */
export const openBullWorker = <Data>(
  { link, prefix }: BullPlace,
  name: string,
  leaseMs: number,
): Worker<Data, null> => {
  const options = {
    ...connectionOf(link.redis, prefix),
    autorun: false,
    lockDuration: leaseMs,
    stalledInterval: leaseMs / 2,
    maxStalledCount: MANY_STALLS,
  };
  const worker = new Worker<Data, null>(name, null, options, (queue, given) => createRedisBackend(queue, given));
  worker.on('error', ignore);
  return worker;
};

/** Nothing is asked at once: a queue that is made while Redis is away would stay broken. */
const connectionOf = (redis: Redis, prefix: string) => ({
  connection: redis,
  prefix,
  skipVersionCheck: true,
  skipWaitingForReady: true,
});
