import type { QueuedEvent } from '../delivery/event-queue.js';
import { Round } from '../delivery/report.js';
import { findOperation, type TrackingSpec } from '../operations/operation.js';
import { trackingOperations } from '../operations/tracking-operations.js';
import { writeJson } from '../schema/exact-json.js';
import { eventOf } from './tracker.js';

/** An event as it will be sent: plain data, which any thread or process may hand to {@link createRelay}. */
export interface WrittenEvent extends QueuedEvent {
  /** The name of the operation that made it. */
  readonly operation: string;
}

/** Nobody asks it for a report. */
const ROUND = new Round();

const table = new Map<string, TrackingSpec>(trackingOperations.map((operation) => [operation.name, operation]));

/**
 * Checks a tracking call and writes its event, without sending it.
 * @param createId Makes the id, of ASCII, of an event that is given none: of all that was given, as JSON. Default: a
 *   random UUID.
 * @throws {SegmentError} `invalid_input`, `event_too_large`, `unknown_operation`
 */
export const writeEvent = (name: string, input: unknown, createId?: (given: string) => string): WrittenEvent => {
  const operation = table.get(name) ?? findOperation(trackingOperations, 'writeEvent', name);
  const event = eventOf(operation, input, ROUND);
  const { messageId, user, body, bytes, shared, own } = event;
  if (createId === undefined || shared === '') return { operation: name, messageId, user, body, bytes };
  const id = createId(withContext(own, input));
  const json = `{"messageId":"${id}"${shared}${own.slice(1)}`;
  return { operation: name, messageId: id, user, body: json, bytes: bytes + id.length - messageId.length };
};

/** An event's own JSON leaves its context out. */
const withContext = (own: string, input: unknown): string => {
  const { context } = input as { readonly context?: unknown };
  return context === undefined ? own : `${own}${writeJson(context)}`;
};
