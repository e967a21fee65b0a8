import { raiseError } from '../calls/raise.js';
import type { LuaState } from '../state/lua-state.js';
import type { LuaString } from '../values/string.js';
import { findEntry, LuaTable, TableEntry } from '../values/table.js';
import { FLOAT, INTEGER, NIL, STRING } from '../values/tags.js';
import { Value } from '../values/value.js';
import { claimPlace } from './capacity.js';
import { file, keyOf, unfile } from './filing.js';
import { shareKey } from './shared-keys.js';

/*
 * How tables hold their keys. Whatever is added is charged before it is allocated. A removed key keeps its place with
 * the value nil, so that a traversal may remove as it goes.
 */

const TABLE_BYTES = 150;
const ELEMENT_BYTES = 50;
const ENTRY_BYTES = 140;

/** A new, empty table. */
export const newTable = (L: LuaState): LuaTable => {
  L.runtime.budget.allocate(TABLE_BYTES);
  return new LuaTable(L.runtime.takeId());
};

/** The place of a number, even if its value was removed. */
export const findNumber = (table: LuaTable, key: number): Value | undefined => {
  const { list } = table;
  if (key >= 1 && key <= list.length) {
    const place = list[key - 1];
    if (place !== undefined) return place;
  }
  return findEntry(table, key)?.value;
};

/** The place of a key given as what it is filed under. */
export const findFiled = (table: LuaTable, filed: unknown): Value | undefined =>
  typeof filed === 'number' ? findNumber(table, filed) : findEntry(table, filed)?.value;

/** Sets a key. */
export const setValue = (L: LuaState, table: LuaTable, key: Value, type: number, value: unknown): void => {
  table.flags = 0;
  const filed = keyOf(key);
  const place = findFiled(table, filed);
  if (place !== undefined && (place.type !== NIL || !belongsToList(table, filed)))
    overwrite(table, place, filed, type, value);
  else if (type !== NIL) addKey(L, table, filed, key, type, value);
  else {
    checkKey(L, key);
    noteAbsence(L, table, filed);
  }
};

/* Whether an element that the list does not have would have its place there, and not in the keyed part any more. */
const belongsToList = ({ list, capacity }: LuaTable, filed: unknown): boolean =>
  isIndex(filed) && filed > list.length && (filed === list.length + 1 || filed <= capacity);

/** Sets a place that is there already. */
export const overwrite = (table: LuaTable, place: Value, filed: unknown, type: number, value: unknown): void => {
  if ((type === NIL) !== (place.type === NIL)) countRemoval(table, filed, type === NIL ? 1 : -1);
  place.type = type;
  place.value = value;
};

const countRemoval = (table: LuaTable, filed: unknown, change: number): void => {
  if (!isIndex(filed) || filed > table.list.length) {
    table.removed += change;
    table.free += change;
    return;
  }
  table.holes += change;
  if (filed > table.capacity) table.free += change;
  if (change > 0 && filed === table.list.length) dropLast(table);
};

/* Drops the last element of the list, which is being removed, and those before it that have been. */
const dropLast = (table: LuaTable): void => {
  const { list } = table;
  do {
    list.pop();
    table.holes--;
  } while (list.length > 0 && list[list.length - 1]?.type === NIL);
};

const isIndex = (filed: unknown): filed is number => typeof filed === 'number' && filed >= 1 && Number.isInteger(filed);

const checkKey = (L: LuaState, key: Value): void => {
  if (key.type === NIL) raiseError(L, 'table index is nil');
  if (key.type === FLOAT && Number.isNaN(key.value)) raiseError(L, 'table index is NaN');
};

const addKey = (L: LuaState, table: LuaTable, filed: unknown, key: Value, type: number, value: unknown): void => {
  checkKey(L, key);
  if (isIndex(filed)) addElement(L, table, filed, new Value(type, value));
  else {
    addEntry(L, table, filed, keep(L, table, key, filed), new Value(type, value));
  }
};

const keep = (L: LuaState, table: LuaTable, { type, value }: Value, filed: unknown): Value => {
  // Keys of a table that has many are rarely those of others.
  if (type === STRING && table.directory === undefined) return shareKey(L.runtime, filed as string, value as LuaString);
  const isInteger = type === FLOAT && (typeof filed === 'bigint' || Number.isInteger(filed));
  return isInteger ? new Value(INTEGER, filed) : new Value(type, value);
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
const addElement = (L: LuaState, table: LuaTable, index: number, added: Value): void => {
  if (index > table.capacity && claimPlace(table, index)) rearrange(L, table);
  const place = index <= table.list.length ? table.list[index - 1] : undefined;
  if (place !== undefined) overwrite(table, place, index, added.type, added.value);
  else if (index === table.list.length + 1) {
    L.runtime.budget.allocate(ELEMENT_BYTES);
    pushElement(table, added);
    if (table.hasIntegers) takeOver(table);
  } else if (index <= table.capacity) {
    extend(L, table, index - 1);
    pushElement(table, added);
  } else link(L, table, index, new Value(INTEGER, index), added);
};

const pushElement = (table: LuaTable, added: Value): void => {
  const length = table.list.push(added);
  if (length > table.capacity && length > table.reach) table.reach = length;
};

/* Lengthens the list by elements that are absent. */
const extend = (L: LuaState, table: LuaTable, length: number): void => {
  const { list } = table;
  const more = length - list.length;
  L.runtime.budget.spend(more);
  L.runtime.budget.allocate(more * ELEMENT_BYTES);
  table.holes += more;
  for (let i = 0; i < more; i++) list.push(new Value(NIL, null));
};

/** Adds an entry to the keyed part; its key must not have a place yet, and its value may not be shared. */
export const addEntry = (L: LuaState, table: LuaTable, filed: unknown, key: Value, value: Value): void => {
  if (claimPlace(table, 0)) rearrange(L, table);
  link(L, table, filed, key, value);
};

const link = (L: LuaState, table: LuaTable, filed: unknown, key: Value, value: Value): void => {
  L.runtime.budget.allocate(ENTRY_BYTES);
  if (key.type === INTEGER && table.removed > 0) unfile(table, filed);
  if (key.type === INTEGER && (key.value as number) > 0) table.hasIntegers = true;
  file(table, new TableEntry(filed, key, value));
};

/** Adds the element after the last of the list part. */
export const append = (L: LuaState, table: LuaTable, type: number, value: unknown): void => {
  appendPlace(L, table, new Value(type, value));
};

/** The same with a place that nothing else holds. */
export const appendPlace = (L: LuaState, table: LuaTable, added: Value): void => {
  const { list } = table;
  if (list.length >= table.capacity) {
    addElement(L, table, list.length + 1, added);
    return;
  }
  L.runtime.budget.allocate(ELEMENT_BYTES);
  list.push(added);
  if (table.hasIntegers) takeOver(table);
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
    const place = index <= table.list.length ? table.list[index - 1] : undefined;
    if (place !== undefined) overwrite(table, place, index, type, value);
    else if (type !== NIL) addElement(L, table, index, new Value(type, value));
  }
};

/* Moves elements that were set ahead of their turn to the list. */
const takeOver = (table: LuaTable): void => {
  for (;;) {
    const entry = findEntry(table, table.list.length + 1);
    if (entry === undefined || entry.value.type === NIL) return;
    pushElement(table, takeValue(table, entry));
  }
};

const takeValue = (table: LuaTable, { value }: TableEntry): Value => {
  const taken = new Value(value.type, value.value);
  value.type = NIL;
  table.removed++;
  return taken;
};

/* Brings list and keyed part into line with a new capacity. */
const rearrange = (L: LuaState, table: LuaTable): void => {
  if (table.holes > 0 && table.list.length > table.capacity) shortenList(L, table);
  if (table.hasIntegers) fillList(L, table);
  table.reach = table.list.length > table.capacity ? table.list.length : 0;
};

/* Moves what the capacity has no room for to the keyed part, as in a queue whose beginning has been removed. */
const shortenList = (L: LuaState, table: LuaTable): void => {
  const beyond = table.list.splice(table.capacity);
  const { capacity } = table;
  beyond.forEach((value, n) => {
    const index = capacity + n + 1;
    if (value.type === NIL) table.holes--;
    else link(L, table, index, new Value(INTEGER, index), value);
  });
  table.list.push(new Value(NIL, null));
  table.holes++;
  dropLast(table);
};

const fillList = (L: LuaState, table: LuaTable): void => {
  let remain = false;
  for (let entry = table.first; entry !== undefined; entry = entry.next) {
    const { key, value } = entry;
    if (value.type === NIL || key.type !== INTEGER || (key.value as number) < 1) continue;
    const index = key.value as number;
    if (index > table.capacity) remain = true;
    else {
      if (index > table.list.length) extend(L, table, index);
      table.list[index - 1] = takeValue(table, entry);
      table.holes--;
    }
  }
  table.hasIntegers = remain;
};
