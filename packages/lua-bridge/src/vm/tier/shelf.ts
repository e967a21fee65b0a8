import type { Compiled } from '../state/tier.js';
import type { Prototype } from '../values/function.js';
import { clearSite, type Site } from './table-support.js';
import type { Direct } from './unit.js';

/** A unit as compiled code. */
export interface Code {
  readonly entry: Compiled;
  /** Of a function that takes no `...`. */
  readonly direct: Direct | undefined;
  /** What it remembers of the tables that it has seen. */
  readonly sites: readonly Site[];
  /** Characters of its text. */
  readonly size: number;
}

/* What was compiled of code that several states share, as prepared scripts do: the engine has warmed to it. */
const shelf = new WeakMap<Prototype['code'], Map<number, Code | null>>();

/* Whole chunks of which something was compiled. */
const warm = new WeakSet<Prototype['code']>();

/** The code of a unit of a function, by its number; null if it cannot be compiled, undefined if it has not been. */
export const takeCode = (proto: Prototype, id: number): Code | null | undefined => shelf.get(proto.code)?.get(id);

/** Keeps it. */
export const keepCode = (proto: Prototype, id: number, code: Code | null): void => {
  let units = shelf.get(proto.code);
  if (units === undefined) shelf.set(proto.code, (units = new Map<number, Code | null>()));
  units.set(id, code);
  let chunk = proto;
  while (chunk.outer !== undefined) chunk = chunk.outer;
  warm.add(chunk.code);
};

/** Whether anything of a chunk was compiled. */
export const isWarm = (chunk: Prototype): boolean => warm.has(chunk.code);

/** Lets code forget the tables that it has seen. */
export const forgetTables = ({ sites }: Code): void => {
  for (const site of sites) clearSite(site);
};

/* Characters of what a sandbox keeps by its text. */
const MOST = 2_000_000;

/** What the scripts of one sandbox were compiled to, by its text and constants, for when the same script runs again. */
export class CodeShelf {
  readonly #codes = new Map<string, Code>();
  #size = 0;

  /** What was compiled before. */
  take(key: string): Code | undefined {
    const code = this.#codes.get(key);
    if (code === undefined) return undefined;
    // The one used last is the last to go.
    this.#codes.delete(key);
    this.#codes.set(key, code);
    return code;
  }

  /** Keeps it until others have been used since. */
  keep(key: string, code: Code): Code {
    this.#codes.set(key, code);
    this.#size += key.length;
    for (const oldest of this.#codes.keys()) {
      if (this.#size <= MOST) break;
      this.#codes.delete(oldest);
      this.#size -= oldest.length;
    }
    return code;
  }

  clear(): void {
    this.#codes.clear();
    this.#size = 0;
  }
}
