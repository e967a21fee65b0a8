import type { Delivery } from '../delivery/delivery.js';
import type { PendingEvent } from '../delivery/pending-event.js';
import { ReceiptPromise } from '../delivery/receipt-promise.js';
import { Round, type Report } from '../delivery/report.js';
import { written, type TrackingInput } from '../delivery/wire-event.js';
import { invalid, isSegmentError, SegmentError } from '../errors.js';
import type { TrackingOperation } from '../operations/operation.js';
import type { Receipt } from '../operations/tracking.js';
import { problemOf } from '../schema/validate.js';
import { tell, type Hooks } from './hooks.js';
import { Screening } from './screening.js';

/** An event on its way. */
export interface Enqueued {
  readonly messageId: string;
  /** Resolves when Segment has accepted the event; ignoring it is safe. */
  readonly delivered: Promise<Receipt>;
}

/** Turns calls into events and events into reports. */
export class Tracker {
  /** Called after an event was queued. */
  onQueued: (() => void) | undefined;
  readonly #delivery: Delivery;
  readonly #hooks: readonly Hooks[];
  readonly #maxQueueBytes: number;
  readonly #isDisabled: boolean;
  readonly #precondition: (operation: string) => void;
  readonly #screening: Screening;
  #round: Round;
  #flushing: Promise<Report> | undefined;
  #closed = false;

  /** @param precondition Throws when events cannot be sent at all, e.g. for want of a write key. */
  constructor(delivery: Delivery, hooks: readonly Hooks[], maxQueueBytes: number, isDisabled: boolean, precondition: (operation: string) => void) {
    this.#delivery = delivery;
    this.#hooks = hooks;
    this.#maxQueueBytes = maxQueueBytes;
    this.#isDisabled = isDisabled;
    this.#precondition = precondition;
    this.#round = new Round(maxQueueBytes);
    this.#screening = new Screening(hooks, delivery);
  }

  /** Checks and queues an event; throws what is wrong with it. */
  enqueue(operation: TrackingOperation, input: unknown): Enqueued {
    const event = this.#accepted(operation, input, this.#round);
    return { messageId: event.messageId, delivered: new ReceiptPromise(event) };
  }

  /** Like {@link enqueue}, but what is thrown there is reported and rejects here. */
  track(operation: TrackingOperation, input: unknown): Promise<Receipt> {
    try {
      return new ReceiptPromise(this.#accepted(operation, input, this.#round));
    } catch (error) {
      const refused = this.refuse(error, input, this.#round);
      return new ReceiptPromise({ receipt: () => Promise.reject(refused) });
    }
  }

  /** Queues an event that only its round reports. */
  enqueueFor(round: Round, operation: TrackingOperation, input: unknown): void {
    this.#accepted(operation, input, round);
  }

  /** Reports an input that did not become an event. */
  refuse(thrown: unknown, input: unknown, round: Round): SegmentError {
    if (!isSegmentError(thrown)) throw thrown;
    round.refused(thrown, input);
    tell(this.#hooks, 'onError', thrown, input);
    return thrown;
  }

  /** Sends what waits and reports what ended since the last report; flushes that overlap join. */
  flush(): Promise<Report> {
    if (this.#flushing && this.#round.isEmpty) return this.#flushing;
    const round = this.#round;
    this.#round = new Round(this.#maxQueueBytes);
    const before = this.#flushing;
    const flushing = Promise.all([round.seal(), before, this.kick()]).then(([report]) => report);
    this.#flushing = flushing;
    void flushing.finally(() => {
      if (this.#flushing === flushing) this.#flushing = undefined;
    });
    return flushing;
  }

  /** Sends what waits, without a report. */
  async kick(): Promise<void> {
    this.#delivery.kick();
    await this.#screening.done();
    this.#delivery.kick();
  }

  /** Waits for no hook any longer. */
  abandon(): void {
    this.#screening.abandon();
  }

  /** No call is accepted from now on. */
  close(): void {
    this.#closed = true;
  }

  #accepted(operation: TrackingOperation, input: unknown, round: Round): PendingEvent {
    const { name } = operation;
    if (this.#closed) throw new SegmentError('the client is closed', { kind: 'delivery', code: 'closed', operation: name });
    const problem = problemOf(input, operation.input, operation.options);
    if (problem !== undefined) throw invalid(name, problem);
    this.#precondition(name);
    const event = written(operation, input as TrackingInput, round);
    if (this.#isDisabled) {
      event.ended('disabled');
      return event;
    }
    this.#delivery.reserve(event);
    if (this.#screening.isNeeded) this.#screening.pass(event);
    else this.#delivery.add(event);
    this.onQueued?.();
    return event;
  }
}
