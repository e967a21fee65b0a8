import type { SegmentError } from '../contract/errors.js';
import { readJson } from '../schema/read-exact-json.js';
import { weigh } from '../schema/weigh.js';
import type { QueuedEvent } from './event-queue.js';

/** How an event ended: the status of its receipt, or why it was not delivered. */
export type End = 'delivered' | 'queued' | 'dropped' | 'disabled' | SegmentError;

/** An event that was not delivered, and why. */
export interface FailedEvent {
  /** The event as it would have travelled; the call's input if it was refused at the call. */
  readonly event: unknown;
  readonly error: SegmentError;
}

/** What became of a set of events. Every event is in exactly one report. */
export interface Report {
  /** How many events Segment accepted. */
  readonly delivered: number;
  readonly failed: readonly FailedEvent[];
  /** How many events `beforeSend` removed. */
  readonly dropped: number;
  /** How many failed events are left off `failed`, which keeps 64 MiB of events. */
  readonly omitted: number;
  /** With a queue of one's own: how many events it still holds. Absent without one, or if it does not tell. */
  readonly queued?: number;
}

/** Bytes of failed events a report keeps. */
const KEPT_BYTES = 64 * 1024 * 1024;

/** A set of events that are reported together. An event joins, and ends as delivered, dropped or failed. */
export class Round {
  readonly #counts = { delivered: 0, dropped: 0, omitted: 0 };
  readonly #failed: (() => FailedEvent)[] = [];
  /** Bytes of failed events it still keeps. */
  #room = KEPT_BYTES;
  /** Events that have not ended, and the round itself until it is sealed. */
  #open = 1;
  #finish: (() => void) | undefined;

  /** Whether nothing has happened in it yet. */
  isEmpty = true;

  join(): void {
    this.isEmpty = false;
    this.#open += 1;
  }

  /** An event that joined has ended. */
  ended(end: End, event: QueuedEvent): void {
    if (typeof end !== 'string') this.#lost(end, event);
    else if (end in this.#counts) this.#counts[end as 'delivered'] += 1;
    this.#leave();
  }

  /** An event that never joined was refused at the call. */
  refused(error: SegmentError, event: unknown): void {
    this.isEmpty = false;
    this.#keep(weigh(event, this.#room), () => ({ event, error }));
  }

  /** No more events join; resolves when all have ended. */
  async seal(): Promise<Report> {
    await new Promise<void>((resolve) => {
      this.#finish = resolve;
      this.#leave();
    });
    return { ...this.#counts, failed: this.#failed.map((failed) => failed()) };
  }

  #lost(error: SegmentError, { body, bytes }: QueuedEvent): void {
    this.#keep(bytes, () => ({ event: readJson(body), error }));
  }

  #keep(bytes: number, failed: () => FailedEvent): void {
    this.#room -= bytes;
    if (this.#room < 0) this.#counts.omitted += 1;
    else this.#failed.push(failed);
  }

  #leave(): void {
    this.#open -= 1;
    if (this.#open === 0) this.#finish?.();
  }
}
