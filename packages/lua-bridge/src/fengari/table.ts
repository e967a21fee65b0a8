import { lobject, ltable } from './internals.js';
import { stringKey } from './internals.js';
import { INTEGER, STRING } from './tags.js';
import { luaString } from './text.js';
import type { LuaState, LuaTable, TableEntry, TString, TValue } from './types.js';

/*
 * Tables without the stack. An entry costs about 200 bytes of JavaScript heap, a table about 400;
 * both are charged before they exist.
 */
const TABLE_BYTES = 400;
const ENTRY_BYTES = 200;

/** A new, empty table. */
export const newTable = (L: LuaState): LuaTable => {
  L.l_G.runtime.budget.allocate(TABLE_BYTES);
  return ltable.luaH_new(L);
};

/** Adds an entry whose key is known to be new; faster than setting. */
export const appendEntry = (L: LuaState, table: LuaTable, hash: unknown, key: TValue, value: TValue): void => {
  L.l_G.runtime.budget.allocate(ENTRY_BYTES);
  const last = table.l;
  const entry: TableEntry = { key, value, p: last, n: undefined };
  if (last === undefined) table.f = entry;
  else last.n = entry;
  table.l = entry;
  table.strong.set(hash, entry);
  table.flags = 0;
};

/** Adds a field under a text key known to be new. */
export const appendField = (L: LuaState, table: LuaTable, key: TString, value: TValue): void => {
  appendEntry(L, table, stringKey(key), new lobject.TValue(STRING, key), value);
};

/** Adds an element at an integer known to be new. */
export const appendElement = (L: LuaState, table: LuaTable, index: number, value: TValue): void => {
  appendEntry(L, table, index, new lobject.TValue(INTEGER, index), value);
};

/** Sets a field by text, without metamethods. */
export const setField = (L: LuaState, table: LuaTable, name: string, type: number, value: unknown): void => {
  ltable.luaH_setfrom(L, table, new lobject.TValue(STRING, luaString(name)), new lobject.TValue(type, value));
  ltable.invalidateTMcache(table);
};

/** Reads a field by text, without metamethods. */
export const getField = (table: LuaTable, name: string): TValue => {
  const entry = table.strong.get(name);
  return entry === undefined ? lobject.luaO_nilobject : entry.value;
};

/** The entries of a table in insertion order. */
export function* entries(table: LuaTable): Generator<TableEntry> {
  for (let entry = table.f; entry !== undefined; entry = entry.n) yield entry;
}

/** The table of global variables. */
export const globalsOf = (L: LuaState): LuaTable => {
  const registry = L.l_G.l_registry.value as LuaTable;
  return ltable.luaH_getint(registry, 2).value as LuaTable;
};

