import { type SegmentError, toError } from '../contract/errors.js';
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

/**
 * Ends the events of a batch that failed.
 * @param post Sends a part of the batch; gives the error, if any.
 */
export type EndFailedBatch = (
  batch: readonly PendingEvent[],
  error: SegmentError,
  post: (events: readonly PendingEvent[]) => Promise<SegmentError | undefined>,
  settle: Settle,
) => Promise<void>;

/** Sees a batch through: every event of it ends. If a failed one cannot be ended event by event, they fail as one. */
export const deliver = async (
  batch: readonly PendingEvent[],
  post: Post,
  endFailedBatch: EndFailedBatch,
  settle: Settle,
): Promise<void> => {
  const error = await tryPost(batch, post);
  const settleAll = (): void => {
    for (const event of batch) settle(event, error);
  };
  if (error) await endFailedBatch(batch, error, (events) => tryPost(events, post), settle).catch(settleAll);
  else settleAll();
};

const tryPost = async (events: readonly PendingEvent[], post: Post): Promise<SegmentError | undefined> => {
  try {
    await post(events);
    return undefined;
  } catch (thrown) {
    return toError(thrown, 'delivery', 'not_delivered', 'batch', reasonOf(thrown));
  }
};
