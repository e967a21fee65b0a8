import { lobject } from '../values/internals.js';
import { INTEGER, NIL } from '../values/tags.js';
import type { LuaState, LuaTable, TableEntry, TValue } from '../values/types.js';
import { addEntry } from './lua-table.js';
import { keyOf } from './table-key.js';

/* What keeps the two parts of a table in shape as it grows. */

/** Moves elements that were set ahead of their turn to the list; a removed one makes way for its turn. */
export const takeOver = (table: LuaTable, keyed: Map<unknown, TableEntry>): void => {
  for (;;) {
    const index = table.list.length + 1;
    const entry = keyed.get(index);
    if (entry === undefined) return;
    keyed.delete(index);
    if (entry.value.type === NIL) return;
    table.list.push(new lobject.TValue(entry.value.type, entry.value.value));
    entry.value.type = NIL;
    table.removed++;
  }
};

/** Keeps the list up to its first hole and moves what is left behind it to the keyed part. */
export const thinOut = (L: LuaState, table: LuaTable): void => {
  const { list } = table;
  const end = list.findIndex((value) => value.type === NIL);
  table.list = list.slice(0, end);
  table.holes = 0;
  for (let i = end; i < list.length; i++) {
    const value = list[i] as TValue;
    if (value.type !== NIL) addEntry(L, table, i + 1, new lobject.TValue(INTEGER, i + 1), value);
  }
};

/** Drops the entries whose values were removed. */
export const sweep = (table: LuaTable, keyed: Map<unknown, TableEntry>): void => {
  let last: TableEntry | undefined;
  for (let entry = table.first; entry !== undefined; entry = entry.next) {
    if (entry.value.type !== NIL) {
      if (last === undefined) table.first = entry;
      else last.next = entry;
      last = entry;
    } else if (keyed.get(keyOf(entry.key)) === entry) {
      keyed.delete(keyOf(entry.key));
    }
  }
  if (last === undefined) table.first = undefined;
  else last.next = undefined;
  table.last = last;
  table.removed = 0;
};
