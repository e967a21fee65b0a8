import { lobject, ltable } from '../values/internals.js';
import { stringKey } from '../values/string-hash.js';
import { INTEGER, NIL, STRING } from '../values/tags.js';
import { luaString } from '../values/text.js';
import type { LuaState, LuaTable, TString, TValue } from '../values/types.js';
import { addEntry, append, findFiled, setValue, Table } from './lua-table.js';

/* Tables as the bridge itself uses them: by text, and without metamethods. */

/** A new, empty table. */
export const newTable = (L: LuaState): LuaTable => new Table(L);

/** Adds a field under a text key known to be new. */
export const appendField = (L: LuaState, table: LuaTable, key: TString, value: TValue): void => {
  addEntry(L, table, stringKey(key), new lobject.TValue(STRING, key), value);
};

/** Adds the next element of a list. */
export const appendElement = (L: LuaState, table: LuaTable, value: TValue): void => {
  append(L, table, value.type, value.value);
};

/** Sets a field by text. */
export const setField = (L: LuaState, table: LuaTable, name: string, type: number, value: unknown): void => {
  setValue(L, table, new lobject.TValue(STRING, luaString(name)), type, value);
};

/** Reads a field by its ASCII name. */
export const getField = (table: LuaTable, name: string): TValue => findFiled(table, name) ?? lobject.luaO_nilobject;

/** Number of keys with a value. */
export const countKeys = (table: LuaTable): number =>
  table.list.length - table.holes + (table.keyed === undefined ? 0 : table.keyed.size);

/** Calls `visit` for every key and value: the list first, then the other keys in the order they were added. */
export const forEachEntry = (table: LuaTable, visit: (key: TValue, value: TValue) => void): void => {
  for (let i = 0; i < table.list.length; i++) {
    const value = table.list[i] as TValue;
    if (value.type !== NIL) visit(new lobject.TValue(INTEGER, i + 1), value);
  }
  for (let entry = table.first; entry !== undefined; entry = entry.next) {
    if (entry.value.type !== NIL) visit(entry.key, entry.value);
  }
};

/** The table of global variables. */
export const globalsOf = (L: LuaState): LuaTable => {
  const registry = L.l_G.l_registry.value as LuaTable;
  return ltable.luaH_getint(registry, 2).value as LuaTable;
};
