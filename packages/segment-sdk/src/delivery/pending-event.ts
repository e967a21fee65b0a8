import type { SegmentError } from '../errors.js';
import type { Receipt } from '../operations/tracking.js';
import type { QueuedEvent } from './event-queue.js';
import type { Round } from './report.js';

/** A rejected promise that is no "unhandled rejection" when nobody awaits it. */
export const rejected = (error: SegmentError): Promise<never> => {
  const promise = Promise.reject(error);
  promise.catch(() => undefined);
  return promise;
};

/** An event of this process on its way: a queued event, the set it is reported with, and who waits for its end. */
export class PendingEvent implements QueuedEvent {
  /** The name of the operation that made it. */
  readonly operation: string;
  readonly messageId: string;
  readonly user: string;
  readonly round: Round;
  body: string;
  bytes: number;
  #delivered: Promise<Receipt> | undefined;
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
    return (this.#delivered ??= new Promise((resolve) => {
      this.#resolve = resolve;
    }));
  }

  /** Ends the event at once: nothing is sent. */
  disabled(): this {
    this.#delivered = Promise.resolve({ messageId: this.messageId, status: 'disabled' });
    return this;
  }

  /** Fulfils the promise. */
  resolve(status: string): void {
    this.#resolve?.({ messageId: this.messageId, status });
  }

  /** Rejects the promise, quietly if nobody awaits it. */
  reject(error: SegmentError): void {
    this.#delivered?.catch(() => undefined);
    this.#resolve?.(rejected(error));
  }
}
