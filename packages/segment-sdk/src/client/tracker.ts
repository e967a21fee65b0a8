import { failure, invalid, isSegmentError, type SegmentError } from '../contract/errors.js';
import { type Hooks, tell } from '../contract/hooks.js';
import type { Delivery } from '../delivery/delivery.js';
import { PendingEvent } from '../delivery/pending-event.js';
import type { QueueConnection } from '../delivery/queue-connection.js';
import { type Report, Round } from '../delivery/report.js';
import { type TrackingInput, written } from '../delivery/wire-event.js';
import type { TrackingSpec } from '../operations/operation.js';
import type { Receipt } from '../operations/tracking.js';
import type { KeepEvent } from '../plan/keep-event.js';
import { reasonOf, typeOf } from '../schema/json-value.js';
import { problemOf } from '../schema/validate.js';
import type { SegmentOptions } from './options.js';

/** An event on its way. */
export interface Enqueued {
  readonly messageId: string;
  /** Resolves when Segment has accepted the event; ignoring it is safe. */
  readonly delivered: Promise<Receipt>;
}

/** Checks an input and writes it as an event. Its fields are read once: what is checked is what is written. */
export const eventOf = (operation: TrackingSpec, input: unknown, round: Round): PendingEvent => {
  try {
    const fields = readFields(input, operation);
    const problem = problemOf(fields, operation.input, operation.options);
    if (problem !== undefined) throw invalid(operation.name, problem);
    return written(operation, fields as TrackingInput, round);
  } catch (error) {
    // A getter or toJSON threw, or the nesting is deeper than the stack.
    throw isSegmentError(error) ? error : invalid(operation.name, `the input cannot be read: ${reasonOf(error)}`);
  }
};

/** The fields of an input as a record of our own; those of an object with a class may come from its accessors. */
const readFields = (input: unknown, operation: TrackingSpec): unknown => {
  if (typeOf(input) !== 'object') return input;
  const given = input as Readonly<Record<string, unknown>>;
  const fields: Record<string, unknown> = { ...given };
  const parent: unknown = Object.getPrototypeOf(given);
  if (parent === null || parent === Object.prototype) return fields;
  for (const name of Object.keys({ ...operation.input.properties, ...operation.options.properties }))
    if (!Object.hasOwn(fields, name) && given[name] !== undefined) fields[name] = given[name];
  return fields;
};

/** Turns calls into events and events into reports. */
export class Tracker {
  /** Called after an event was queued. */
  onQueued: (() => void) | undefined;
  /** Completes a report with what became of the events of a queue. */
  complete: QueueConnection['complete'] | undefined;
  /** No call is accepted from then on. */
  isClosed = false;
  readonly #delivery: Delivery;
  readonly #options: SegmentOptions;
  readonly #hooks: readonly Hooks[];
  readonly #screen: ((event: PendingEvent) => Promise<void>) | undefined;
  readonly #keep: KeepEvent | undefined;
  #screened: Promise<void> | undefined;
  #round = new Round();
  #flushing: Promise<Report> | undefined;

  /** @param screen Shows a reserved event to the `beforeSend` hooks and queues what they return. */
  constructor(
    delivery: Delivery,
    options: SegmentOptions,
    hooks: readonly Hooks[],
    screen: (event: PendingEvent) => Promise<void>,
  ) {
    this.#delivery = delivery;
    this.#options = options;
    this.#hooks = hooks;
    this.#keep = options.plan?.keep(options, hooks);
    if (hooks.some(({ beforeSend }) => beforeSend)) this.#screen = screen;
  }

  /** Checks and queues an event, to be reported with its round; throws what is wrong with it. */
  accept(operation: TrackingSpec, input: unknown, round = this.#round): PendingEvent {
    const { name } = operation;
    const { writeKey, disable } = this.#options;
    this.checkOpen(name);
    const event = eventOf(operation, input, round);
    this.#keep?.(event);
    if (!writeKey && !disable)
      throw failure('auth', 'missing_write_key', name, 'no write key; give writeKey, or set SEGMENT_WRITE_KEY');
    if (disable) event.ended('disabled');
    else {
      this.#delivery.reserve(event);
      if (this.#screen) this.#screened = this.#screenAfter(event, this.#screened);
      else this.#delivery.add(event);
      this.onQueued?.();
    }
    return event;
  }

  /** Throws `closed` once the client is. */
  checkOpen(operation: string): void {
    if (this.isClosed) throw failure('delivery', 'closed', operation, 'the client is closed');
  }

  /** Like {@link accept}, but what is thrown there is reported and rejects here. */
  track(operation: TrackingSpec, input: unknown): Promise<Receipt> {
    try {
      return this.accept(operation, input);
    } catch (error) {
      const event = new PendingEvent(operation.name, '', '', this.#round);
      event.ended(this.refuse(error, input));
      return event;
    }
  }

  /** Tells the hooks of a fault, and of the event it costs if it does. */
  tell(error: SegmentError, event?: unknown): void {
    tell(this.#hooks, 'onError', error, event);
  }

  /** Reports an input that did not become an event. */
  refuse(thrown: unknown, input: unknown, round = this.#round): SegmentError {
    if (!isSegmentError(thrown)) throw thrown;
    round.refused(thrown, input);
    this.tell(thrown, input);
    return thrown;
  }

  /** Sends what waits and reports what ended since the last report; flushes that overlap join. */
  flush(): Promise<Report> {
    const before = this.#flushing;
    if (before && this.#round.isEmpty) return before;
    const round = this.#round;
    this.#round = new Round();
    const flushing = Promise.all([round.seal(), before, this.kick()]).then(async ([taken]) => {
      const report = (await this.complete?.(taken, this.#delivery, this.isClosed)) ?? taken;
      if (this.#flushing === flushing) this.#flushing = undefined;
      return report;
    });
    this.#flushing = flushing;
    return flushing;
  }

  /** Sends what waits, without a report. */
  async kick(): Promise<void> {
    this.#delivery.kick();
    await this.#screened;
    this.#delivery.kick();
  }

  /** One event after another, so that their order is kept. */
  async #screenAfter(event: PendingEvent, before: Promise<void> | undefined): Promise<void> {
    try {
      await before;
      await this.#screen?.(event);
    } catch (error) {
      this.#delivery.settle(
        event,
        failure(
          'delivery',
          'before_send_failed',
          event.operation,
          `beforeSend could not be called: ${reasonOf(error)}`,
        ),
      );
    }
  }
}
