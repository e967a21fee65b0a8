import { failure, type SegmentError } from '../contract/errors.js';
import { quietly } from '../http/timer.js';
import { deliver, type EndFailedBatch, type Post } from './courier.js';
import type { PendingEvent } from './pending-event.js';
import type { End } from './report.js';
import type { WaitingLine } from './waiting-line.js';

/** How events are gathered and sent. */
export interface DeliveryLimits {
  /** Events that make a request worth sending. */
  readonly flushAt: number;
  /** Longest wait of an event for company, in milliseconds. */
  readonly flushIntervalMs: number;
  /** Waits for company in the place of a timer. */
  readonly gather?: typeof quietly;
  /** Most events in one request. */
  readonly maxBatchEvents: number;
  /** Most bytes of the events in one request, each with a comma; a single event may be larger. */
  readonly maxBatchBytes: number;
  /** Bound of everything not yet settled, in bytes. */
  readonly maxQueueBytes: number;
  /** Most requests at a time. */
  readonly maxInFlight: number;
}

interface Waiter {
  readonly bytes: number;
  readonly resolve: () => void;
}

/** Carries events from the queue to Segment and settles each of them once. */
export class Delivery {
  readonly #events: WaitingLine<PendingEvent>;
  readonly #post: Post;
  readonly #endFailedBatch: EndFailedBatch;
  readonly #limits: DeliveryLimits;
  readonly #onFailed: (error: SegmentError, body: string) => void;
  readonly #busy = new Set<string>();
  readonly #waiters = new Set<Waiter>();
  readonly #inFlight = new Set<readonly PendingEvent[]>();
  #pendingBytes = 0;
  #unsettled = 0;
  /** What can go goes now. */
  #urgent = false;
  /** What is left of an urgent moment: events of users whose turn comes when a request of theirs has ended. */
  #overdue = false;
  #cancelTimer: (() => void) | undefined;

  /** @param onFailed Learns of every failed event and its JSON. */
  constructor(
    events: WaitingLine<PendingEvent>,
    post: Post,
    endFailedBatch: EndFailedBatch,
    limits: DeliveryLimits,
    onFailed: (error: SegmentError, body: string) => void,
  ) {
    this.#events = events;
    this.#post = post;
    this.#endFailedBatch = endFailedBatch;
    this.#limits = limits;
    this.#onFailed = onFailed;
  }

  /** Bytes of all events that are not settled. */
  get pendingBytes(): number {
    return this.#pendingBytes;
  }

  /** Number of those events. */
  get unsettled(): number {
    return this.#unsettled;
  }

  /** Counts an event in, or throws `queue_full`. */
  reserve(event: PendingEvent): void {
    const { maxQueueBytes } = this.#limits;
    if (this.#pendingBytes >= maxQueueBytes) {
      throw failure(
        'delivery',
        'queue_full',
        event.operation,
        `the queue is full (${maxQueueBytes} bytes, maxQueueBytes); await ready() before the next call, or use batch()`,
        true,
      );
    }
    this.#pendingBytes += event.bytes;
    this.#unsettled += 1;
    event.round.join();
  }

  /** Queues a reserved event. @param grown Bytes it has got since. */
  add(event: PendingEvent, grown = 0): void {
    this.#pendingBytes += grown;
    this.#events.add(event);
    this.#pump();
  }

  /** Ends a reserved event: delivered unless an error or `dropped` says otherwise. */
  settle(event: PendingEvent, end: End = 'delivered'): void {
    this.#pendingBytes -= event.bytes;
    this.#unsettled -= 1;
    event.round.ended(end, event);
    if (typeof end !== 'string') this.#onFailed(end, event.body);
    event.ended(end);
    for (const waiter of this.#waiters) {
      if (this.#pendingBytes >= waiter.bytes) continue;
      this.#waiters.delete(waiter);
      waiter.resolve();
    }
  }

  /** Sends what is queued without waiting for more. */
  kick(): void {
    this.#urgent = true;
    this.#pump();
  }

  /**
   * Resolves once fewer bytes than this are unsettled, and sends what is queued until then; `below(1)` is when all is
   * done.
   */
  async below(bytes: number): Promise<void> {
    if (this.#pendingBytes < bytes) return;
    this.kick();
    await new Promise<void>((resolve) => this.#waiters.add({ bytes, resolve }));
  }

  /** Takes queued events to send them another way, e.g. while a page is being closed; see {@link giveBack}. */
  takeOut(bytes: number): PendingEvent[] {
    return this.#events.take({ events: this.#limits.maxBatchEvents, bytes, isBusy: () => false });
  }

  /** What became of events that were taken out: all were accepted, or they go the ordinary way. */
  giveBack(events: readonly PendingEvent[], isAccepted: boolean): void {
    this.#events.settled(events);
    for (const event of events) {
      if (isAccepted) this.settle(event);
      else this.add(event);
    }
    this.kick();
  }

  /** Events that are being sent and have not ended. */
  inFlight(): PendingEvent[] {
    return [...this.#inFlight].flat().filter(({ body }) => body);
  }

  #isDue(): boolean {
    const { idleLength, idleBytes } = this.#events;
    return (
      idleLength > 0 && (this.#urgent || idleLength >= this.#limits.flushAt || idleBytes >= this.#limits.maxBatchBytes)
    );
  }

  #pump(): void {
    while (this.#inFlight.size < this.#limits.maxInFlight && this.#isDue()) {
      const batch = this.#events.take({
        events: this.#limits.maxBatchEvents,
        bytes: this.#limits.maxBatchBytes,
        isBusy: (user) => this.#busy.has(user),
      });
      if (batch.length === 0) break;
      void this.#dispatch(batch);
    }
    this.#scheduleRest();
  }

  /** Sees to what stays in the queue: its turn comes with time, or when a request of its user has ended. */
  #scheduleRest(): void {
    const { length, idleLength } = this.#events;
    if (idleLength === 0) {
      this.#overdue = length > 0 && (this.#overdue || this.#urgent);
      this.#urgent = false;
    }
    if (length === 0) {
      this.#cancelTimer?.();
      this.#cancelTimer = undefined;
      return;
    }
    // What is urgent already goes when a request has ended.
    if (idleLength > 0 ? this.#urgent : this.#overdue) return;
    this.#cancelTimer ??= (this.#limits.gather ?? quietly)(this.#limits.flushIntervalMs, () => {
      this.#cancelTimer = undefined;
      this.kick();
    });
  }

  async #dispatch(batch: readonly PendingEvent[]): Promise<void> {
    this.#inFlight.add(batch);
    for (const { user } of batch) this.#busy.add(user);
    await deliver(batch, this.#post, this.#endFailedBatch, (event, end) => {
      this.settle(event, end);
    });
    this.#inFlight.delete(batch);
    for (const { user } of batch) this.#busy.delete(user);
    this.#events.settled(batch);
    if (this.#overdue) this.#urgent = true;
    this.#pump();
  }
}
