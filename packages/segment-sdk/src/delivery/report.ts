import type { SegmentError } from '../errors.js';

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
  /** How many failed events are left off `failed`, which keeps as many bytes as the queue may (at least 16 MiB). */
  readonly omitted: number;
}

/** Bytes of failed events a report keeps, at least. */
const LEAST_KEPT_BYTES = 16 * 1024 * 1024;

/** What a refused input counts for in a round's bound: its true size is not known. */
const REFUSED_BYTES = 1_024;

/** A set of events that are reported together. An event joins, and ends as delivered, dropped or failed. */
export class Round {
  readonly #maxBytes: number;
  readonly #failed: { readonly event: () => unknown; readonly error: SegmentError }[] = [];
  #open = 0;
  #delivered = 0;
  #dropped = 0;
  #omitted = 0;
  #keptBytes = 0;
  #finish: (() => void) | undefined;

  /** @param maxBytes How much of failed events it keeps, or 16 MiB if that is more. */
  constructor(maxBytes: number) {
    this.#maxBytes = Math.max(maxBytes, LEAST_KEPT_BYTES);
  }

  /** Whether nothing has happened in it yet. */
  get isEmpty(): boolean {
    return this.#open + this.#delivered + this.#dropped + this.#omitted + this.#failed.length === 0;
  }

  join(): void {
    this.#open += 1;
  }

  delivered(): void {
    this.#delivered += 1;
    this.#ended();
  }

  dropped(): void {
    this.#dropped += 1;
    this.#ended();
  }

  /** @param bytes What keeping the event costs. */
  failed(error: SegmentError, event: () => unknown, bytes: number): void {
    this.#keep(error, event, bytes);
    this.#ended();
  }

  /** An event that never joined was refused at the call. */
  refused(error: SegmentError, event: unknown): void {
    this.#keep(error, () => event, REFUSED_BYTES);
  }

  /** No more events join; resolves when all have ended. */
  seal(): Promise<Report> {
    return new Promise((resolve) => {
      this.#finish = () => {
        resolve(this.#report());
      };
      if (this.#open === 0) this.#finish();
    });
  }

  #keep(error: SegmentError, event: () => unknown, bytes: number): void {
    this.#keptBytes += bytes;
    if (this.#keptBytes > this.#maxBytes) this.#omitted += 1;
    else this.#failed.push({ event, error });
  }

  #ended(): void {
    this.#open -= 1;
    if (this.#open === 0) this.#finish?.();
  }

  #report(): Report {
    const failed = this.#failed.map(({ event, error }) => ({ event: event(), error }));
    return { delivered: this.#delivered, failed, dropped: this.#dropped, omitted: this.#omitted };
  }
}
