import type { Layout } from './layout.js';

/** What tables have instead of arrays of tags and values by turns until they need some. Nobody writes to it. */
export const NO_PAIRS: unknown[] = [];

/**
 * A Lua table: a list part for the keys 1 to n, and a keyed part for all others. Neither holds values in objects of
 * their own: they lie in arrays, each behind its tag.
 */
export class LuaTable {
  /** Tag and value, by turns, of the keys 1 to n; absent ones are nil, but for the last one. */
  list = NO_PAIRS;
  /** Absent values in the list. */
  holes = 0;
  /** Tag and value, by turns, of each key of the layout; behind them there may be room. A removed key's are nil. */
  slots = NO_PAIRS;
  /** Keys of the layout that were removed. */
  removed = 0;
  metatable: LuaTable | null = null;
  /** The last census that counted it. */
  mark = 0;
  /** Elements for which the array of Lua's own implementation would have room. */
  capacity = 0;
  /** Keys that its hash part could still take. */
  free = 0;
  /** Last element that the list ever held beyond `capacity`; 0 if there was none. */
  reach = 0;

  /** @param layout The keys of the keyed part. */
  constructor(
    readonly id: number,
    public layout: Layout,
  ) {}
}

/*
 * A location is where a table keeps a key: where its tag is in the list, or the complement of where it is in the slots.
 */

/** How many elements a list has, those that are absent too. */
export const countElements = ({ list }: LuaTable): number => list.length >> 1;

/** The location of a key that a table does not have. */
export const ABSENT = 2 ** 30 - 1;

/** The location of an integer key that is a JavaScript number, even if its value was removed. */
export const locateNumber = (table: LuaTable, key: number): number =>
  key >= 1 && key * 2 <= table.list.length && Number.isInteger(key) ? key * 2 - 2 : locateKeyed(table, key);

/** The location of a key of the keyed part, given as what it is filed under, even if its value was removed. */
export const locateKeyed = ({ layout }: LuaTable, filed: unknown): number => {
  const at = layout.find(filed);
  return at < 0 ? ABSENT : ~at;
};

/** The location of a key given as what it is filed under, even if its value was removed. */
export const locate = (table: LuaTable, filed: unknown): number =>
  typeof filed === 'number' ? locateNumber(table, filed) : locateKeyed(table, filed);

/** The tag at a location; that of nil where there is none. */
export const tagAt = (table: LuaTable, at: number): number =>
  at < 0 ? (table.slots[~at] as number) : at === ABSENT ? 0 : (table.list[at] as number);

/** Puts a value where one is; how many of the table's are nil is not counted here. */
export const writeAt = (table: LuaTable, at: number, tag: number, value: unknown): void => {
  if (at >= 0) {
    table.list[at] = tag;
    table.list[at + 1] = value;
  } else {
    table.slots[~at] = tag;
    table.slots[~at + 1] = value;
  }
};

/** The value at a location. */
export const valueAt = (table: LuaTable, at: number): unknown =>
  at < 0 ? table.slots[~at + 1] : at === ABSENT ? null : table.list[at + 1];
