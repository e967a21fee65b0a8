import { FAILURE_FIELD, type RowFailure } from './failures-file.js';
import type { Ledger, OpenRow } from './ledger.js';
import type { ReadRow, Row } from './read-rows.js';

/** Hands rows to the map, a few at a time. */
export interface Feed {
  /** The next rows; none when there are no more, or when the import is to stop. */
  readonly next: () => Promise<readonly OpenRow[]>;
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

const opened = (source: string, number: number, { [FAILURE_FIELD]: failure, ...row }: Row): OpenRow => {
  const { id = `${source}-${number}` } = Object(failure) as Partial<RowFailure>;
  return { number, id, row, pending: 1, delivered: 0, error: undefined };
};

/** Leaves out the rows that the ledger knows as finished. */
export const createFeed = ({ rows, ledger, source, signal }: FeedParts): Feed => {
  let number = 0;
  const take = (read: ReadRow): OpenRow | undefined => {
    number += 1;
    if (ledger.isFinished(number)) return undefined;
    const row = opened(source, number, read.row);
    if (!('fault' in read)) return row;
    ledger.settle(row, { code: 'bad_row', message: read.fault });
    return undefined;
  };
  return {
    async next() {
      const batch: OpenRow[] = [];
      while (batch.length < ROWS_AT_A_TIME && !signal.aborted) {
        const next = await rows.next();
        if (next.done) break;
        const row = take(next.value);
        if (row) batch.push(row);
      }
      return batch;
    },
  };
};
