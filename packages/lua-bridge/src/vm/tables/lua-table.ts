import { raiseError } from '../calls/raise.js';
import type { LuaState } from '../state/lua-state.js';
import { addItem, countElements, itemTagAt, setItem } from '../values/items.js';
import { Layout } from '../values/layout.js';
import { ABSENT, locate, LuaTable, NO_ITEMS, tagAt, writeAt } from '../values/table.js';
import { FLOAT, NIL } from '../values/tags.js';
import type { Value } from '../values/value.js';
import { claimPlace } from './capacity.js';
import { file, fillSlot, keyOf, unfile } from './filing.js';
import { cut, dropLast, fitList, pushElement } from './list.js';
import { makePairs } from './room.js';

/*
 * How tables hold their keys. Whatever is added is charged before it is allocated. A removed key keeps its place with
 * the value nil, so that a traversal may remove as it goes.
 */

const TABLE_BYTES = 120;
const ELEMENT_BYTES = 24;
/** What a slot of the keyed part is charged as. */
export const SLOT_BYTES = 24;
/* A key that a table does not share with others. */
const KEY_BYTES = 40;

/** A new, empty table, with room for so many keys besides its list. */
export const newTable = (L: LuaState, keys = 0): LuaTable => {
  const { runtime } = L;
  runtime.budget.allocate(TABLE_BYTES);
  const table = new LuaTable(runtime.layouts.empty);
  if (keys > 0) table.slots = makePairs(keys);
  return table;
};

/** Sets a key. */
export const setValue = (L: LuaState, table: LuaTable, key: Value, tag: number, value: unknown): void => {
  const filed = keyOf(key);
  const at = locate(table, filed);
  if (at !== ABSENT && (tagAt(table, at) !== NIL || !belongsToList(table, filed)))
    overwrite(table, at, filed, tag, value);
  else if (tag !== NIL) addKey(L, table, filed, key, tag, value);
  else {
    checkKey(L, key);
    noteAbsence(L, table, filed);
  }
};

/* Whether an element that the list does not have would have its place there, and not in the keyed part any more. */
const belongsToList = (table: LuaTable, filed: unknown): boolean => {
  const length = countElements(table);
  return isIndex(filed) && filed > length && (filed === length + 1 || filed <= table.capacity);
};

/** Sets what is at a location. */
export const overwrite = (table: LuaTable, at: number, filed: unknown, tag: number, value: unknown): void => {
  const isRemoval = tag === NIL;
  const changes = isRemoval !== (tagAt(table, at) === NIL);
  writeAt(table, at, tag, value);
  if (changes) countRemoval(table, filed, isRemoval ? 1 : -1);
};

const countRemoval = (table: LuaTable, filed: unknown, change: number): void => {
  const length = countElements(table);
  if (!isIndex(filed) || filed > length) {
    table.removed += change;
    table.free += change;
    // One that comes back to the place it had is among the others again.
    if (change < 0 && isIndex(filed)) table.layout.hasIntegers = true;
    return;
  }
  table.holes += change;
  if (filed > table.capacity) table.free += change;
  if (change > 0 && filed === length) dropLast(table);
};

const isIndex = (filed: unknown): filed is number => typeof filed === 'number' && filed >= 1 && Number.isInteger(filed);

const checkKey = (L: LuaState, key: Value): void => {
  if (key.type === NIL) raiseError(L, 'table index is nil');
  if (key.type === FLOAT && Number.isNaN(key.value)) raiseError(L, 'table index is NaN');
};

const addKey = (L: LuaState, table: LuaTable, filed: unknown, key: Value, tag: number, value: unknown): void => {
  checkKey(L, key);
  if (isIndex(filed)) addElement(L, table, filed, tag, value);
  else addEntry(L, table, filed, tag, value);
};

/* In Lua's own machine a key that is set to nil takes a place like any other, until the sizes are reckoned anew. */
const noteAbsence = (L: LuaState, table: LuaTable, filed: unknown): void => {
  const index = isIndex(filed) ? filed : 0;
  if (table.free > 0 || (index > 0 && index <= table.capacity)) return;
  claimPlace(table, index);
  table.free++;
  rearrange(L, table);
};

/* Adds an element wherever it belongs; it must not have a place yet. */
const addElement = (L: LuaState, table: LuaTable, index: number, tag: number, value: unknown): void => {
  if (index > table.capacity && claimPlace(table, index)) rearrange(L, table);
  const length = countElements(table);
  if (index <= length) overwrite(table, index - 1, index, tag, value);
  else if (index === length + 1) {
    L.runtime.budget.allocate(ELEMENT_BYTES);
    pushElement(table, tag, value);
    if (table.layout.hasIntegers) takeOver(table);
  } else if (index <= table.capacity) {
    extend(L, table, index - 1);
    pushElement(table, tag, value);
  } else link(L, table, index, tag, value);
};

/* Lengthens the list by elements that are absent. */
const extend = (L: LuaState, table: LuaTable, length: number): void => {
  const more = length - countElements(table);
  L.runtime.budget.spend(more);
  L.runtime.budget.allocate(more * ELEMENT_BYTES);
  table.holes += more;
  for (let i = 0; i < more; i++) pushElement(table, NIL, null);
};

/** Adds a key to the keyed part, which must not have a place for it yet. */
export const addEntry = (L: LuaState, table: LuaTable, filed: unknown, tag: number, value: unknown): void => {
  if (claimPlace(table, 0)) rearrange(L, table);
  link(L, table, filed, tag, value);
};

/** Adds the key by which a shared layout is longer than a table's own, if that is all there is to do. */
export const addNext = (L: LuaState, table: LuaTable, longer: Layout, tag: number, value: unknown): boolean => {
  if (table.removed > 0 || !table.claim()) return false;
  L.runtime.budget.allocate(SLOT_BYTES);
  table.layout = longer;
  fillSlot(table, longer.filed.length * 2 - 2, tag, value);
  return true;
};

const link = (L: LuaState, table: LuaTable, filed: unknown, tag: number, value: unknown): void => {
  L.runtime.budget.allocate(table.layout.isShared ? SLOT_BYTES : SLOT_BYTES + KEY_BYTES);
  if (isIndex(filed) && table.removed > 0) unfile(table, filed);
  file(L, table, filed, tag, value);
  if (isIndex(filed)) table.layout.hasIntegers = true;
};

/** Adds the element after the last of the list part. */
export const append = (L: LuaState, table: LuaTable, tag: number, value: unknown): void => {
  const length = countElements(table);
  if (length >= table.capacity) {
    addElement(L, table, length + 1, tag, value);
    return;
  }
  L.runtime.budget.allocate(ELEMENT_BYTES);
  if (table.list === NO_ITEMS) fitList(table);
  addItem(table, tag, value);
  if (table.layout.hasIntegers) takeOver(table);
};

/** Adds the elements `places[first]` and on that a constructor lists from `start` on; nil ones take room too. */
export const setElements = (
  L: LuaState,
  table: LuaTable,
  start: number,
  places: readonly Value[],
  first: number,
  count: number,
): void => {
  table.capacity = Math.max(table.capacity, start + count - 1);
  for (let n = 0; n < count; n++) {
    const { type, value } = places[first + n] as Value;
    const index = start + n;
    if (index <= countElements(table)) overwrite(table, index - 1, index, type, value);
    else if (type !== NIL) addElement(L, table, index, type, value);
  }
};

/* Moves elements that were set ahead of their turn to the list. */
const takeOver = (table: LuaTable): void => {
  for (;;) {
    const at = table.layout.find(countElements(table) + 1);
    if (at < 0 || table.slots[at] === NIL) return;
    const value = table.slots[at + 1];
    pushElement(table, removeSlot(table, at), value);
  }
};

/* Removes the value of a slot; gives its tag. */
const removeSlot = (table: LuaTable, at: number): number => {
  const { slots } = table;
  const tag = slots[at] as number;
  slots[at] = NIL;
  slots[at + 1] = null;
  table.removed++;
  return tag;
};

/* Brings list and keyed part into line with a new capacity. */
const rearrange = (L: LuaState, table: LuaTable): void => {
  if (table.holes > 0 && countElements(table) > table.capacity) shortenList(L, table);
  const { capacity } = table;
  if (capacity > countElements(table)) fitList(table);
  if (table.layout.hasIntegers) fillList(L, table);
  const length = countElements(table);
  table.reach = length > capacity ? length : 0;
};

/* Moves what the capacity has no room for to the keyed part, as in a queue whose beginning has been removed. */
const shortenList = (L: LuaState, table: LuaTable): void => {
  const { capacity, list } = table;
  for (let n = capacity; n < list.length; n++) {
    const tag = itemTagAt(table, n);
    if (tag === NIL) table.holes--;
    else link(L, table, n + 1, tag, list[n]);
  }
  cut(table, capacity);
  pushElement(table, NIL, null);
  table.holes++;
  dropLast(table);
};

const fillList = (L: LuaState, table: LuaTable): void => {
  let remain = false;
  for (const [n, index] of table.layout.filed.entries()) {
    if (!isIndex(index) || table.slots[n * 2] === NIL) continue;
    if (index > table.capacity) remain = true;
    else {
      if (index > countElements(table)) extend(L, table, index);
      const value = table.slots[n * 2 + 1];
      setItem(table, index - 1, removeSlot(table, n * 2), value);
      table.holes--;
    }
  }
  table.layout.hasIntegers = remain;
};
