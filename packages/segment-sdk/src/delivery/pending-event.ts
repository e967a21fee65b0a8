import type { SegmentError } from '../errors.js';
import type { Receipt } from '../operations/tracking.js';
import type { QueuedEvent } from './event-queue.js';
import type { Round } from './report.js';

/** An event of this process on its way: a queued event and who waits for its end. */
export interface PendingEvent extends QueuedEvent {
  /** The operation that made it. */
  readonly operation: string;
  readonly round: Round;
  /** The caller's promise, if there is a caller who may wait. */
  readonly delivered: Promise<Receipt> | undefined;
  readonly resolve: ((receipt: Receipt | Promise<never>) => void) | undefined;
  body: string;
  bytes: number;
}

/** Makes a pending event with a promise. */
export const awaited = ({ messageId, user, body, bytes }: QueuedEvent, operation: string, round: Round): PendingEvent & { readonly delivered: Promise<Receipt> } => {
  let resolve: PendingEvent['resolve'];
  const delivered = new Promise<Receipt>((settle) => {
    resolve = settle;
  });
  return { messageId, user, body, bytes, operation, round, delivered, resolve };
};

/** Makes a pending event that only its round reports. */
export const unawaited = ({ messageId, user, body, bytes }: QueuedEvent, operation: string, round: Round): PendingEvent => ({
  messageId,
  user,
  body,
  bytes,
  operation,
  round,
  delivered: undefined,
  resolve: undefined,
});

/** A rejected promise that is no "unhandled rejection" when nobody awaits it. */
export const rejected = (error: SegmentError): Promise<never> => {
  const promise = Promise.reject(error);
  promise.catch(() => undefined);
  return promise;
};

/** Rejects the caller's promise. */
export const reject = ({ delivered, resolve }: PendingEvent, error: SegmentError): void => {
  delivered?.catch(() => undefined);
  resolve?.(rejected(error));
};
