import { type SegmentError, toError } from '../contract/errors.js';
import type { DeadEvent, QueuedEvent } from '../delivery/event-queue.js';
import type { PostEvents } from '../delivery/tracking-api.js';
import { reasonOf } from '../schema/json-value.js';

/** How many refused requests one batch may cost while it is searched for its bad events. */
const MAX_REFUSALS = 64;

/** What became of events that were sent. */
export interface Sent {
  readonly done: QueuedEvent[];
  readonly dead: DeadEvent[];
  readonly again: QueuedEvent[];
  /** Why those of `again` are to be sent again. */
  error: SegmentError | undefined;
}

/**
 * Sends events of a queue. A batch refused as too large or malformed is halved, in order, until the events that cause
 * it stand alone; those are dead. All else is no fault of the events: whatever was not accepted goes back, and from the
 * first one on so does all that comes after it, which keeps the order of every user.
 */
export const deliverReserved = async (events: readonly QueuedEvent[], post: PostEvents): Promise<Sent> => {
  const sent: Sent = { done: [], dead: [], again: [], error: undefined };
  let refusals = 0;
  const send = async (part: readonly QueuedEvent[]): Promise<void> => {
    const error = sent.error ?? (await tryPost(part, post));
    const isRefused = error !== sent.error && (error?.status === 400 || error?.status === 413);
    if (isRefused) refusals += 1;
    if (error === undefined) sent.done.push(...part);
    else if (isRefused && part.length === 1) sent.dead.push({ event: part[0] as QueuedEvent, error });
    else if (isRefused && refusals <= MAX_REFUSALS) {
      const middle = part.length >> 1;
      await send(part.slice(0, middle));
      await send(part.slice(middle));
    } else {
      sent.error = error;
      sent.again.push(...part);
    }
  };
  await send(events);
  return sent;
};

const tryPost = async (events: readonly QueuedEvent[], post: PostEvents): Promise<SegmentError | undefined> => {
  try {
    await post(events);
    return undefined;
  } catch (thrown) {
    return toError(thrown, 'delivery', 'not_delivered', 'batch', reasonOf(thrown));
  }
};
