import type { Budget } from '../../meter/budget.js';
import { type LuaString, sliceString } from '../../vm/values/string.js';

const SLOTS = 512;
const LONGEST = 40;

/**
 * Strings made from pieces of one text. Short ones repeat, keys above all, and are made once as long as nothing else
 * takes their slot: a string costs some two hundred bytes.
 */
export class SharedStrings {
  readonly #slots = new Array<LuaString | undefined>(SLOTS);

  constructor(
    private readonly budget: Budget,
    private readonly bytes: Uint8Array,
  ) {}

  /** The string of the bytes from `from` to `to`. */
  of(from: number, to: number): LuaString {
    if (to - from > LONGEST) return this.#make(from, to);
    let hash = to - from;
    for (let i = from; i < to; i++) hash = (Math.imul(hash, 31) + (this.bytes[i] as number)) | 0;
    const slot = hash & (SLOTS - 1);
    const known = this.#slots[slot];
    if (known !== undefined && this.#isSame(known.bytes, from, to)) return known;
    return (this.#slots[slot] = this.#make(from, to));
  }

  #isSame(known: Uint8Array, from: number, to: number): boolean {
    if (known.length !== to - from) return false;
    for (let i = 0; i < known.length; i++) if (known[i] !== this.bytes[from + i]) return false;
    return true;
  }

  #make(from: number, to: number): LuaString {
    this.budget.allocateString(to - from);
    return sliceString(this.bytes, from, to);
  }
}
