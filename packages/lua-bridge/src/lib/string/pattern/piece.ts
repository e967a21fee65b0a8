import { ANY_BYTE, type ByteSet } from './byte-set.js';

/* Kinds of pieces. Numbers, and pieces of one shape: an engine tells them apart at once. */

/** One byte of a set. */
export const ONE = 0;
/** As many bytes of a set as there are; fewer would not do either. */
export const ALL = 1;
/** A byte of a set if there is one; none would not do then. */
export const MAYBE = 2;
/** The beginning of a capture. */
export const OPEN = 3;
/** Its end. */
export const CLOSE = 4;
/** A capture that is a position. */
export const POSITION = 5;
/** As many bytes of a set as possible. */
export const MOST = 6;
/** As few as possible. */
export const LEAST = 7;
/** One byte of a set or none. */
export const OPTIONAL = 8;
/** The end of the subject. */
export const END = 9;
/** What a capture has matched. */
export const AGAIN = 10;
/** From one byte to the other that balances it. */
export const BALANCE = 11;
/** Between a byte that is not in a set and one that is. */
export const FRONTIER = 12;
/** What is malformed, which matters only to a match that gets there. */
export const BROKEN = 13;

/** One piece of a pattern. */
export class Piece {
  constructor(
    public kind: number,
    readonly set: ByteSet = ANY_BYTE,
    /** The only byte of the set, or -1; the byte that begins a BALANCE. */
    readonly byte = -1,
    /** The fewest bytes of ALL and MOST, the capture of OPEN and others, or the byte that ends a BALANCE. */
    readonly number = 0,
    readonly fault = '',
  ) {}
}
