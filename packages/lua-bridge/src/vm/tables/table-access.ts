import { raiseError } from '../calls/raise.js';
import type { LuaState } from '../state/lua-state.js';
import { findEntry, type LuaTable, type TableEntry } from '../values/table.js';
import { INTEGER, NIL } from '../values/tags.js';
import { copy, NIL_VALUE, Value } from '../values/value.js';
import { keyOf } from './filing.js';
import { findFiled, findNumber, setValue } from './lua-table.js';

/* Tables by key, without metamethods. */

/** Value of a key; nil if it is absent. */
export const getKey = (table: LuaTable, key: Value): Value => findFiled(table, keyOf(key)) ?? NIL_VALUE;

/** Sets a key. */
export const setKey = (L: LuaState, table: LuaTable, key: Value, value: Value): void => {
  setValue(L, table, key, value.type, value.value);
};

/** Lua's length: an index with a value and none after it; which one, if the list has holes, as in Lua's own machine. */
export const getLength = (table: LuaTable): number => {
  const { list, capacity } = table;
  const { length } = list;
  if (table.holes === 0 && (table.size === 0 || capacity > length)) return length;
  if (capacity > 0 && isAbsent(list[capacity - 1])) return bisect(0, capacity, (index) => isAbsent(list[index - 1]));
  let [low, high] = [capacity, capacity + 1];
  while (!isAbsent(findNumber(table, high))) [low, high] = [high, high * 2];
  return bisect(low, high, (index) => isAbsent(findNumber(table, index)));
};

const isAbsent = (place: Value | undefined): boolean => place === undefined || place.type === NIL;

/* An index from `low`, which has a value or is where the list begins, to below `high`, which has none. */
const bisect = (low: number, high: number, isEmptyAt: (index: number) => boolean): number => {
  let [from, to] = [low, high];
  while (to - from > 1) {
    const middle = Math.floor((from + to) / 2);
    if (isEmptyAt(middle)) to = middle;
    else from = middle;
  }
  return from;
};

/** Replaces the key at stack index `at` by the next key and puts its value above; false at the end. */
export const moveToNext = (L: LuaState, table: LuaTable, at: number): boolean => {
  const key = L.stack[at] as Value;
  if (key.type === NIL) return placeElement(L, table, at, 0);
  const filed = keyOf(key);
  const { length } = table.list;
  if (isIndexUpTo(filed, length)) return placeElement(L, table, at, filed);
  const entry = findEntry(table, filed);
  // An element that was removed, unless the keyed part has taken it over from a list that shrank.
  const isGone = entry === undefined || entry.value.type === NIL;
  if (isGone && isIndexUpTo(filed, Math.max(table.capacity, table.reach))) return placeElement(L, table, at, filed);
  if (entry === undefined) return raiseError(L, "invalid key to 'next'");
  if (filed === 0 && hasZero(table)) return placeBeyond(L, table, at, table.capacity);
  return placeEntry(L, at, entry.next);
};

const isIndexUpTo = (filed: unknown, last: number): filed is number =>
  typeof filed === 'number' && filed >= 1 && filed <= last && Number.isInteger(filed);

/* Key 0 is the first in the hash part of Lua's own machine: after the elements for which the array has room. */
const hasZero = (table: LuaTable): boolean => table.size > 0 && findEntry(table, 0) !== undefined;

const placeElement = (L: LuaState, table: LuaTable, at: number, after: number): boolean => {
  const index = findIndex(table, after);
  if (after <= table.capacity && (index === 0 || index > table.capacity) && hasZero(table)) {
    const zero = findEntry(table, 0)?.value as Value;
    if (zero.type !== NIL) return place(L, at, INTEGER, 0, zero);
  }
  return index > 0 ? place(L, at, INTEGER, index, table.list[index - 1] as Value) : placeEntry(L, at, table.first);
};

const placeBeyond = (L: LuaState, table: LuaTable, at: number, after: number): boolean => {
  const index = findIndex(table, after);
  return index > 0 ? place(L, at, INTEGER, index, table.list[index - 1] as Value) : placeEntry(L, at, table.first);
};

const findIndex = (table: LuaTable, after: number): number => {
  for (let i = after; i < table.list.length; i++) if (table.list[i]?.type !== NIL) return i + 1;
  return 0;
};

const placeEntry = (L: LuaState, at: number, from: TableEntry | undefined): boolean => {
  let entry = from;
  while (entry !== undefined && (entry.value.type === NIL || entry.key.value === 0)) entry = entry.next;
  return entry !== undefined && place(L, at, entry.key.type, entry.key.value, entry.value);
};

const place = (L: LuaState, at: number, type: number, key: unknown, value: Value): boolean => {
  L.stack[at] = new Value(type, key);
  const above = L.stack[at + 1];
  if (above === undefined) L.stack[at + 1] = new Value(value.type, value.value);
  else copy(above, value);
  return true;
};
