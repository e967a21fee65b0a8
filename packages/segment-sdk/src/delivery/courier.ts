import { type SegmentError, toError } from '../contract/errors.js';
import { reasonOf } from '../schema/json-value.js';
import type { PendingEvent } from './pending-event.js';
import type { End } from './report.js';

/** Segment's documented limits for a batch are 500 KB and 2,500 events; the bytes keep a margin for the envelope. */
export const MAX_BATCH_BYTES = 480 * 1024 - 1_024;

/** See {@link MAX_BATCH_BYTES}. */
export const MAX_BATCH_EVENTS = 2_500;

/** Sends events in one request, or puts them into a queue; rejects if they are not accepted. */
export type Post = (events: readonly PendingEvent[]) => Promise<'queued' | undefined>;

/** Ends an event: delivered, unless another end is given. */
export type Settle = (event: PendingEvent, end?: End) => void;

/**
 * Ends the events of a batch that failed.
 * @param post Sends a part of the batch; gives the error, if any.
 */
export type EndFailedBatch = (
  batch: readonly PendingEvent[],
  error: SegmentError,
  post: (events: readonly PendingEvent[]) => Promise<SegmentError | 'queued' | undefined>,
  settle: Settle,
) => Promise<void>;

/** Sees a batch through: every event of it ends. If a failed one cannot be ended event by event, they fail as one. */
export const deliver = async (
  batch: readonly PendingEvent[],
  post: Post,
  endFailedBatch: EndFailedBatch,
  settle: Settle,
): Promise<void> => {
  const end = await tryPost(batch, post);
  const settleAll = (): void => {
    for (const event of batch) settle(event, end);
  };
  if (typeof end === 'object')
    await endFailedBatch(batch, end, (events) => tryPost(events, post), settle).catch(settleAll);
  else settleAll();
};

const tryPost = async (events: readonly PendingEvent[], post: Post): Promise<SegmentError | 'queued' | undefined> => {
  try {
    return await post(events);
  } catch (thrown) {
    return toError(thrown, 'delivery', 'not_delivered', 'batch', reasonOf(thrown));
  }
};
