import { isSegmentError, SegmentError } from '../errors.js';
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

const textOf = ({ message, operation }: SegmentError): string =>
  operation !== undefined && message.startsWith(`${operation}: `) ? message.slice(operation.length + 2) : message;

const failureOf = (error: SegmentError, operation: string): SegmentError => {
  const { status, requestId } = error;
  const lost = error.retryable || error.code === 'aborted';
  return new SegmentError(lost ? `not delivered: ${textOf(error)}` : textOf(error), {
    kind: lost ? 'delivery' : error.kind,
    code: lost ? 'not_delivered' : error.code,
    operation,
    status,
    requestId,
    retryable: error.retryable,
  });
};

const failAll = (events: readonly PendingEvent[], error: SegmentError, settle: Settle): void => {
  const errors = new Map<string, SegmentError>();
  for (const event of events) {
    const known = errors.get(event.operation) ?? failureOf(error, event.operation);
    errors.set(event.operation, known);
    settle(event, known);
  }
};

const unexpected = (error: unknown): SegmentError =>
  isSegmentError(error) ? error : new SegmentError(reasonOf(error), { kind: 'delivery', code: 'not_delivered' });

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
      const error = unexpected(thrown);
      refusals += 1;
      const divisible = (error.status === 413 || error.status === 400) && events.length > 1 && refusals <= MAX_REFUSALS;
      if (!divisible) {
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
