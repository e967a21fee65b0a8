import { describeDamage, isDamaged } from './damage.js';
import type { ReadRow, RowReader, RowsRead } from './read-row.js';
import { TextLines } from './text-lines.js';

/** Reads the elements of a JSON array, or JSON values one after another, over any number of lines. */
export class JsonValuesReader implements RowReader {
  #line = 1;
  #where: 'before' | 'array' | 'values' | 'after' = 'before';

  read(text: string, isWhole: boolean): RowsRead {
    const lines = new TextLines(text, true);
    const rows: ReadRow[] = [];
    let rest = 0;
    for (;;) {
      const at = skipBetween(text, rest);
      this.#line += lines.count(rest, at);
      rest = at;
      if (at === text.length) break;
      const isBracket = this.#passBracket(text[at]);
      const end = isBracket ? at + 1 : findValueEnd(text, at, isWhole);
      if (end === undefined) break;
      if (!isBracket) rows.push(this.#readValue(text.slice(at, end)));
      this.#line += lines.count(at, end);
      rest = end;
    }
    return { rows, rest, ...(isWhole && this.#describeEnd(rest < text.length)) };
  }

  /** The brackets of the array that all is in. */
  #passBracket(char: string | undefined): boolean {
    const isBracket = (this.#where === 'before' && char === '[') || (this.#where === 'array' && char === ']');
    if (isBracket) this.#where = char === '[' ? 'array' : 'after';
    else if (this.#where === 'before') this.#where = 'values';
    return isBracket;
  }

  #readValue(text: string): ReadRow {
    const line = this.#line;
    if (isDamaged(text)) return { line, text, fault: `line ${line} ${describeDamage(text)}` };
    return { line, content: { json: text.replace(/[\r\n]+/g, ' ') } };
  }

  #describeEnd(isCutOff: boolean): { readonly broken?: string } {
    if (isCutOff) return { broken: `the input ends early: the value that begins in line ${this.#line} is not whole` };
    if (this.#where === 'array') return { broken: 'the input ends early: its array is never closed' };
    return {};
  }
}

/** Where the object, list or string that a text begins with ends; undefined if it does not. */
export const endOfJsonValue = (text: string): number | undefined => findStructureEnd(text, 0);

const skipBetween = (text: string, from: number): number => {
  let at = from;
  while (at < text.length && ' \t\r\n,'.includes(text[at] as string)) at += 1;
  return at;
};

/** Where the value that begins at `at` ends; undefined if its end is not in the text. */
const findValueEnd = (text: string, at: number, isWhole: boolean): number | undefined =>
  '{["'.includes(text[at] as string) ? findStructureEnd(text, at) : findWordEnd(text, at, isWhole);

const findWordEnd = (text: string, at: number, isWhole: boolean): number | undefined => {
  const end = /[\s,\]}]/g;
  end.lastIndex = at + 1;
  return end.exec(text)?.index ?? (isWhole ? text.length : undefined);
};

/** Counts brackets alone: what is between them is read when the value is parsed. */
const findStructureEnd = (text: string, from: number): number | undefined => {
  const structure = /["{}[\]]/g;
  structure.lastIndex = from;
  for (let depth = 0, found = structure.exec(text); found; found = structure.exec(text)) {
    const [char] = found;
    if (char === '"') {
      const end = findStringEnd(text, found.index + 1);
      if (end === undefined) return undefined;
      structure.lastIndex = end;
    } else depth += char === '{' || char === '[' ? 1 : -1;
    if (depth <= 0) return structure.lastIndex;
  }
  return undefined;
};

const findStringEnd = (text: string, from: number): number | undefined => {
  for (let quote = text.indexOf('"', from); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let escapes = quote;
    while (text[escapes - 1] === '\\') escapes -= 1;
    if ((quote - escapes) % 2 === 0) return quote + 1;
  }
  return undefined;
};
