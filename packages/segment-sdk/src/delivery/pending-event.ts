import { holdProcess, releaseProcess } from '../http/timer.js';
import type { Receipt } from '../operations/tracking.js';
import type { QueuedEvent } from './event-queue.js';
import type { End, Round } from './report.js';

/**
 * An event of this process on its way: a queued event, the set it is reported with, and the promise of its receipt.
 *
 * It is a promise that does a promise's work when somebody asks for it. Most receipts are ignored, and a real promise
 * would cost each event a quarter of its memory. It also tells who is awaited: an ignored event cannot be an
 * "unhandled rejection" and does not keep a process alive, an awaited one does.
 */
export class PendingEvent implements QueuedEvent, Promise<Receipt> {
  // Declared and not initialised, which would cost more than writing the event.
  /** The name of the operation that made it. */
  declare readonly operation: string;
  declare readonly messageId: string;
  declare readonly user: string;
  declare readonly round: Round;
  declare body: string;
  declare bytes: number;
  declare private end: End | undefined;
  declare private receipt: Promise<Receipt> | undefined;
  declare private resolve: ((receipt: Receipt | Promise<never>) => void) | undefined;
  // Those of every promise: they call `then`.
  declare readonly catch: Promise<Receipt>['catch'];
  declare readonly finally: Promise<Receipt>['finally'];
  declare readonly [Symbol.toStringTag]: string;

  constructor(operation: string, messageId: string, user: string, body: string, bytes: number, round: Round) {
    this.operation = operation;
    this.messageId = messageId;
    this.user = user;
    this.body = body;
    this.bytes = bytes;
    this.round = round;
    this.end = this.receipt = this.resolve = undefined;
  }

  then<A = Receipt, B = never>(
    fulfilled?: ((receipt: Receipt) => A | PromiseLike<A>) | null,
    failed?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    this.receipt ??= new Promise((resolve) => {
      holdProcess();
      this.resolve = resolve;
      if (this.end) this.answer(this.end);
    });
    return this.receipt.then(fulfilled, failed);
  }

  /** Ends the event. Its body is forgotten, in case the receipt is kept. */
  ended(end: End): void {
    this.end = end;
    this.body = '';
    this.answer(end);
  }

  /** Tells who waits, if anybody does. */
  private answer(end: End): void {
    if (!this.resolve) return;
    this.resolve(typeof end === 'string' ? { messageId: this.messageId, status: end } : Promise.reject(end));
    releaseProcess();
  }
}

Object.setPrototypeOf(PendingEvent.prototype, Promise.prototype);
