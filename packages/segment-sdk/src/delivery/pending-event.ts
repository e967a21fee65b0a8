import type { SegmentError } from '../errors.js';
import { keepingAlive } from '../http/timer.js';
import type { Receipt } from '../operations/tracking.js';
import type { QueuedEvent } from './event-queue.js';
import type { Round } from './report.js';

/** How an event ended: the status of its receipt, or why it was not delivered. */
export type End = 'delivered' | 'dropped' | 'disabled' | SegmentError;

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
  private declare end: End | undefined;
  private declare promise: Promise<Receipt> | undefined;
  private declare settle: (() => void) | undefined;

  constructor(operation: string, messageId: string, user: string, body: string, bytes: number, round: Round) {
    this.operation = operation;
    this.messageId = messageId;
    this.user = user;
    this.body = body;
    this.bytes = bytes;
    this.round = round;
    this.end = undefined;
    this.promise = undefined;
    this.settle = undefined;
  }

  /** The promise of its end, which keeps a process alive until then. */
  receipt(): Promise<Receipt> {
    return (this.promise ??= keepingAlive(
      new Promise((resolve, reject) => {
        this.settle = () => {
          const { end, messageId } = this;
          if (typeof end === 'string') resolve({ messageId, status: end });
          else if (end) reject(end);
        };
        if (this.end !== undefined) this.settle();
      }),
    ));
  }

  /** Ends the event. Its body is forgotten, in case the receipt is kept. */
  ended(end: End): void {
    this.end = end;
    this.body = '';
    this.settle?.();
  }
}
