import type { Value } from './value.js';

/** One entry of a table's keyed part, linked in insertion order. A value of nil marks it as removed. */
export interface TableEntry {
  readonly key: Value;
  readonly value: Value;
  next: TableEntry | undefined;
}

/** A Lua table: a list part for the keys 1 to n, and a keyed part for all others. */
export class LuaTable {
  /** Values of the keys 1 to `list.length`; removed ones are nil. */
  list: Value[] = [];
  /** Removed values in `list`. */
  holes = 0;
  keyed: Map<unknown, TableEntry> | undefined = undefined;
  /** Removed entries in `keyed`. */
  removed = 0;
  first: TableEntry | undefined = undefined;
  last: TableEntry | undefined = undefined;
  metatable: LuaTable | null = null;
  /** Bits of the events for which it is known to have no handler, as a metatable. */
  flags = 0;
  /** The last census that counted it. */
  mark = 0;

  constructor(readonly id: number) {}
}
