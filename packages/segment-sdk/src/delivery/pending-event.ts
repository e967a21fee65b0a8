import { holdProcess, releaseProcess } from '../http/timer.js';
import type { Receipt } from '../operations/tracking.js';
import type { QueuedEvent } from './event-queue.js';
import type { End, Round } from './report.js';

type Resolve = (receipt: Receipt | Promise<never>) => void;

let taken: Resolve | undefined;
const take = (resolve: Resolve): void => {
  taken = resolve;
};

/**
 * An event of this process on its way: a queued event, the set it is reported with, and the promise of its receipt.
 *
 * It knows whether anybody awaits it: an ignored event cannot be an "unhandled rejection" and does not keep a process
 * alive, an awaited one does. `await`, `then`, `Promise.all` and all else that waits for a promise reads its
 * `constructor` first (PromiseResolve and SpeciesConstructor of ECMA-262), so that is where it is told; and since it
 * answers `Promise`, the engine waits for the event itself instead of for a copy.
 */
export class PendingEvent extends Promise<Receipt> implements QueuedEvent {
  // Declared and not initialised, which would cost more than writing the event.
  /** The name of the operation that made it. */
  declare readonly operation: string;
  declare readonly messageId: string;
  declare readonly user: string;
  declare readonly round: Round;
  declare bytes: number;
  /** See {@link write}. */
  declare shared: string;
  declare own: string;
  declare private readonly resolve: Resolve;
  declare private end: End | undefined;
  declare private isAwaited: boolean;

  constructor(operation: string, messageId: string, user: string, round: Round) {
    super(take);
    this.operation = operation;
    this.messageId = messageId;
    this.user = user;
    this.round = round;
    this.shared = this.own = '';
    this.bytes = 0;
    this.resolve = taken as Resolve;
    this.end = undefined;
    this.isAwaited = false;
  }

  /** The event as JSON. */
  get body(): string {
    const { messageId, shared, own } = this;
    return shared ? `{"messageId":"${messageId}"${shared}${own.slice(1)}` : own;
  }

  /**
   * Gives the event its JSON: an object, alone or without its id and the members that it shares with others. Those are
   * put in when it is sent: text is most of what a waiting event holds.
   *
   * @param shared Begins and ends with a comma.
   */
  write(own: string, bytes: number, shared = ''): void {
    this.own = own;
    this.shared = shared;
    this.bytes = bytes;
  }

  /** Ends the event. Its body is forgotten, in case the receipt is kept. */
  ended(end: End): void {
    this.end = end;
    this.own = this.shared = '';
    if (this.isAwaited) this.answer(end);
  }

  /** Tells who waits. */
  private answer(end: End): void {
    this.resolve(typeof end === 'string' ? { messageId: this.messageId, status: end } : Promise.reject(end));
    releaseProcess();
  }

  static {
    void Object.defineProperty(this.prototype, 'constructor', {
      get(this: PendingEvent) {
        if (this.isAwaited) return Promise;
        this.isAwaited = true;
        holdProcess();
        if (this.end) this.answer(this.end);
        return Promise;
      },
    });
  }
}
