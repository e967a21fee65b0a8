import { readFailure } from './failures-file.js';
import { addMark } from './finished-rows.js';
import { ImportError } from './import-error.js';
import type { Ledger, OpenRow } from './ledger.js';
import type { ReadRow, RowContent } from './read-row.js';
import { RowIdentities } from './row-identity.js';

/** What a feed is made of. */
export interface FeedParts {
  readonly batches: AsyncIterator<readonly ReadRow[], unknown>;
  readonly ledger: Ledger;
  /** The file that rows are in which name none. */
  readonly file: string;
  /** Bytes of the input, unpacked, if they are known. */
  readonly size?: number | undefined;
  /** No more rows are handed out once it is aborted. */
  readonly signal: AbortSignal;
}

/** Hands rows to the map, some at a time, and leaves out those that the ledger knows as finished. */
export class Feed {
  /** Why reading ended before the end of the input. */
  fault: unknown;
  readonly #parts: FeedParts;
  readonly #identities: RowIdentities;
  #number = 0;
  /** What the rows that were finished at the start add up to, as far as they have been read again. */
  #sum = 0;
  #read: readonly ReadRow[] = [];
  #at = 0;

  constructor(parts: FeedParts) {
    this.#parts = parts;
    this.#identities = new RowIdentities(parts.size);
  }

  /** The next rows; none when there are no more, or when the import is to stop. */
  async next(): Promise<readonly OpenRow[]> {
    const rows: OpenRow[] = [];
    let size = 0;
    try {
      while (rows.length < ROWS_AT_A_TIME && size < SIZE_AT_A_TIME && !this.#parts.signal.aborted) {
        const read = this.#read[this.#at] ?? (await this.#readOn());
        if (read === undefined) break;
        this.#at += 1;
        const row = this.#open(read);
        if (row) rows.push(row);
        if (row) size += measure(row.content);
      }
    } catch (error) {
      this.fault = error;
    }
    return rows;
  }

  async #readOn(): Promise<ReadRow | undefined> {
    while (this.#at >= this.#read.length) {
      const next = this.fault === undefined ? await this.#parts.batches.next() : { done: true as const, value: [] };
      if (next.done) {
        this.#checkLength();
        return undefined;
      }
      [this.#read, this.#at] = [next.value, 0];
    }
    return this.#read[this.#at];
  }

  #checkLength(): void {
    if (this.#number < (this.#parts.ledger.start?.through ?? 0)) throw createMismatch();
  }

  #open(read: ReadRow): OpenRow | undefined {
    const { ledger } = this.#parts;
    const fedBack = 'content' in read && 'json' in read.content ? readFailure(read.content.json) : undefined;
    const content = fedBack?.content ?? ('content' in read ? read.content : { text: read.text });
    const { id, mark } = this.#identities.of(content, fedBack?.failure.id);
    this.#number += 1;
    this.#checkSum(mark);
    if (ledger.isFinished(this.#number)) return undefined;
    const open = {
      number: this.#number,
      line: read.line,
      file: read.file ?? this.#parts.file,
      isOneOfMany: read.file !== undefined,
      id,
      mark,
      content,
      pending: 1,
      delivered: 0,
      error: undefined,
      isUnread: 'text' in content,
    };
    const fault = findFault(read, open.content, fedBack?.failure.error);
    if (fault === undefined) return open;
    ledger.settle(open, fault);
    return undefined;
  }

  /** Nothing is handed out of an input whose first rows are not those that were imported. */
  #checkSum(mark: number): void {
    const { start } = this.#parts.ledger;
    if (start === undefined || this.#number > start.through) return;
    this.#sum = addMark(this.#sum, mark);
    if (this.#number === start.through && this.#sum !== start.sum) throw createMismatch();
  }
}

const ROWS_AT_A_TIME = 200;

/** Characters that are handed out at a time. */
const SIZE_AT_A_TIME = 256 * 1024;

/** Characters of one row, of which no event could hold so many. */
const LARGEST_ROW = 1024 * 1024;

/** Values of one row. */
const MOST_VALUES = 100_000;

const TOO_LARGE = 'is too large: a row may have a million characters and 100,000 values';

const createMismatch = (): ImportError =>
  new ImportError(
    'other_checkpoint',
    'the checkpoint is of another input: its first rows are not those that were imported; remove it to start anew',
  );

/** Why the map is not to see a row. @param before Why it failed before. */
const findFault = (read: ReadRow, content: OpenRow['content'], before: unknown): unknown => {
  if ('fault' in read) return { code: 'bad_row', message: read.fault };
  if ('text' in content) return before ?? { code: 'bad_row', message: `line ${read.line} could not be read before` };
  return isLarge(content) ? { code: 'row_too_large', message: `line ${read.line} ${TOO_LARGE}` } : undefined;
};

const measure = (content: RowContent | { readonly text: string }): number => {
  if ('text' in content) return content.text.length;
  if ('json' in content) return content.json.length;
  return content.fields.reduce((sum, field) => sum + field.length, 0);
};

const isLarge = (content: RowContent): boolean => {
  if (measure(content) > LARGEST_ROW) return true;
  if ('fields' in content) return content.fields.length > MOST_VALUES;
  return content.json.length > MOST_VALUES && (content.json.match(/[,[{]/g)?.length ?? 0) > MOST_VALUES;
};
