import type { LuaState } from '../state/lua-state.js';
import { roundUp } from '../values/power-of-two.js';
import type { LuaTable } from '../values/table.js';
import { addEntry, addNext, newTable } from './lua-table.js';
import { SMALL } from './room.js';

/* Tables whose fields are all known before the first is set, as those of objects are. */

/** A new table that is about to get so many fields: if they are few, it has room for them at once. */
export const newRecord = (L: LuaState, fields: number): LuaTable => {
  if (fields > SMALL) return newTable(L);
  const table = newTable(L, fields);
  table.resize(0, roundUp(fields));
  return table;
};

/** Adds a field that the table does not have, given as what it is filed under. Most tables like it get it next. */
export const addField = (L: LuaState, table: LuaTable, filed: string, tag: number, value: unknown): void => {
  const longer = table.layout.with(filed);
  if (longer === undefined || !addNext(L, table, longer, tag, value)) addEntry(L, table, filed, tag, value);
};
