import type { SegmentError } from '../errors.js';
import { keepAlive } from '../http/timer.js';
import type { Receipt } from '../operations/tracking.js';
import type { QueuedEvent } from './event-queue.js';
import type { Round } from './report.js';

/** A rejected promise that is no "unhandled rejection" when nobody awaits it. */
export const rejected = (error: SegmentError): Promise<never> => {
  const promise = Promise.reject(error);
  promise.catch(() => undefined);
  return promise;
};

/**
 * The promise of a receipt. Unlike a plain one it knows whether anybody awaits it, and then keeps a Node process
 * alive: a script may end with `await segment.track(…)`, and one that ignores the promise is not held up.
 */
class ReceiptPromise extends Promise<Receipt> {
  override then<A = Receipt, B = never>(fulfilled?: ((receipt: Receipt) => A | PromiseLike<A>) | null, failed?: ((reason: unknown) => B | PromiseLike<B>) | null): Promise<A | B> {
    const end = keepAlive();
    void super.then(end, end);
    return super.then(fulfilled, failed);
  }

  /** Sees to it that a rejection nobody awaits is no "unhandled rejection", without counting as an await. */
  quiet(): void {
    void super.then(undefined, () => undefined);
  }
}

/**
 * An event of this process on its way: a queued event, the set it is reported with, and who waits for its end.
 * The fields are declared and not initialised, which would cost more than writing the event.
 */
export class PendingEvent implements QueuedEvent {
  /** The name of the operation that made it. */
  declare readonly operation: string;
  declare readonly messageId: string;
  declare readonly user: string;
  declare readonly round: Round;
  declare body: string;
  declare bytes: number;
  #delivered: ReceiptPromise | undefined;
  #resolve: ((receipt: Receipt | Promise<never>) => void) | undefined;

  constructor(operation: string, messageId: string, user: string, body: string, bytes: number, round: Round) {
    this.operation = operation;
    this.messageId = messageId;
    this.user = user;
    this.body = body;
    this.bytes = bytes;
    this.round = round;
  }

  /** The promise of its end; it exists only if somebody asks before the end. */
  get delivered(): Promise<Receipt> {
    return (this.#delivered ??= new ReceiptPromise((resolve) => {
      this.#resolve = resolve;
    }));
  }

  /** Ends the event at once: nothing is sent. */
  disabled(): this {
    this.#delivered = new ReceiptPromise((resolve) => {
      resolve({ messageId: this.messageId, status: 'disabled' });
    });
    return this;
  }

  /** Fulfils the promise. */
  resolve(status: string): void {
    this.#resolve?.({ messageId: this.messageId, status });
  }

  /** Rejects the promise, quietly if nobody awaits it. */
  reject(error: SegmentError): void {
    this.#delivered?.quiet();
    this.#resolve?.(rejected(error));
  }
}
