import { NextOccurrence } from './next-occurrence.js';

/** The lines of a piece of text, ended by LF, CR LF or CR in any mixture; the last of a whole text by its end. */
export class TextLines {
  readonly #feeds: NextOccurrence;
  readonly #returns: NextOccurrence;

  /** @param isWhole Whether nothing follows the text. */
  constructor(
    readonly text: string,
    readonly isWhole: boolean,
  ) {
    this.#feeds = new NextOccurrence(text, '\n');
    this.#returns = new NextOccurrence(text, '\r');
  }

  /** Where the line that `at` is in ends; undefined if what follows the text would have to be known. */
  endOf(at: number): number | undefined {
    const { text, isWhole } = this;
    const end = Math.min(this.#feeds.from(at), this.#returns.from(at));
    if (end === Infinity) return isWhole ? text.length : undefined;
    return !isWhole && end === text.length - 1 && text[end] === '\r' ? undefined : end;
  }

  /** Where the line after the one that ends at `end` begins. */
  after(end: number): number {
    const { text } = this;
    if (text[end] === '\r' && text[end + 1] === '\n') return end + 2;
    return Math.min(end + 1, text.length);
  }

  /** How many lines end between two places. */
  count(from: number, to: number): number {
    let count = 0;
    for (let end = this.endOf(from); end !== undefined && end < to; end = this.endOf(this.after(end))) count += 1;
    return count;
  }
}
