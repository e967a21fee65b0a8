import type { Compiled } from '../state/tier.js';
import type { Prototype } from '../values/function.js';
import type { Direct } from './unit.js';

/** A unit as compiled code. */
export interface Code {
  readonly entry: Compiled;
  /** Of a function that takes no `...`. */
  readonly direct: Direct | undefined;
  /** Characters of its text. */
  readonly size: number;
}

/* What was compiled of code that several states share, as prepared scripts do: the engine has warmed to it. */
const kept = new WeakMap<Prototype['code'], Map<number, Code | null>>();

/* Whole chunks of which something was compiled. */
const warm = new WeakSet<Prototype['code']>();

/** The code of a unit of a function, by its number; null if it cannot be compiled, undefined if it has not been. */
export const takeCode = (proto: Prototype, id: number): Code | null | undefined => kept.get(proto.code)?.get(id);

/** Keeps it. */
export const keepCode = (proto: Prototype, id: number, code: Code | null): void => {
  let units = kept.get(proto.code);
  if (units === undefined) kept.set(proto.code, (units = new Map<number, Code | null>()));
  units.set(id, code);
  let chunk = proto;
  while (chunk.outer !== undefined) chunk = chunk.outer;
  warm.add(chunk.code);
};

/** Whether anything of a chunk was compiled. */
export const isWarm = (chunk: Prototype): boolean => warm.has(chunk.code);
