import type { QueuedEvent, Reservation } from '../delivery/event-queue.js';
import { quietly } from '../http/timer.js';
import { type QueueCall, queueFailed } from './queue-call.js';

/** What a queue gave, if it is what it must be. @throws {SegmentError} `queue_failed` */
export const checkReservation = (given: Reservation | undefined): Reservation | undefined => {
  if (given === undefined) return undefined;
  const { events, settle } = Object(given) as Partial<Reservation>;
  const isSound =
    typeof settle === 'function' && Array.isArray(events) && events.length > 0 && events.every(isQueuedEvent);
  if (!isSound) throw queueFailed('reserve() gave something else than events and how to settle them');
  return given;
};

const isQueuedEvent = (given: unknown): boolean => {
  const { messageId, body } = Object(given) as Partial<QueuedEvent>;
  return typeof messageId === 'string' && typeof body === 'string';
};

/**
 * Extends a reservation that has a lease, three times in its length.
 * @param tell Learns of extensions that failed; the events may be sent by another, too.
 * @returns A function that ends this.
 */
export const keepLease = (
  { leaseMs, extend }: Reservation,
  call: QueueCall,
  tell: (error: unknown) => void,
): (() => void) => {
  if (leaseMs === undefined || extend === undefined) return () => undefined;
  let cancel: () => void;
  const later = (): void => {
    cancel = quietly(leaseMs / 3, () => {
      call('extend', extend).catch(tell);
      later();
    });
  };
  later();
  return () => {
    cancel();
  };
};
