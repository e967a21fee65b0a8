import type { Prototype } from '../values/function.js';
import { NIL_VALUE } from '../values/value.js';
import type { Code } from './assemble.js';

/* What was compiled of code that several states share, such as that of prepared scripts: the engine has warmed to it. */
const shelf = new WeakMap<Prototype['code'], Map<number, Code | null>>();

/* Whole chunks of which something was compiled. */
const warm = new WeakSet<Prototype['code']>();

/** The code of a unit of a function, by the number of the unit; null if it cannot be compiled, undefined if it is not. */
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
