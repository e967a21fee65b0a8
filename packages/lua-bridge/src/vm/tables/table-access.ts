import { ldebug, lobject } from '../values/internals.js';
import { stringKey } from '../values/string-hash.js';
import { INTEGER, NIL } from '../values/tags.js';
import type { LuaState, LuaTable, TableEntry, TString, TValue } from '../values/types.js';
import { append, findFiled, findNumber, overwrite, setValue, Table } from './lua-table.js';
import { keyOf } from './table-key.js';

/* fengari's table functions (`ltable.js`) over the tables of `lua-table.ts`. */

const nil = lobject.luaO_nilobject;

/** A new, empty table. */
export const luaH_new = (L: LuaState): LuaTable => new Table(L);

/** Value of a key; nil if it is absent. */
export const luaH_get = (_L: LuaState, table: LuaTable, key: TValue): TValue => findFiled(table, keyOf(key)) ?? nil;

/** Value of an integer key. */
export const luaH_getint = (table: LuaTable, key: number): TValue => findNumber(table, key) ?? nil;

/** Value of a string key. */
export const luaH_getstr = (table: LuaTable, key: TString): TValue => table.keyed?.get(stringKey(key))?.value ?? nil;

/** Sets a key. */
export const luaH_setfrom = (L: LuaState, table: LuaTable, key: TValue, value: TValue): void => {
  setValue(L, table, key, value.type, value.value);
};

/** Sets an integer key. */
export const setInteger = (L: LuaState, table: LuaTable, key: number, value: TValue): void => {
  const place = findNumber(table, key);
  if (place !== undefined) overwrite(table, place, key, value.type, value.value);
  else if (key === table.list.length + 1) {
    if (value.type !== NIL) append(L, table, value.type, value.value);
  } else setValue(L, table, new lobject.TValue(INTEGER, key), value.type, value.value);
};

/**
 * Lua's length: an index `n` with a value at `n` and none at `n + 1`. The list part is full up to its end unless
 * elements were removed; then a border is searched.
 */
export const luaH_getn = (table: LuaTable): number => {
  const { list } = table;
  let high = list.length;
  if (high === 0 || list[high - 1]?.type !== NIL) return high;
  let low = 0;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (list[middle - 1]?.type === NIL) high = middle;
    else low = middle;
  }
  return low;
};

const INVALID = Uint8Array.from("invalid key to 'next'", (char) => char.charCodeAt(0));

/** Replaces the key at stack index `at` by the next key and puts its value above; false at the end. */
export const luaH_next = (L: LuaState, table: LuaTable, at: number): boolean => {
  const key = L.stack[at] as TValue;
  const filed = key.type === NIL ? 0 : keyOf(key);
  if (typeof filed === 'number' && filed <= table.list.length && isIndex(filed, key)) {
    const index = nextIndex(table, filed);
    if (index > 0) return place(L, at, INTEGER, index, table.list[index - 1] as TValue);
    return placeEntry(L, at, table.first);
  }
  const entry = table.keyed?.get(filed);
  if (entry === undefined) return ldebug.luaG_runerror(L, INVALID);
  return placeEntry(L, at, entry.next);
};

const isIndex = (filed: number, key: TValue): boolean => key.type === NIL || (filed >= 1 && Number.isInteger(filed));

const nextIndex = (table: LuaTable, after: number): number => {
  for (let i = after; i < table.list.length; i++) if (table.list[i]?.type !== NIL) return i + 1;
  return 0;
};

const placeEntry = (L: LuaState, at: number, from: TableEntry | undefined): boolean => {
  let entry = from;
  while (entry !== undefined && entry.value.type === NIL) entry = entry.next;
  return entry !== undefined && place(L, at, entry.key.type, entry.key.value, entry.value);
};

const place = (L: LuaState, at: number, type: number, key: unknown, value: TValue): boolean => {
  L.stack[at] = new lobject.TValue(type, key);
  const above = L.stack[at + 1];
  if (above === undefined) L.stack[at + 1] = new lobject.TValue(value.type, value.value);
  else above.setfrom(value);
  return true;
};
