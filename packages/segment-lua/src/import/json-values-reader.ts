import { describeDamage, isDamaged } from './damage.js';
import { endOfJsonValue } from './json-value-end.js';
import type { ReadRow, RowReader, RowsRead } from './read-row.js';
import { TextLines } from './text-lines.js';

/** A value that goes on for more characters than this is taken for one that never ends: no event could hold so much. */
const LONGEST_VALUE = 16 * 1024 * 1024;

/** So many values that never end are left behind; for each, all that follows has been looked at. */
const MOST_ENDLESS = 100;

const ENDLESS = 'begins a value that does not end, or has a text that goes over the end of its line';

/** Reads the elements of a JSON array, or JSON values one after another, over any number of lines. */
export class JsonValuesReader implements RowReader {
  #line = 1;
  /** How far the line is indented in which the last value began. */
  #indent = 0;
  #endless = 0;
  #where: 'before' | 'array' | 'values' | 'after' = 'before';

  read(text: string, isWhole: boolean): RowsRead {
    const lines = new TextLines(text, true);
    const rows: ReadRow[] = [];
    let rest = 0;
    for (;;) {
      const at = skipBetween(text, rest);
      this.#pass(text, rest, at, lines);
      rest = at;
      if (at === text.length) break;
      const isBracket = this.#passBracket(text[at]);
      const end = isBracket ? at + 1 : findValueEnd(text, at, isWhole, lines);
      const early = isBracket ? undefined : this.#findEarlyEnd(text, at, end, isWhole, lines);
      const next = early ?? end;
      if (next === undefined) break;
      if (!isBracket) rows.push(this.#readValue(text.slice(at, next), early !== undefined));
      this.#line += lines.count(at, next);
      rest = next;
    }
    return { rows, rest, ...(isWhole && this.#describeEnd(rest < text.length)) };
  }

  #pass(text: string, from: number, to: number, lines: TextLines): void {
    const passed = text.slice(from, to);
    const lastEnd = Math.max(passed.lastIndexOf('\n'), passed.lastIndexOf('\r'));
    if (lastEnd >= 0) this.#indent = passed.length - lastEnd - 1;
    this.#line += lines.count(from, to);
  }

  /** The brackets of the array that all is in, or of one of several. */
  #passBracket(char: string | undefined): boolean {
    const opens = char === '[' && (this.#where === 'before' || this.#where === 'after');
    const closes = char === ']' && this.#where === 'array';
    if (opens || closes) this.#where = opens ? 'array' : 'after';
    else if (this.#where === 'before') this.#where = 'values';
    return opens || closes;
  }

  /** Where to go on behind a value that never ends, or swallows another: at the line of the next. */
  #findEarlyEnd(text: string, at: number, end: number | undefined, isWhole: boolean, lines: TextLines) {
    if (end !== undefined) {
      if ((lines.endOf(at) ?? end) >= end) return undefined;
      const next = this.#findNextLine(text, at, '{');
      return next === undefined || next >= end || isJson(text.slice(at, end)) ? undefined : next;
    }
    const isEndless = isWhole || text.length - at > LONGEST_VALUE;
    if (!isEndless || this.#endless === MOST_ENDLESS) return undefined;
    this.#endless += 1;
    return this.#findNextLine(text, at, '{\\]');
  }

  /** The line that is indented no further than the one of the last value, and begins another. */
  #findNextLine(text: string, at: number, beginnings: string): number | undefined {
    const next = new RegExp(`[\\r\\n][ \\t,]{0,${this.#indent}}[${beginnings}]`, 'g');
    next.lastIndex = at;
    const found = next.exec(text);
    return found ? found.index + 1 : undefined;
  }

  #readValue(text: string, isEndless: boolean): ReadRow {
    const line = this.#line;
    if (isEndless) return { line, text: text.replace(/[\s,]+$/, ''), fault: `line ${line} ${ENDLESS}` };
    if (isDamaged(text)) return { line, text, fault: `line ${line} ${describeDamage(text)}` };
    return { line, content: { json: text.replace(/[\r\n]+/g, ' ') } };
  }

  #describeEnd(isCutOff: boolean): { readonly broken?: string } {
    if (isCutOff) return { broken: `the input ends early: the value that begins in line ${this.#line} is not whole` };
    if (this.#where === 'array') return { broken: 'the input ends early: its array is never closed' };
    return {};
  }
}

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

const skipBetween = (text: string, from: number): number => {
  let at = from;
  while (at < text.length && ' \t\r\n,\uFEFF'.includes(text[at] as string)) at += 1;
  return at;
};

/** Where the value that begins at `at` ends; undefined if its end is not in the text. */
const findValueEnd = (text: string, at: number, isWhole: boolean, lines: TextLines): number | undefined =>
  '{["'.includes(text[at] as string) ? endOfJsonValue(text, at, lines) : findWordEnd(text, at, isWhole);

const findWordEnd = (text: string, at: number, isWhole: boolean): number | undefined => {
  const end = /[\s,\]}]/g;
  end.lastIndex = at + 1;
  return end.exec(text)?.index ?? (isWhole ? text.length : undefined);
};
