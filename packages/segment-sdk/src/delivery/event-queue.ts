import type { SegmentError } from '../contract/errors.js';

/** An event that waits to be sent: plain data, so that a queue may keep it outside this process. */
export interface QueuedEvent {
  /** Identifies the event; Segment counts an event that arrives twice once. */
  readonly messageId: string;
  /** The user whose order is kept: `userId`, else `anonymousId`, else empty. */
  readonly user: string;
  /** The event as JSON, as it travels: id, type and timestamp are in it. */
  readonly body: string;
  /** Length of `body` in bytes of UTF-8. */
  readonly bytes: number;
}

/** How much a request may carry. */
export interface ReserveLimits {
  /** Most events; at least 1. */
  readonly events: number;
  /** Most bytes of the events' JSON, each with a comma; a single event may be larger. */
  readonly bytes: number;
}

/** An event that Segment refuses whatever is done, and why. */
export interface DeadEvent {
  readonly event: QueuedEvent;
  readonly error: SegmentError;
}

/** What became of reserved events. Each of them is in one of the lists. */
export interface ReservationEnd {
  /** Segment has them: they are forgotten. */
  readonly done: readonly QueuedEvent[];
  /** Segment will never take them: they leave the line, and are kept apart with the reason. */
  readonly dead: readonly DeadEvent[];
  /** They go back to their places, before all later events of their users. */
  readonly again: readonly QueuedEvent[];
  /** A hint: they are worth another try after this time, in milliseconds. */
  readonly delayMs: number;
}

/** Events that one sender has for itself. */
export interface Reservation {
  /** At least one, in the order of each user. */
  readonly events: readonly QueuedEvent[];
  /** How long they are reserved without a word, in milliseconds. Absent: until this process ends. */
  readonly leaseMs?: number | undefined;
  /** Reserves them for `leaseMs` more; it is called three times in that time. Goes with `leaseMs`. */
  readonly extend?: (() => Promise<void>) | undefined;
  /**
   * Ends the reservation, as a whole or not at all. It is called again if it rejects or does not answer, and a
   * repetition changes nothing.
   */
  readonly settle: (end: ReservationEnd) => Promise<void>;
}

/** What a queue holds. */
export interface QueueStats {
  /** Events that wait or are reserved; dead ones are not counted. */
  readonly events: number;
  /** How many of them are reserved. */
  readonly reserved: number;
  /** The bytes of their JSON. */
  readonly bytes: number;
  /** How long the oldest has been here, in milliseconds; 0 when there is none. */
  readonly oldestMs: number;
  /** Events that were kept apart because Segment refused them. */
  readonly dead: number;
}

/**
 * Where events wait outside the client: on disk, in a store that machines share. `queueCases` of
 * `@moonwire/segment-sdk/queue` are what it must do; `createQueue` makes it fit for a client.
 *
 * A queue belongs to one client, which calls `open` first, `put` one at a time, and `close` last. Any method may reject
 * or answer late: the client waits `timeoutMs` for each answer and goes on.
 */
export interface EventQueue {
  /**
   * Prepares the queue; called again if it rejects.
   * @param source Names the source whose events these are: 16 hexadecimal digits of its write key's SHA-256.
   */
  readonly open?: ((source: string) => Promise<void>) | undefined;
  /**
   * Resolves when the queue holds all of the events, as safely as it promises, and rejects when it holds none. If there
   * is no room, it rejects with an error whose `code` is `queue_full`, and is asked again later. The events are in
   * the order of the calls: what waited while the put before was under way, at most 2,500 events and about 1 MiB.
   */
  readonly put: (events: readonly QueuedEvent[]) => Promise<void>;
  /**
   * Reserves the first events that fit, or resolves with nothing if no event may go now. No event of a user is given
   * out while others of that user are reserved, by whomever. A queue without it is emptied elsewhere, by workers.
   */
  readonly reserve?: ((limits: ReserveLimits) => Promise<Reservation | undefined>) | undefined;
  /**
   * Learns that Segment asked to be left alone for a time, in milliseconds. A queue that machines share gives
   * nothing out until then; the client itself keeps to it in any case.
   */
  readonly hold?: ((ms: number) => Promise<void>) | undefined;
  readonly stats: () => Promise<QueueStats>;
  /** Lets go of what the queue has open. Events that it holds stay; reservations end as if nothing had been sent. */
  readonly close: () => Promise<void>;
}
