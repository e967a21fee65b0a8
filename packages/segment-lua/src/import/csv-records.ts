import { NextOccurrence } from './next-occurrence.js';
import { TextLines } from './text-lines.js';

/** One record of CSV. */
export interface CsvRecord {
  readonly fields: readonly string[];
  /** Why it is none; it has no fields then, and is one line. */
  readonly fault?: string;
  /** Where its text ends. */
  readonly end: number;
  /** Where the next record begins. */
  readonly next: number;
  /** How many lines it takes up. */
  readonly lines: number;
}

/**
 * A quote that is open for more characters than this is taken for one that is never closed: no event could hold so
 * much.
 */
const LONGEST_QUOTED = 16 * 1024 * 1024;

const QUOTE = '"';
const NEVER_CLOSED = 'has a quote that is never closed';
const CLOSED_EARLY = 'has a quote where it may not be: within a quoted field, quotes are written twice';

type QuotedField = { readonly value: string; readonly end: number } | { readonly fault: string };

/**
 * The records of a piece of CSV text (RFC 4180). A quote in the middle of a field stands for itself; one that is never
 * closed, or closed where no field ends, spoils its line alone.
 */
export class CsvRecords {
  readonly #lines: TextLines;
  readonly #quotes: NextOccurrence;
  readonly #delimiters: NextOccurrence;

  constructor(
    private readonly text: string,
    private readonly delimiter: string,
    private readonly isWhole: boolean,
  ) {
    this.#lines = new TextLines(text, isWhole);
    this.#quotes = new NextOccurrence(text, QUOTE);
    this.#delimiters = new NextOccurrence(text, delimiter);
  }

  /** The record that begins at `start`; undefined if its end is not in the text. */
  at(start: number): CsvRecord | undefined {
    if (start >= this.text.length) return undefined;
    // Files that were put together have a byte order mark each.
    const at = this.text[start] === '\uFEFF' ? start + 1 : start;
    const end = this.#lines.endOf(at);
    if (end === undefined) return undefined;
    if (this.#quotes.from(at) < end) return this.#withQuotes(at, end);
    return { fields: this.text.slice(at, end).split(this.delimiter), end, next: this.#lines.after(end), lines: 1 };
  }

  #withQuotes(at: number, lineEnd: number): CsvRecord | undefined {
    const fields: string[] = [];
    for (let from = at; ; from += 1) {
      const field = this.text[from] === QUOTE ? this.#quotedField(from + 1, at) : this.#plainField(from);
      if (field === undefined) return undefined;
      if ('fault' in field) return { ...field, fields: [], end: lineEnd, next: this.#lines.after(lineEnd), lines: 1 };
      fields.push(field.value);
      from = field.end;
      if (this.text[from] === this.delimiter) continue;
      const end = this.#lines.endOf(from);
      if (end === undefined) return undefined;
      return { fields, end, next: this.#lines.after(end), lines: this.#lines.count(at, end) + 1 };
    }
  }

  #plainField(from: number): QuotedField | undefined {
    const lineEnd = this.#lines.endOf(from);
    if (lineEnd === undefined) return undefined;
    const end = Math.min(this.#delimiters.from(from), lineEnd);
    return { value: this.text.slice(from, end), end };
  }

  #quotedField(from: number, recordStart: number): QuotedField | undefined {
    const { text, isWhole } = this;
    let value = '';
    for (let at = from; ;) {
      const quote = text.indexOf(QUOTE, at);
      if (quote < 0) {
        const isHopeless = isWhole || text.length - recordStart > LONGEST_QUOTED;
        return isHopeless ? { fault: NEVER_CLOSED } : undefined;
      }
      if (text[quote + 1] !== QUOTE) return this.#closedField(value + text.slice(at, quote), quote + 1);
      value += text.slice(at, quote + 1);
      at = quote + 2;
    }
  }

  /** Blanks between a closing quote and the end of its field are passed over. */
  #closedField(value: string, afterQuote: number): QuotedField | undefined {
    let end = afterQuote;
    while (this.text[end] === ' ') end += 1;
    const char = this.text[end];
    if (char === undefined) return this.isWhole ? { value, end } : undefined;
    return [this.delimiter, '\n', '\r'].includes(char) ? { value, end } : { fault: CLOSED_EARLY };
  }
}
