import { failure, isSegmentError, SegmentError, type SegmentErrorFacts } from '../errors.js';
import { reasonOf } from '../schema/json-value.js';
import type { PendingEvent } from './pending-event.js';

/** Segment's documented limits for a batch are 500 KB and 2,500 events; the bytes keep a margin for the envelope. */
export const MAX_BATCH_BYTES = 480 * 1024 - 1_024;

/** See {@link MAX_BATCH_BYTES}. */
export const MAX_BATCH_EVENTS = 2_500;

/** Sends events in one request; rejects if Segment does not accept it. */
export type Post = (events: readonly PendingEvent[]) => Promise<void>;

/** Ends an event: delivered, or failed with an error. */
export type Settle = (event: PendingEvent, error?: SegmentError) => void;

/** How many refused requests one batch may cost while it is searched for its bad events. */
const MAX_REFUSALS = 64;

/** What a failed request means for one of its events. */
const failureOf = (error: SegmentError, operation: string): SegmentError => {
  const reason = error.message.replace(`${String(error.operation)}: `, '');
  const isLost = error.retryable || error.code === 'aborted';
  const facts: SegmentErrorFacts = Object.assign({}, error, { operation }, isLost ? ({ kind: 'delivery', code: 'not_delivered' } as const) : {});
  return new SegmentError(isLost ? `not delivered: ${reason}` : reason, facts);
};

const failAll = (events: readonly PendingEvent[], error: SegmentError, settle: Settle): void => {
  const failures: Record<string, SegmentError> = {};
  for (const event of events) settle(event, (failures[event.operation] ??= failureOf(error, event.operation)));
};

/**
 * Sees a batch through. A batch refused as too large or malformed is halved, in order, until the events that
 * cause it stand alone and fail alone.
 */
export const deliver = async (batch: readonly PendingEvent[], post: Post, settle: Settle): Promise<void> => {
  let refusals = 0;
  const attempt = async (events: readonly PendingEvent[]): Promise<void> => {
    try {
      await post(events);
    } catch (thrown) {
      const error = isSegmentError(thrown) ? thrown : failure('delivery', 'not_delivered', 'batch', reasonOf(thrown));
      refusals += 1;
      const isDivisible = (error.status === 413 || error.status === 400) && events.length > 1 && refusals <= MAX_REFUSALS;
      if (!isDivisible) {
        failAll(events, error, settle);
        return;
      }
      const middle = events.length >> 1;
      await attempt(events.slice(0, middle));
      await attempt(events.slice(middle));
      return;
    }
    for (const event of events) settle(event);
  };
  await attempt(batch);
};
