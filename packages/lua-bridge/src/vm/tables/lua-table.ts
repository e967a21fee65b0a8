import { raiseError } from '../calls/raise.js';
import type { LuaState } from '../state/lua-state.js';
import { type LuaString, stringKey } from '../values/string.js';
import { LuaTable, type TableEntry } from '../values/table.js';
import { FLOAT, INTEGER, NIL, STRING } from '../values/tags.js';
import { Value } from '../values/value.js';

/*
 * How tables hold their keys. Whatever is added is charged before it is allocated. A removed key keeps its place with
 * the value nil, so that a traversal may remove as it goes.
 */

const TABLE_BYTES = 150;
const ELEMENT_BYTES = 50;
const ENTRY_BYTES = 200;

/** A list part this long gives way to the keyed part when most of it has been removed, as in a queue. */
const SPARSE_LENGTH = 32;

/** A new, empty table. */
export const newTable = (L: LuaState): LuaTable => {
  L.runtime.budget.allocate(TABLE_BYTES);
  return new LuaTable(L.runtime.takeId());
};

/** Under what a table files a key. Floats equal to an integer are filed as that integer, as Lua does. */
export const keyOf = (key: Value): unknown => {
  if (key.type === STRING) return stringKey(key.value as LuaString);
  return key.type === FLOAT ? floatKey(key.value as number) : key.value;
};

const floatKey = (value: number): number | bigint => {
  if (Number.isSafeInteger(value)) return value + 0;
  const fits = Number.isInteger(value) && value >= -(2 ** 63) && value < 2 ** 63;
  return fits ? BigInt(value) : value;
};

/** The place of a number, even if its value was removed. */
export const findNumber = (table: LuaTable, key: number): Value | undefined => {
  const { list } = table;
  if (key >= 1 && key <= list.length) {
    const place = list[key - 1];
    if (place !== undefined) return place;
  }
  return table.keyed?.get(key)?.value;
};

/** The place of a key given as what it is filed under. */
export const findFiled = (table: LuaTable, filed: unknown): Value | undefined =>
  typeof filed === 'number' ? findNumber(table, filed) : table.keyed?.get(filed)?.value;

/** Sets a key. */
export const setValue = (L: LuaState, table: LuaTable, key: Value, type: number, value: unknown): void => {
  table.flags = 0;
  const filed = keyOf(key);
  const place = findFiled(table, filed);
  if (place !== undefined) overwrite(table, place, filed, type, value);
  else if (type !== NIL) addKey(L, table, filed, key, type, value);
  else checkKey(L, key);
};

/** Sets a place that is there already. */
export const overwrite = (table: LuaTable, place: Value, filed: unknown, type: number, value: unknown): void => {
  if ((type === NIL) !== (place.type === NIL)) countRemoval(table, filed, type === NIL ? 1 : -1);
  place.type = type;
  place.value = value;
};

const countRemoval = (table: LuaTable, filed: unknown, change: number): void => {
  if (typeof filed === 'number' && filed >= 1 && filed <= table.list.length && Number.isInteger(filed))
    table.holes += change;
  else table.removed += change;
};

const checkKey = (L: LuaState, key: Value): void => {
  if (key.type === NIL) raiseError(L, 'table index is nil');
  if (key.type === FLOAT && Number.isNaN(key.value)) raiseError(L, 'table index is NaN');
};

const addKey = (L: LuaState, table: LuaTable, filed: unknown, key: Value, type: number, value: unknown): void => {
  checkKey(L, key);
  if (filed === table.list.length + 1) {
    append(L, table, type, value);
    return;
  }
  const isInteger = key.type === FLOAT && (typeof filed === 'bigint' || Number.isInteger(filed));
  const kept = isInteger ? new Value(INTEGER, filed) : new Value(key.type, key.value);
  addEntry(L, table, filed, kept, new Value(type, value));
};

/** Adds an entry to the keyed part; its key must not have a place yet, and neither value may be shared. */
export const addEntry = (L: LuaState, table: LuaTable, filed: unknown, key: Value, value: Value): void => {
  L.runtime.budget.allocate(ENTRY_BYTES);
  const keyed = (table.keyed ??= new Map<unknown, TableEntry>());
  if (table.removed > 8 && table.removed > keyed.size >> 1) sweep(table, keyed);
  const entry: TableEntry = { key, value, next: undefined };
  if (table.last === undefined) table.first = entry;
  else table.last.next = entry;
  table.last = entry;
  keyed.set(filed, entry);
};

/** Adds the element after the last of the list part. */
export const append = (L: LuaState, table: LuaTable, type: number, value: unknown): void => {
  appendPlace(L, table, new Value(type, value));
};

/** The same with a place that nothing else holds. */
export const appendPlace = (L: LuaState, table: LuaTable, added: Value): void => {
  L.runtime.budget.allocate(ELEMENT_BYTES);
  const { list } = table;
  if (list.length >= SPARSE_LENGTH && table.holes > list.length >> 1) {
    const index = list.length + 1;
    thinOut(L, table);
    addEntry(L, table, index, new Value(INTEGER, index), added);
    return;
  }
  list.push(added);
  if (table.keyed !== undefined) takeOver(table, table.keyed);
};

/* Moves elements that were set ahead of their turn to the list; a removed one makes way for its turn. */
const takeOver = (table: LuaTable, keyed: Map<unknown, TableEntry>): void => {
  for (;;) {
    const index = table.list.length + 1;
    const entry = keyed.get(index);
    if (entry === undefined) return;
    keyed.delete(index);
    if (entry.value.type === NIL) return;
    table.list.push(new Value(entry.value.type, entry.value.value));
    entry.value.type = NIL;
    table.removed++;
  }
};

/* Keeps the list up to its first hole and moves what is left behind it to the keyed part. */
const thinOut = (L: LuaState, table: LuaTable): void => {
  const { list } = table;
  const end = list.findIndex((value) => value.type === NIL);
  table.list = list.slice(0, end);
  table.holes = 0;
  for (let i = end; i < list.length; i++) {
    const value = list[i] as Value;
    if (value.type !== NIL) addEntry(L, table, i + 1, new Value(INTEGER, i + 1), value);
  }
};

/* Drops the entries whose values were removed. */
const sweep = (table: LuaTable, keyed: Map<unknown, TableEntry>): void => {
  let last: TableEntry | undefined;
  for (let entry = table.first; entry !== undefined; entry = entry.next) {
    if (entry.value.type !== NIL) {
      if (last === undefined) table.first = entry;
      else last.next = entry;
      last = entry;
    } else if (keyed.get(keyOf(entry.key)) === entry) {
      keyed.delete(keyOf(entry.key));
    }
  }
  if (last === undefined) table.first = undefined;
  else last.next = undefined;
  table.last = last;
  table.removed = 0;
};
