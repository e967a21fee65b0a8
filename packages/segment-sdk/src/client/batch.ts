import { invalid } from '../contract/errors.js';
import type { Delivery } from '../delivery/delivery.js';
import { type Report, Round } from '../delivery/report.js';
import { findOperation, type TrackingSpec } from '../operations/operation.js';
import { trackingOperations } from '../operations/tracking-operations.js';
import { described } from '../schema/json-value.js';
import type { Settings } from './settings.js';
import type { Tracker } from './tracker.js';

/** How many bytes of its events a batch keeps unsettled: enough to fill every request, whatever the queue's bound. */
const WINDOW_BYTES = 1024 * 1024;

const operationOf = (event: unknown): [TrackingSpec, unknown] => {
  if (typeof event !== 'object' || event === null)
    throw invalid('batch', `an event with a type expected, got ${described(event)}`);
  const { type, ...input } = event as { readonly type?: unknown };
  if (typeof type === 'string') return [findOperation(trackingOperations, 'batch', type), input];
  const names = trackingOperations.map(({ name }) => name).join(', ');
  throw invalid('batch', { message: `missing field 'type' (one of ${names} expected)`, field: 'type' });
};

type Events = Iterable<unknown> | AsyncIterable<unknown>;

const iteratorOf = (
  events: Events,
): Iterator<unknown, unknown, undefined> | AsyncIterator<unknown, unknown, undefined> => {
  const { [Symbol.asyncIterator]: openAsync, [Symbol.iterator]: open } = Object(events) as Partial<
    AsyncIterable<unknown> & Iterable<unknown>
  >;
  const iterator = openAsync?.call(events as AsyncIterable<unknown>) ?? open?.call(events as Iterable<unknown>);
  if (iterator && typeof events === 'object') return iterator;
  throw invalid('batch', `an iterable of events expected, got ${described(events)}`);
};

/**
 * Sends all events of an iterable, however many, and reports on them. Waits for room by itself; an event that is
 * refused is reported and the rest goes on. If the iterable throws, what it gave before is still sent.
 */
export const sendAll = async (
  events: Events,
  tracker: Tracker,
  delivery: Delivery,
  { maxQueueBytes }: Settings,
): Promise<Report> => {
  const round = new Round();
  const window = Math.min(WINDOW_BYTES, maxQueueBytes);
  const iterator = iteratorOf(events);
  try {
    for (;;) {
      const next = iterator.next();
      const step: IteratorResult<unknown> = 'then' in next ? await next : next;
      if (step.done === true) break;
      if (delivery.pendingBytes >= window) await delivery.below(window);
      try {
        void tracker.accept(...operationOf(step.value), round);
      } catch (error) {
        tracker.refuse(error, step.value, round);
      }
    }
  } finally {
    await tracker.kick();
  }
  return round.seal();
};
