import { SegmentError } from '../contract/errors.js';
import { MAX_BATCH_BYTES } from '../delivery/courier.js';
import type { DeliveryLimits } from '../delivery/delivery.js';
import type { EventQueue, QueuedEvent, Reservation } from '../delivery/event-queue.js';
import { Round } from '../delivery/report.js';
import type { PostEvents } from '../delivery/tracking-api.js';
import { drawBackoff } from '../http/send.js';
import type { Stop } from '../http/stop.js';
import { pause, quietly } from '../http/timer.js';
import { deliverReserved, type Sent } from './deliver-reserved.js';
import type { QueueCall } from './queue-call.js';
import type { QueueHold } from './queue-hold.js';
import { checkReservation, keepLease } from './reservation.js';

/** What an outlet works with. */
export interface OutletParts {
  readonly queue: EventQueue;
  /** Resolves when the queue is open. */
  readonly open: () => Promise<void>;
  readonly call: QueueCall;
  readonly post: PostEvents;
  /** The wait that Segment has asked for. */
  readonly hold: QueueHold;
  readonly limits: Pick<DeliveryLimits, 'flushAt' | 'flushIntervalMs' | 'maxBatchEvents' | 'maxInFlight'>;
  readonly stop: Stop;
  /** Learns of each fault, and of the event that it costs if it does. */
  readonly tell: (error: unknown, body?: string) => void;
}

/** Failures in a row after which nobody waits for the queue to be empty. */
const HOPELESS_FAILURES = 3;

/** How often an idle queue is asked for events that others put there, in milliseconds. */
const LOOK_MS = 1_000;

/**
 * Carries events from a queue to Segment: reserves, sends and settles them. Failures put nothing at risk; while they
 * last, one request at a time tries whether they are over, with growing waits.
 */
export class QueueOutlet {
  readonly #parts: OutletParts;
  #round = new Round();
  #inFlight = 0;
  #failures = 0;
  /** Events put since the last look. */
  #fresh = 0;
  #isWanted = false;
  #isLooking = false;
  /** The queue had events left that could not go, for their users had others on the way. */
  #isOverdue = false;
  #isResting = false;
  #restsUntil = 0;
  #isClosed = false;
  #cancelTimer: (() => void) | undefined;
  #waiters: (() => void)[] = [];

  constructor(parts: OutletParts) {
    this.#parts = parts;
  }

  /** Learns that the queue holds more events. */
  added(count: number): void {
    const { flushAt, flushIntervalMs } = this.#parts.limits;
    this.#fresh += count;
    if (this.#fresh >= flushAt) this.look();
    else if (this.#fresh === count) this.#lookIn(flushIntervalMs);
  }

  /** Sends what can go. */
  look(): void {
    this.#isWanted = true;
    void this.#pull();
  }

  /** Sends what is there; resolves when nothing is left that could go, or when requests fail. */
  async drain(): Promise<void> {
    this.look();
    while (!this.#isIdle()) await new Promise<void>((resolve) => this.#waiters.push(resolve));
  }

  /** Takes the report of what ended since the last one. */
  report(): ReturnType<Round['seal']> {
    const round = this.#round;
    this.#round = new Round();
    return round.seal();
  }

  /** Reserves nothing more; resolves when what is on the way has ended. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#cancelTimer?.();
    while (this.#isLooking || this.#inFlight > 0) await new Promise<void>((resolve) => this.#waiters.push(resolve));
  }

  #isIdle(): boolean {
    if (this.#isLooking || this.#inFlight > 0) return false;
    return this.#isClosed || !this.#isWanted || this.#failures >= HOPELESS_FAILURES;
  }

  /** Looks again after a time, unless it does so sooner. */
  #lookIn(ms: number): void {
    this.#cancelTimer?.();
    if (this.#isClosed) return;
    this.#cancelTimer = quietly(ms, () => {
      this.look();
    });
  }

  async #pull(): Promise<void> {
    if (this.#isLooking || this.#isResting) return;
    this.#isLooking = true;
    this.#fresh = 0;
    this.#isOverdue = false;
    while (this.#mayReserve()) {
      // Wanted again if there was something, or if more was put in the meantime.
      this.#isWanted = false;
      const reservation = await this.#reserve();
      if (reservation) this.#send(reservation);
      else if (this.#inFlight > 0) await this.#seeWhatIsLeft();
    }
    this.#isLooking = false;
    const { flushIntervalMs } = this.#parts.limits;
    this.#lookIn(this.#fresh > 0 ? flushIntervalMs : Math.max(LOOK_MS, flushIntervalMs));
    this.#wake();
  }

  #mayReserve(): boolean {
    const most = this.#failures > 0 ? 1 : this.#parts.limits.maxInFlight;
    return this.#isWanted && !this.#isResting && !this.#isClosed && this.#inFlight < most;
  }

  /** Events that wait for others of their users go as soon as those have ended. */
  async #seeWhatIsLeft(): Promise<void> {
    const { call, queue } = this.#parts;
    const stats = await call('stats', () => queue.stats()).catch(() => undefined);
    this.#isOverdue = stats !== undefined && stats.events > stats.reserved;
    if (this.#isOverdue && this.#inFlight === 0) this.#isWanted = true;
  }

  /** Reserves a batch, if there is one and the queue gives it. */
  async #reserve(): Promise<Reservation | undefined> {
    const { queue, open, call, limits, tell } = this.#parts;
    const most = { events: limits.maxBatchEvents, bytes: MAX_BATCH_BYTES };
    try {
      await open();
      return await call(
        'reserve',
        async () => checkReservation(await queue.reserve?.(most)),
        (late) => void late?.settle({ done: [], dead: [], again: late.events, delayMs: 0 }).catch(() => undefined),
      );
    } catch (error) {
      tell(error);
      this.#rest();
      return undefined;
    }
  }

  #send(reservation: Reservation): void {
    this.#isWanted = true;
    void this.#see(reservation);
  }

  /** Sees a reservation through. */
  async #see(reservation: Reservation): Promise<void> {
    this.#inFlight += 1;
    const endLease = keepLease(reservation, this.#parts.call, this.#parts.tell);
    const sent = await deliverReserved(reservation.events, this.#parts.post);
    const isHeld = this.#parts.hold.leftMs() > 0;
    this.#count(sent, isHeld);
    if (!sent.error) this.#failures = 0;
    else this.#rest(isHeld);
    await this.#settle(reservation, sent);
    endLease();
    this.#inFlight -= 1;
    if (this.#isOverdue) this.#isWanted = true;
    this.#wake();
    if (this.#isWanted) void this.#pull();
  }

  #count({ done, dead, error }: Sent, isHeld: boolean): void {
    const { tell } = this.#parts;
    const end = (event: QueuedEvent, how: 'delivered' | SegmentError): void => {
      this.#round.join();
      this.#round.ended(how, event);
    };
    for (const event of done) end(event, 'delivered');
    for (const { event, error: reason } of dead) {
      end(event, reason);
      tell(reason, event.body);
    }
    // To be asked to wait is no failure.
    if (error && error.code !== 'aborted' && !isHeld) tell(stayError(error));
  }

  /** Ends a reservation; tries again until the queue has heard it, or the client stops. */
  async #settle({ settle }: Reservation, { done, dead, again }: Sent): Promise<void> {
    const { call, stop, tell } = this.#parts;
    const delayMs = Math.max(0, this.#restsUntil - performance.now());
    for (let failures = 0; ; failures += 1) {
      try {
        await call('settle', () => settle({ done, dead, again, delayMs }));
        return;
      } catch (error) {
        tell(error);
      }
      if (stop.isStopped) return;
      await pause(drawBackoff(failures), stop);
    }
  }

  /** Leaves Segment, or the queue, alone for a time after a failure; then one request tries. */
  #rest(isHeld = false): void {
    const { stop, hold } = this.#parts;
    const waitMs = isHeld ? hold.leftMs() : drawBackoff(this.#failures);
    if (!isHeld) this.#failures += 1;
    this.#isWanted = true;
    this.#restsUntil = Math.max(this.#restsUntil, performance.now() + waitMs);
    if (this.#isResting) return;
    this.#isResting = true;
    void this.#endRest(stop);
  }

  async #endRest(stop: Stop): Promise<void> {
    let left: number;
    while ((left = this.#restsUntil - performance.now()) > 0 && !stop.isStopped) await pause(left, stop);
    this.#isResting = false;
    if (stop.isStopped || this.#isClosed) this.#isWanted = false;
    else this.look();
    this.#wake();
  }

  #wake(): void {
    for (const waiter of this.#waiters.splice(0)) waiter();
  }
}

/** Says that nothing is lost. */
const stayError = ({ message, ...facts }: SegmentError): SegmentError =>
  new SegmentError(`${message.replace(/^batch: /, '')} (the events stay in the queue)`, facts);
