import { SegmentError, type SegmentErrorFacts } from '../contract/errors.js';
import type { EndFailedBatch, Settle } from './courier.js';
import type { PendingEvent } from './pending-event.js';

/** How many refused requests one batch may cost while it is searched for its bad events. */
const MAX_REFUSALS = 64;

/** What a failed request means for one of its events. */
const failureOf = (error: SegmentError, operation: string): SegmentError => {
  const reason = error.message.replace(`${String(error.operation)}: `, '');
  const isLost = (error.retryable && !error.code.startsWith('queue_')) || error.code === 'aborted';
  const facts: SegmentErrorFacts = Object.assign(
    {},
    error,
    { operation },
    isLost ? ({ kind: 'delivery', code: 'not_delivered' } as const) : {},
  );
  return new SegmentError(isLost ? `not delivered: ${reason}` : reason, facts);
};

const failAll = (events: readonly PendingEvent[], error: SegmentError, settle: Settle): void => {
  const failures: Record<string, SegmentError> = {};
  for (const event of events) settle(event, (failures[event.operation] ??= failureOf(error, event.operation)));
};

/**
 * Ends the events of a batch that failed. One refused as too large or malformed is halved, in order, until the events
 * that cause it stand alone and fail alone.
 */
export const endFailedBatch: EndFailedBatch = async (batch, refusal, post, settle) => {
  let refusals = 0;
  const end = async (events: readonly PendingEvent[], error: SegmentError | 'queued' | undefined): Promise<void> => {
    if (typeof error !== 'object') {
      for (const event of events) settle(event, error);
      return;
    }
    refusals += 1;
    const isDivisible = (error.status === 413 || error.status === 400) && events.length > 1 && refusals <= MAX_REFUSALS;
    if (!isDivisible) {
      failAll(events, error, settle);
      return;
    }
    const middle = events.length >> 1;
    for (const half of [events.slice(0, middle), events.slice(middle)]) await end(half, await post(half));
  };
  await end(batch, refusal);
};
