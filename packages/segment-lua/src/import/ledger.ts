import type { Receipt } from '@moonwire/segment-sdk';

import { reportError } from '../host/call-log.js';
import type { ErrorReport } from '../host/run-result.js';
import type { Checkpoint, Progress } from './checkpoint.js';
import type { FailuresFile } from './failures-file.js';
import { type RowTracker, trackRows } from './finished-rows.js';
import type { RowContent } from './read-row.js';
import { Reasons } from './reasons.js';

/** A row on its way through the map and to Segment. */
export interface OpenRow {
  /** Counted from 1. */
  readonly number: number;
  /** The line it begins in, counted from 1. */
  readonly line: number;
  /** The file it is in. */
  readonly file: string;
  /** Whether there are others, so that a failure says which. */
  readonly isOneOfMany: boolean;
  /** Message ids are made of it. */
  readonly id: string;
  /** Its content as a number, by which the input is known again. */
  readonly mark: number;
  readonly content: RowContent | { readonly text: string };
  /** What is still to end: the map's call, and each of its events. */
  pending: number;
  delivered: number;
  error: ErrorReport | undefined;
  /** Whether its text turned out to be no row. */
  isUnread: boolean;
}

/** Counts of an import. */
export interface Counts {
  /** Rows that are finished, well or not. */
  rows: number;
  delivered: number;
  failed: number;
}

/** What books are kept with. */
export interface LedgerParts {
  readonly checkpoint: Checkpoint;
  readonly failures: FailuresFile;
  /** Told when the books cannot be written any more. What is not in them is done again next time. */
  readonly onFault: (error: unknown) => void;
}

/** Saving takes one part in so many of the time: slow disks are written to less often. */
const TIME_BETWEEN_SAVES = 20;

/** What happened in so many milliseconds may be done again after a kill, however slow the disk is. */
const LONGEST_UNSAVED_MS = 200;

/** Books what becomes of each row, and keeps the books on disk; continues where the checkpoint ends. */
export class Ledger {
  readonly counts: Counts;
  /** Why rows failed that failed now. */
  readonly reasons = new Reasons();
  /** Where an earlier process stopped. */
  readonly start: Progress | undefined;
  readonly #parts: LedgerParts;
  readonly #finished: RowTracker;
  #isSaveDue = false;
  #savedAt = 0;
  #saveMs = 0;

  constructor(parts: LedgerParts) {
    const { start } = parts.checkpoint;
    this.start = start;
    this.counts = countAt(start);
    this.#parts = parts;
    this.#finished = trackRows(start);
  }

  /** Whether an earlier process has finished the row. */
  isFinished(number: number): boolean {
    return this.#finished.has(number);
  }

  /** Follows an event of the row. */
  follow(open: OpenRow, delivered: Promise<Receipt>): void {
    open.pending += 1;
    delivered.then(
      () => {
        open.delivered += 1;
        this.settle(open);
      },
      (error: unknown) => {
        this.settle(open, error);
      },
    );
  }

  /** One of the things the row waited for has ended. */
  settle(open: OpenRow, error?: unknown): void {
    if (error !== undefined) open.error ??= reportError(error);
    open.pending -= 1;
    if (open.pending === 0)
      this.#attempt(() => {
        this.#finish(open);
      });
  }

  /** Writes down what has not been. */
  save(): void {
    const { checkpoint, failures } = this.#parts;
    const { delivered, failed } = this.counts;
    const started = performance.now();
    this.#attempt(() => {
      checkpoint.save({ ...this.#finished.snapshot(), delivered, failed, failuresBytes: failures.bytes() });
    });
    this.#savedAt = performance.now();
    this.#saveMs = this.#savedAt - started;
  }

  #finish({ number, id, mark, content, error, delivered, isUnread, file, isOneOfMany }: OpenRow): void {
    if (error) {
      const place = isOneOfMany ? { file } : {};
      this.#parts.failures.add(content, { id, error, ...place, ...(isUnread && { unread: true }) });
      this.counts.failed += 1;
      this.reasons.count(error);
    }
    this.counts.rows += 1;
    this.counts.delivered += delivered;
    this.#finished.finish(number, mark);
    this.#saveSoon();
  }

  /** One answer of Segment ends many rows at once, and they are written down together. */
  #saveSoon(): void {
    if (this.#isSaveDue) return;
    this.#isSaveDue = true;
    const pause = Math.min(this.#saveMs * TIME_BETWEEN_SAVES, LONGEST_UNSAVED_MS);
    const wait = this.#savedAt + pause - performance.now();
    const save = (): void => {
      this.#isSaveDue = false;
      this.save();
    };
    if (wait <= 0) setImmediate(save);
    else setTimeout(save, wait).unref();
  }

  #attempt(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#parts.onFault(error);
    }
  }
}

const countAt = (start: Progress | undefined): Counts => ({
  rows: (start?.through ?? 0) + (start?.beyond.length ?? 0),
  delivered: start?.delivered ?? 0,
  failed: start?.failed ?? 0,
});
