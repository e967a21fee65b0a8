import type { EventQueue, QueuedEvent, Reservation, ReservationEnd, ReserveLimits } from '../delivery/event-queue.js';

/** Where a queue keeps its events, empty at the beginning of each case. */
export interface QueuePlace {
  /**
   * A queue on this place, opened. Each call makes another one, as a process that is started again would; the one
   * before has been closed.
   * @param maxBytes Bound of what it holds, in bytes of the events' JSON; no bound of its own if absent.
   */
  readonly open: (maxBytes?: number) => Promise<EventQueue>;
  /** Whether events outlive the queue that they were put into. */
  readonly isLasting: boolean;
}

/** One thing that every queue does. */
export interface QueueCase {
  readonly name: string;
  /** Rejects, saying what was expected, if the queue does not. */
  readonly run: (place: QueuePlace) => Promise<void>;
}

/** More than any case puts. */
const NO_LIMITS: ReserveLimits = { events: 1_000, bytes: 1_000_000 };

/** The event `n` of a user, with a body that is not only ASCII. */
export const queuedEvent = (n: number, user: string, text = ''): QueuedEvent => {
  const body = JSON.stringify({ messageId: `m-${n}`, type: 'track', userId: user, text: `é${text}` });
  return { messageId: `m-${n}`, user, body, bytes: new TextEncoder().encode(body).length };
};

/** Fails unless two values are alike as data. */
export const same = (what: string, actual: unknown, expected: unknown): void => {
  const [got, wanted] = [actual, expected].map((value) => (value === undefined ? 'undefined' : JSON.stringify(value)));
  if (got !== wanted) throw new Error(`${what}: expected ${wanted}, got ${got}`);
};

/** What a reservation ends with unless a case says otherwise. */
export const settleWith = (reservation: Reservation, end: Partial<ReservationEnd>): Promise<void> =>
  reservation.settle({ done: [], dead: [], again: [], delayMs: 0, ...end });

/** The ids of events, in their order. */
export const idsOf = (events: readonly QueuedEvent[]): string[] => events.map(({ messageId }) => messageId);

/** Reserves what there must be; a queue elsewhere may take a moment for it. */
export const reserveSome = async (queue: EventQueue, limits = NO_LIMITS): Promise<Reservation> => {
  const hopeless = performance.now() + 10_000;
  while (performance.now() < hopeless) {
    const reservation = await queue.reserve?.(limits);
    if (reservation) return reservation;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error('reserve: events expected, got nothing for ten seconds');
};

/** Fails if there is something to reserve. */
export const reserveNothing = async (queue: EventQueue): Promise<void> => {
  same('reserve', (await queue.reserve?.(NO_LIMITS))?.events, undefined);
};

/** Takes everything there is, one reservation after another. */
export const collect = async (queue: EventQueue): Promise<QueuedEvent[]> => {
  const all: QueuedEvent[] = [];
  while ((await queue.stats()).events > 0) {
    const reservation = await reserveSome(queue);
    all.push(...reservation.events);
    await settleWith(reservation, { done: reservation.events });
  }
  return all;
};
