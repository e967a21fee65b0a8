import type { LuaState, Runtime } from '../state/lua-state.js';
import { type LuaString, stringKey } from '../values/string.js';
import type { LuaTable } from '../values/table.js';
import { INTEGER, NIL, STRING } from '../values/tags.js';
import { luaString } from '../values/text.js';
import { NIL_VALUE, Value } from '../values/value.js';
import { addEntry, append, findFiled, setValue } from './lua-table.js';
import { shareKey } from './shared-keys.js';

/* Tables as the bridge itself uses them: by text, and without metamethods. */

/** Adds a field under a text key known to be new. */
export const appendField = (L: LuaState, table: LuaTable, key: LuaString, value: Value): void => {
  const filed = stringKey(key);
  addEntry(L, table, filed, shareKey(L.runtime, filed, key), value);
};

/** Adds the next element of a list. */
export const appendElement = (L: LuaState, table: LuaTable, value: Value): void => {
  append(L, table, value.type, value.value);
  if (value.type === NIL) table.holes++;
};

/** Sets a field by text. */
export const setField = (L: LuaState, table: LuaTable, name: string, type: number, value: unknown): void => {
  setValue(L, table, new Value(STRING, luaString(name)), type, value);
};

/** Reads a field by its ASCII name. */
export const getField = (table: LuaTable, name: string): Value => findFiled(table, name) ?? NIL_VALUE;

/** Number of keys with a value. */
export const countKeys = (table: LuaTable): number => table.list.length - table.holes + table.size;

/** Calls `visit` for every key and value: the list first, then the other keys in the order they were added. */
export const forEachEntry = (table: LuaTable, visit: (key: Value, value: Value) => void): void => {
  for (let i = 0; i < table.list.length; i++) {
    const value = table.list[i] as Value;
    if (value.type !== NIL) visit(new Value(INTEGER, i + 1), value);
  }
  for (let entry = table.first; entry !== undefined; entry = entry.next) {
    if (entry.value.type !== NIL) visit(entry.key, entry.value);
  }
};

/** Tables may nest this deep when they leave the VM. */
export const MAX_DEPTH = 200;

/** Whether a table is a list: keys 1 to n and no others; an empty one, or one with holes, only if it is marked. */
export const isList = (runtime: Runtime, table: LuaTable): boolean =>
  ((table.list.length > 0 && table.holes === 0) || runtime.arrays.has(table)) && isEmpty(table);

/* Whether the keyed part has no values. */
const isEmpty = (table: LuaTable): boolean => {
  for (let entry = table.first; entry !== undefined; entry = entry.next) if (entry.value.type !== NIL) return false;
  return true;
};
