import { FAILURE_FIELD, type RowFailure } from './failures-file.js';
import type { Ledger, OpenRow } from './ledger.js';
import type { ReadRow, Row } from './read-rows.js';

/** Hands rows to the map, a few at a time. */
export interface Feed {
  /** The next rows; undefined when there are no more, or when the import is to stop. */
  readonly next: () => Promise<readonly Row[] | undefined>;
  /** Makes a row of the last `next`, counted from 1, the current one. */
  readonly open: (position: number) => void;
  readonly current: () => OpenRow;
  /** An id for the next event of the current row. */
  readonly nextMessageId: () => string;
}

/** What a feed is made of. */
export interface FeedParts {
  readonly rows: AsyncIterator<ReadRow, unknown>;
  readonly ledger: Ledger;
  /** The import's fingerprint. */
  readonly source: string;
  /** No more rows are handed out once it is aborted. */
  readonly signal: AbortSignal;
}

const ROWS_AT_A_TIME = 200;

const NOBODY: OpenRow = { number: 0, id: '', row: {}, pending: 0, events: 0, delivered: 0, error: undefined };

const opened = (source: string, number: number, { [FAILURE_FIELD]: failure, ...row }: Row): OpenRow => {
  const { id = `${source}-${number}` } = Object(failure) as Partial<RowFailure>;
  return { number, id, row, pending: 1, events: 0, delivered: 0, error: undefined };
};

/** Leaves out the rows that the ledger knows as finished. */
export const createFeed = ({ rows, ledger, source, signal }: FeedParts): Feed => {
  let number = 0;
  let batch: OpenRow[] = [];
  let current = NOBODY;
  const take = (read: ReadRow): void => {
    number += 1;
    if (ledger.isFinished(number)) return;
    const row = opened(source, number, read.row);
    if ('fault' in read) ledger.settle(row, { code: 'bad_row', message: read.fault });
    else batch.push(row);
  };
  return {
    async next() {
      batch = [];
      while (batch.length < ROWS_AT_A_TIME && !signal.aborted) {
        const next = await rows.next();
        if (next.done) break;
        take(next.value);
      }
      return batch.length === 0 ? undefined : batch.map(({ row }) => row);
    },
    open: (position) => {
      current = batch[position - 1] ?? NOBODY;
    },
    current: () => current,
    nextMessageId: () => {
      current.events += 1;
      return `${current.id}-${current.events}`;
    },
  };
};
