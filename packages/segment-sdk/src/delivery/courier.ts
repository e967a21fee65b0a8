import { onDemand } from '../client/load-on-demand.js';
import { failure, isSegmentError, type SegmentError } from '../errors.js';
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

const attempt = async (events: readonly PendingEvent[], post: Post): Promise<SegmentError | undefined> => {
  try {
    await post(events);
    return undefined;
  } catch (thrown) {
    return isSegmentError(thrown) ? thrown : failure('delivery', 'not_delivered', 'batch', reasonOf(thrown));
  }
};

/**
 * Sees a batch through: every event of it ends. What ends a batch that failed is loaded on demand; where that cannot be
 * loaded, the events fail as one.
 */
export const deliver = async (batch: readonly PendingEvent[], post: Post, settle: Settle): Promise<void> => {
  const error = await attempt(batch, post);
  const ending = error && (await onDemand().catch(() => undefined));
  if (ending) await ending.undelivered(batch, error, (events) => attempt(events, post), settle);
  else for (const event of batch) settle(event, error);
};
