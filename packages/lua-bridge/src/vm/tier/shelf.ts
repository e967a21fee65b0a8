import type { Prototype } from '../values/function.js';
import { NIL_VALUE } from '../values/value.js';
import type { Site } from './table-support.js';
import type { Direct, Entry } from './unit.js';

/** A unit as compiled code. */
export interface Code {
  readonly entry: Entry;
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
  for (const site of sites) {
    site.table = undefined;
    site.place = NIL_VALUE;
  }
};

/* Characters of what is kept by its text. */
const MOST = 4_000_000;

const alike = new Map<string, Code>();
let kept = 0;

/** The code of a text and constants that were compiled before, as when the same script runs again. */
export const takeLike = (key: string): Code | undefined => {
  const code = alike.get(key);
  if (code === undefined) return undefined;
  // The one used last is the last to go.
  alike.delete(key);
  alike.set(key, code);
  return code;
};

/** Keeps code by its text and constants, until others have been used since. */
export const keepLike = (key: string, code: Code): Code => {
  alike.set(key, code);
  kept += key.length;
  for (const oldest of alike.keys()) {
    if (kept <= MOST) break;
    alike.delete(oldest);
    kept -= oldest.length;
  }
  return code;
};
