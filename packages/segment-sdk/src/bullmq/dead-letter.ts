import { createHash } from 'node:crypto';

import { Job, type Queue } from 'bullmq';

import type { DeadEvent, QueuedEvent } from '../delivery/event-queue.js';

/** An event that Segment refused, as Redis keeps it: plain data. */
export interface DeadLetter {
  readonly event: QueuedEvent;
  readonly error: { readonly code: string; readonly message: string; readonly status?: number | undefined };
  /** When it was refused, in milliseconds since 1970. */
  readonly at: number;
}

/** The job that keeps a dead event; the same event has the same one. */
export const deadJobOf = (queue: Queue<DeadLetter, null>, dead: DeadEvent): Job<DeadLetter, null> => {
  const id = `dead-${createHash('sha256').update(dead.event.messageId).digest('hex').slice(0, 32)}`;
  return new Job<DeadLetter, null>(queue, 'dead', deadLetterOf(dead), { removeOnComplete: true }, id);
};

/** Writes down why an event is dead. */
const deadLetterOf = ({ event, error }: DeadEvent): DeadLetter => {
  const { messageId, user, body, bytes } = event;
  const { code, message, status } = error;
  return { event: { messageId, user, body, bytes }, error: { code, message, status }, at: Date.now() };
};
