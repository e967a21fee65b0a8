import { raiseError } from '../calls/raise.js';
import type { LuaState } from '../state/lua-state.js';
import { countElements } from '../values/items.js';
import { locateNumber, type LuaTable, tagAt } from '../values/table.js';
import { INTEGER, NIL } from '../values/tags.js';
import { copy, Value } from '../values/value.js';
import { countSlots, keyAt, keyOf } from './filing.js';
import { setValue } from './lua-table.js';
import { elementAt, getFiled } from './table.js';

/* Tables by key, without metamethods. */

/** Value of a key; nil if it is absent. */
export const getKey = (table: LuaTable, key: Value): Value => getFiled(table, keyOf(key));

/** Sets a key. */
export const setKey = (L: LuaState, table: LuaTable, key: Value, value: Value): void => {
  setValue(L, table, key, value.type, value.value);
};

/** Lua's length: an index with a value and none after it; which one, if the list has holes, as in Lua's own machine. */
export const getLength = (table: LuaTable): number => {
  const { list, capacity } = table;
  const length = countElements(table);
  if (table.holes === 0 && (capacity > length || countSlots(table) === 0)) return length;
  const isElementAbsent = (index: number): boolean => index > length || list[index - 1] === undefined;
  if (capacity > 0 && isElementAbsent(capacity)) return bisect(0, capacity, isElementAbsent);
  const isAbsent = (index: number): boolean => tagAt(table, locateNumber(table, index)) === NIL;
  let low = capacity;
  let high = capacity + 1;
  while (!isAbsent(high)) {
    low = high;
    high *= 2;
  }
  return bisect(low, high, isAbsent);
};

/* An index from `low`, which has a value or is where the list begins, to below `high`, which has none. */
const bisect = (low: number, high: number, isEmptyAt: (index: number) => boolean): number => {
  let from = low;
  let to = high;
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
  if (isIndexUpTo(filed, countElements(table))) return placeElement(L, table, at, filed);
  const slot = table.layout.find(filed);
  // An element that was removed, unless the keyed part has taken it over from a list that shrank.
  const isGone = slot < 0 || table.slots[slot] === NIL;
  if (isGone && isIndexUpTo(filed, Math.max(table.capacity, table.reach))) return placeElement(L, table, at, filed);
  if (slot < 0) return raiseError(L, "invalid key to 'next'");
  if (filed === 0 && hasZero(table)) return placeBeyond(L, table, at, table.capacity);
  return placeField(L, table, at, slot + 2);
};

const isIndexUpTo = (filed: unknown, last: number): filed is number =>
  typeof filed === 'number' && filed >= 1 && filed <= last && Number.isInteger(filed);

/* Key 0 is the first in the hash part of Lua's own machine: after the elements for which the array has room. */
const hasZero = ({ layout }: LuaTable): boolean => layout.find(0) >= 0;

const placeElement = (L: LuaState, table: LuaTable, at: number, after: number): boolean => {
  const index = findIndex(table, after);
  if (after <= table.capacity && (index === 0 || index > table.capacity) && hasZero(table)) {
    const zero = getFiled(table, 0);
    if (zero.type !== NIL) return place(L, at, new Value(INTEGER, 0), zero);
  }
  return placeFound(L, table, at, index);
};

const placeBeyond = (L: LuaState, table: LuaTable, at: number, after: number): boolean =>
  placeFound(L, table, at, findIndex(table, after));

const placeFound = (L: LuaState, table: LuaTable, at: number, index: number): boolean =>
  index > 0 ? place(L, at, new Value(INTEGER, index), elementAt(table, index - 1)) : placeField(L, table, at, 0);

const findIndex = ({ list }: LuaTable, after: number): number => {
  for (let n = after; n < list.length; n++) if (list[n] !== undefined) return n + 1;
  return 0;
};

const placeField = (L: LuaState, { layout, slots }: LuaTable, at: number, from: number): boolean => {
  const { filed } = layout;
  for (let n = from / 2; n < filed.length; n++) {
    const tag = slots[n * 2] as number;
    if (tag !== NIL && filed[n] !== 0) return place(L, at, keyAt(layout, n), new Value(tag, slots[n * 2 + 1]));
  }
  return false;
};

const place = (L: LuaState, at: number, key: Value, value: Value): boolean => {
  L.stack[at] = key;
  const above = L.stack[at + 1];
  if (above === undefined) L.stack[at + 1] = value;
  else copy(above, value);
  return true;
};
