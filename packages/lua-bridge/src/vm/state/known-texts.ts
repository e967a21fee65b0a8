import type { Prototype } from '../values/function.js';
import { Shelf } from './shelf.js';

/** A text as it was compiled. */
interface KnownText {
  readonly code: Prototype;
  /** Bytes of the text. */
  readonly bytes: number;
  /** Instructions that compiling it was charged as: they are whenever it is used. */
  readonly work: number;
}

/** What texts were compiled to, by their names and themselves, for when one is compiled again. */
export type KnownTexts = Shelf<string, KnownText>;

/* Characters of all texts that are kept; their code takes some thirty bytes for each. */
const MOST = 250_000;

/** Where no text is known yet. */
export const createTexts = (): KnownTexts => new Shelf(MOST);
