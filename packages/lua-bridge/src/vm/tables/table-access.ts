import { raiseError } from '../calls/raise.js';
import type { LuaState } from '../state/lua-state.js';
import type { LuaTable, TableEntry } from '../values/table.js';
import { INTEGER, NIL } from '../values/tags.js';
import { copy, NIL_VALUE, Value } from '../values/value.js';
import { append, findFiled, findNumber, keyOf, overwrite, setValue } from './lua-table.js';

/* Tables by key, without metamethods. */

/** Value of a key; nil if it is absent. */
export const getKey = (table: LuaTable, key: Value): Value => findFiled(table, keyOf(key)) ?? NIL_VALUE;

/** Sets a key. */
export const setKey = (L: LuaState, table: LuaTable, key: Value, value: Value): void => {
  setValue(L, table, key, value.type, value.value);
};

/** Sets an integer key. */
export const setInteger = (L: LuaState, table: LuaTable, key: number, value: Value): void => {
  const place = findNumber(table, key);
  if (place !== undefined) overwrite(table, place, key, value.type, value.value);
  else if (key === table.list.length + 1) {
    if (value.type !== NIL) append(L, table, value.type, value.value);
  } else setValue(L, table, new Value(INTEGER, key), value.type, value.value);
};

/**
 * Lua's length: an index `n` with a value at `n` and none at `n + 1`. The list part is full up to its end unless
 * elements were removed; then a border is searched.
 */
export const getLength = (table: LuaTable): number => {
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

/** Replaces the key at stack index `at` by the next key and puts its value above; false at the end. */
export const moveToNext = (L: LuaState, table: LuaTable, at: number): boolean => {
  const key = L.stack[at] as Value;
  const filed = key.type === NIL ? 0 : keyOf(key);
  if (typeof filed === 'number' && filed <= table.list.length && isIndex(filed, key)) {
    const index = findIndex(table, filed);
    if (index > 0) return place(L, at, INTEGER, index, table.list[index - 1] as Value);
    return placeEntry(L, at, table.first);
  }
  const entry = table.keyed?.get(filed);
  if (entry === undefined) return raiseError(L, "invalid key to 'next'");
  return placeEntry(L, at, entry.next);
};

const isIndex = (filed: number, key: Value): boolean => key.type === NIL || (filed >= 1 && Number.isInteger(filed));

const findIndex = (table: LuaTable, after: number): number => {
  for (let i = after; i < table.list.length; i++) if (table.list[i]?.type !== NIL) return i + 1;
  return 0;
};

const placeEntry = (L: LuaState, at: number, from: TableEntry | undefined): boolean => {
  let entry = from;
  while (entry !== undefined && entry.value.type === NIL) entry = entry.next;
  return entry !== undefined && place(L, at, entry.key.type, entry.key.value, entry.value);
};

const place = (L: LuaState, at: number, type: number, key: unknown, value: Value): boolean => {
  L.stack[at] = new Value(type, key);
  const above = L.stack[at + 1];
  if (above === undefined) L.stack[at + 1] = new Value(value.type, value.value);
  else copy(above, value);
  return true;
};
