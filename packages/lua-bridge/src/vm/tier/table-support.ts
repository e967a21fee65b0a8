import type { LuaState } from '../state/lua-state.js';
import { getFastHandler } from '../state/metatables.js';
import { append, findFiled, findNumber, newTable, setValue } from '../tables/lua-table.js';
import { EVENT } from '../values/events.js';
import { type LuaString, stringKey } from '../values/string.js';
import { findEntry, type LuaTable } from '../values/table.js';
import { FLOAT, INTEGER, kindOf, NIL, STRING, TABLE } from '../values/tags.js';
import { NIL_VALUE, Value } from '../values/value.js';

/*
 * What compiled code does with tables, as far as no handler that is a function is in the way. Undefined and false mean
 * that the interpreter must do it.
 */

/** What a piece of code found last, and where: most read the same tables of globals and methods over and over. */
export interface Site {
  table: LuaTable | undefined;
  place: Value;
}

/** A new one. */
export const makeSite = (): Site => ({ table: undefined, place: NIL_VALUE });

/* Tables that are looked up in turn; the interpreter knows when to stop. */
const MOST_TABLES = 100;

/* The place of a key in a table itself; a value of nil means that there is none. */
const findOwn = (site: Site, table: LuaTable, key: string): Value => {
  // A place that was removed stays nil for ever.
  if (site.table === table && site.place.type !== NIL) return site.place;
  const { directory } = table;
  if (directory === undefined) {
    for (let entry = table.first; entry !== undefined; entry = entry.next) {
      if (entry.filed === key) return entry.value;
    }
    return NIL_VALUE;
  }
  const place = directory.get(key)?.value;
  if (place === undefined) return NIL_VALUE;
  site.table = table;
  site.place = place;
  return place;
};

/** A field, also of the tables that stand behind one. */
export const field = (site: Site, table: LuaTable, key: string): Value | undefined => {
  const place = findOwn(site, table, key);
  return place.type !== NIL || table.metatable === null ? place : findBehind(site, table, key);
};

const findBehind = (site: Site, table: LuaTable, key: string): Value | undefined => {
  let behind = table;
  for (let n = 0; n < MOST_TABLES; n++) {
    const handler = getFastHandler(behind.metatable, EVENT.INDEX);
    if (handler === null) return NIL_VALUE;
    if (handler.type !== TABLE) return undefined;
    behind = handler.value as LuaTable;
    const place = findOwn(site, behind, key);
    if (place.type !== NIL) return place;
  }
  return undefined;
};

/** What `value:key()` calls: a field of a table, or of the table behind strings. */
export const member = (L: LuaState, site: Site, tag: number, value: unknown, key: string): Value | undefined => {
  if (tag === TABLE) return field(site, value as LuaTable, key);
  if (tag !== STRING) return undefined;
  const handler = getFastHandler(L.runtime.metatables[kindOf(STRING)] as LuaTable | null, EVENT.INDEX);
  if (handler?.type !== TABLE) return undefined;
  const place = field(site, handler.value as LuaTable, key);
  return place?.type === NIL ? undefined : place;
};

/** The value of any key. */
export const element = (table: LuaTable, tag: number, value: unknown): Value | undefined => {
  if (tag === FLOAT || tag === NIL) return undefined;
  const place = tag === STRING ? findEntry(table, stringKey(value as LuaString))?.value : findFiled(table, value);
  if (place !== undefined && place.type !== NIL) return place;
  return table.metatable === null ? NIL_VALUE : undefined;
};

/** Sets a field. */
export const setField = (
  L: LuaState,
  site: Site,
  table: LuaTable,
  filed: string,
  key: Value,
  tag: number,
  value: unknown,
): boolean => {
  if (tag === NIL) return false;
  const place = findOwn(site, table, filed);
  if (place.type === NIL) {
    if (table.metatable !== null) return false;
    setValue(L, table, key, tag, value);
    return true;
  }
  table.flags = 0;
  place.type = tag;
  place.value = value;
  return true;
};

/** Sets any key. */
export const setElement = (
  L: LuaState,
  table: LuaTable,
  keyTag: number,
  key: unknown,
  tag: number,
  value: unknown,
): boolean => {
  if (tag === NIL || keyTag === FLOAT || keyTag === NIL) return false;
  if (keyTag === INTEGER && typeof key === 'number') return setIndex(L, table, key, tag, value);
  const place = keyTag === STRING ? findEntry(table, stringKey(key as LuaString))?.value : findFiled(table, key);
  if (place !== undefined && place.type !== NIL) return overwrite(table, place, tag, value);
  if (table.metatable !== null) return false;
  setValue(L, table, new Value(keyTag, key), tag, value);
  return true;
};

const setIndex = (L: LuaState, table: LuaTable, index: number, tag: number, value: unknown): boolean => {
  const place = findNumber(table, index);
  if (place !== undefined && place.type !== NIL) return overwrite(table, place, tag, value);
  if (table.metatable !== null) return false;
  if (index === table.list.length + 1) append(L, table, tag, value);
  else setValue(L, table, new Value(INTEGER, index), tag, value);
  return true;
};

const overwrite = (table: LuaTable, place: Value, tag: number, value: unknown): boolean => {
  table.flags = 0;
  place.type = tag;
  place.value = value;
  return true;
};

/** A new table with room for so many elements and keys. */
export const makeTable = (L: LuaState, elements: number, keys: number): LuaTable => {
  const table = newTable(L);
  table.capacity = elements;
  table.free = keys;
  return table;
};
