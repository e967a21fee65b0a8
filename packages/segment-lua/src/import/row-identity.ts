import { hash } from 'node:crypto';

import type { Columns, RowContent } from './read-row.js';

/** What a row is known by. */
export interface RowIdentity {
  /** Its content and which of its repetitions it is; message ids are made of it. */
  readonly id: string;
  /** Its content as a number of 48 bits. */
  readonly mark: number;
}

/** Names rows in the order in which they are read. */
export class RowIdentities {
  readonly #repetitions: Repetitions;
  readonly #headers = new WeakMap<Columns, string>();

  /** @param size Bytes of the input, if they are known: a small one is looked after in little memory. */
  constructor(size = Infinity) {
    this.#repetitions = new Repetitions(size);
  }

  /** @param id What the row was known by before; its content says it otherwise. */
  of(content: RowContent | { readonly text: string }, id?: string): RowIdentity {
    const digest = hash('sha1', this.#write(content));
    const mark = Number.parseInt(digest.slice(0, 12), 16);
    if (id !== undefined) return { id, mark };
    const repetition = this.#repetitions.count(digest);
    return { id: repetition === 1 ? digest : `${digest}-${repetition}`, mark };
  }

  #write(content: RowContent | { readonly text: string }): string {
    if ('text' in content) return content.text;
    if ('json' in content) return content.json.trim();
    return `${this.#header(content.columns)}\0${content.fields.join('\0')}`;
  }

  #header(columns: Columns): string {
    const known = this.#headers.get(columns) ?? JSON.stringify(columns.names);
    this.#headers.set(columns, known);
    return known;
  }
}

/** Words of the Bloom filter: at most 2^28 bits, and no less than 2^20. */
const MOST_WORDS = 2 ** 23;
const LEAST_WORDS = 2 ** 15;
/** Words of one block, which is one line of a processor's cache: a content is looked up in one of them. */
const BLOCK_WORDS = 16;
const SEEN_PROBES = 8;
const COUNTERS = 2 ** 20;
const COUNTER_PROBES = 4;

/**
 * Counts repetitions among any number of rows in 36 MiB at most: a Bloom filter knows what was seen, a count-min sketch
 * how often. Counts of one content always rise, so that no two repetitions are taken for one. That a row is taken for a
 * repetition of another happens to one in a hundred thousand among ten million rows, in every run alike.
 */
class Repetitions {
  readonly #seen: Uint32Array;
  readonly #counters = new Uint32Array(COUNTERS);

  /** @param size Bytes of the input, of which no row has less than a few dozen: a bit for each, or more. */
  constructor(size: number) {
    const words = 2 ** Math.ceil(Math.log2(Math.max(size / 32, LEAST_WORDS)));
    this.#seen = new Uint32Array(Math.min(words, MOST_WORDS));
  }

  /** Which repetition of its content a row is, from 1. @param digest Of the content, hexadecimal. */
  count(digest: string): number {
    const first = Number.parseInt(digest.slice(12, 20), 16);
    const step = Number.parseInt(digest.slice(20, 28), 16) | 1;
    return this.#see(first, Number.parseInt(digest.slice(28, 36), 16), step) ? 1 : this.#countAgain(first, step);
  }

  #see(block: number, first: number, step: number): boolean {
    const start = (block * BLOCK_WORDS) & (this.#seen.length - 1);
    let isNew = false;
    for (let probe = 0, place = first; probe < SEEN_PROBES; probe += 1, place = (place + step) | 0) {
      // The upper bits of a sum of odd steps are the ones that differ.
      const word = start + (place >>> 28);
      const mask = 1 << (place >>> 23);
      if (((this.#seen[word] as number) & mask) === 0) isNew = true;
      this.#seen[word] = (this.#seen[word] as number) | mask;
    }
    return isNew;
  }

  #countAgain(first: number, step: number): number {
    const places = Array.from({ length: COUNTER_PROBES }, (_, probe) => (first + probe * step) & (COUNTERS - 1));
    const count = Math.min(...places.map((place) => this.#counters[place] as number)) + 1;
    for (const place of places) this.#counters[place] = Math.max(this.#counters[place] as number, count);
    return count + 1;
  }
}
