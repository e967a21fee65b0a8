import type { Value } from './value.js';

/** One entry of a table's keyed part, linked in insertion order. A value of nil marks it as removed. */
export interface TableEntry {
  readonly key: Value;
  readonly value: Value;
  next: TableEntry | undefined;
}

/** A Lua table: a list part for the keys 1 to n, and a keyed part for all others. */
export class LuaTable {
  /** Values of the keys 1 to `list.length`; those that are absent are nil, but for the last one. */
  list: Value[] = [];
  /** Absent values in `list`. */
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
  /** Elements for which the array of Lua's own implementation would have room. */
  capacity = 0;
  /** Keys that its hash part could still take. */
  free = 0;
  /** Last element that `list` ever held beyond `capacity`; 0 if there was none. */
  reach = 0;
  /** Whether `keyed` may have integers among its keys. */
  hasIntegers = false;

  constructor(readonly id: number) {}
}
