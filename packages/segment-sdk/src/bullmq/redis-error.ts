import { failure, type SegmentError } from '../contract/errors.js';
import { reasonOf } from '../schema/json-value.js';

/** Redis does not answer, or not as it must. @param where Its host and port. */
export const redisAway = (where: string, reason: unknown): SegmentError =>
  failure('delivery', 'queue_failed', 'queue', `Redis at ${where} is away (${reasonOf(reason)})`, true);

/** Redis, or the part of it that is ours, has no room. */
export const queueFull = (why: string): SegmentError =>
  failure('delivery', 'queue_full', 'queue', `the queue is full (${why})`, true);

/** What Redis holds was written by a later version. */
export const queueFormat = (given: unknown, known: number): SegmentError =>
  failure(
    'delivery',
    'queue_format',
    'queue',
    `the queue holds events of format ${String(given)}, this version reads ${known}; they stay for newer workers`,
  );

/** Redis is set up so that it could lose events. */
export const badRedis = (where: string, problem: string): SegmentError =>
  failure('delivery', 'queue_failed', 'queue', `Redis at ${where} cannot hold a queue: ${problem}`);

/** What Redis says when it is at `maxmemory` (OOM), or the transaction that met it (EXECABORT). */
export const fullIfOutOfMemory = (thrown: unknown): unknown => {
  const { message = '', previousErrors = [] } = Object(thrown) as Error & { previousErrors?: readonly Error[] };
  const isFull = /\bOOM\b/.test([message, ...previousErrors.map((error) => error.message)].join(' '));
  return isFull ? queueFull('Redis is at its maxmemory') : thrown;
};
