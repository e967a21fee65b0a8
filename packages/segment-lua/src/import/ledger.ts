import type { Receipt } from '@moonwire/segment-sdk';

import { reportError } from '../host/call-log.js';
import type { ErrorReport } from '../host/run-result.js';
import type { Checkpoint, Progress } from './checkpoint.js';
import type { FailuresFile } from './failures-file.js';
import { trackRows } from './finished-rows.js';
import type { Row } from './read-rows.js';

/** A row on its way through the map and to Segment. */
export interface OpenRow {
  /** Counted from 1. */
  readonly number: number;
  /** Message ids are made of it. */
  readonly id: string;
  readonly row: Row;
  /** What is still to end: the map's call, and each of its events. */
  pending: number;
  delivered: number;
  error: ErrorReport | undefined;
}

/** Counts of an import. */
export interface Counts {
  /** Rows that are finished, well or not. */
  rows: number;
  delivered: number;
  failed: number;
}

/** Books what becomes of each row, and keeps the books on disk. */
export interface Ledger {
  readonly counts: Readonly<Counts>;
  /** Whether an earlier process has finished the row. */
  readonly isFinished: (number: number) => boolean;
  /** Follows an event of the row. */
  readonly follow: (open: OpenRow, delivered: Promise<Receipt>) => void;
  /** One of the things the row waited for has ended. */
  readonly settle: (open: OpenRow, error?: unknown) => void;
  /** Writes down what has not been. */
  readonly save: () => void;
}

const countsAt = (start: Progress | undefined): Counts => ({
  rows: (start?.through ?? 0) + (start?.beyond.length ?? 0),
  delivered: start?.delivered ?? 0,
  failed: start?.failed ?? 0,
});

/** Lets many calls of one turn of the event loop become one, at its end. */
const once = (work: () => void): (() => void) => {
  let isDue = false;
  return () => {
    if (isDue) return;
    isDue = true;
    setImmediate(() => {
      isDue = false;
      work();
    });
  };
};

/** Continues the books where the checkpoint ends. */
export const openLedger = (checkpoint: Checkpoint, failures: FailuresFile): Ledger => {
  const finished = trackRows(checkpoint.start);
  const counts = countsAt(checkpoint.start);
  const save = (): void => {
    const { delivered, failed } = counts;
    checkpoint.save({ ...finished.snapshot(), delivered, failed, failuresBytes: failures.bytes() });
  };
  // One answer of Segment ends many rows at once, and they are written down together.
  const saveSoon = once(save);
  const finish = ({ number, id, row, error, delivered }: OpenRow): void => {
    counts.rows += 1;
    counts.delivered += delivered;
    if (error) {
      counts.failed += 1;
      failures.add(row, { id, error });
    }
    finished.finish(number);
    saveSoon();
  };
  const settle = (open: OpenRow, error?: unknown): void => {
    if (error !== undefined) open.error ??= reportError(error);
    open.pending -= 1;
    if (open.pending === 0) finish(open);
  };
  const follow: Ledger['follow'] = (open, delivered) => {
    open.pending += 1;
    delivered.then(
      () => {
        open.delivered += 1;
        settle(open);
      },
      (error: unknown) => {
        settle(open, error);
      },
    );
  };
  return { counts, isFinished: finished.has, settle, save, follow };
};
