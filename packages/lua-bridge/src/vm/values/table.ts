import type { Value } from './value.js';

/** One entry of a table's keyed part, linked in insertion order. A value of nil marks it as removed. */
export class TableEntry {
  next: TableEntry | undefined = undefined;

  /**
   * @param filed Under what the table files the key.
   * @param key May be shared, the value not.
   */
  constructor(
    public filed: unknown,
    readonly key: Value,
    readonly value: Value,
  ) {}
}

/** A Lua table: a list part for the keys 1 to n, and a keyed part for all others. */
export class LuaTable {
  /** Values of the keys 1 to `list.length`; those that are absent are nil, but for the last one. */
  list: Value[] = [];
  /** Absent values in `list`. */
  holes = 0;
  first: TableEntry | undefined = undefined;
  last: TableEntry | undefined = undefined;
  /** Entries, those that were removed too. */
  size = 0;
  /** Those that were removed. */
  removed = 0;
  /** Finds entries by what they are filed under, once they are many. */
  directory: Map<unknown, TableEntry> | undefined = undefined;
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
  /** Whether entries may have integers as keys. */
  hasIntegers = false;

  constructor(readonly id: number) {}
}

/** The entry that is filed under a key, even if its value was removed. */
export const findEntry = (table: LuaTable, filed: unknown): TableEntry | undefined => {
  if (table.directory !== undefined) return table.directory.get(filed);
  for (let entry = table.first; entry !== undefined; entry = entry.next) if (entry.filed === filed) return entry;
  return undefined;
};
