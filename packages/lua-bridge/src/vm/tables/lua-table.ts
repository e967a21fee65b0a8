import { ldebug, lobject } from '../values/internals.js';
import { FLOAT, INTEGER, NIL } from '../values/tags.js';
import type { LuaState, LuaTable, TableEntry, TValue } from '../values/types.js';
import { keyOf } from './table-key.js';
import { sweep, takeOver, thinOut } from './table-upkeep.js';

/*
 * Tables with a list part. fengari keeps every key in a Map with linked entries, which costs four times the memory
 * and time for lists. Charged before it is allocated: about 150 bytes a table, 50 an element, 200 a keyed entry.
 * A removed key keeps its place with the value nil, so that a traversal may remove as it goes.
 */

const TABLE_BYTES = 150;
const ELEMENT_BYTES = 50;
const ENTRY_BYTES = 200;

/** A list part this long gives way to the keyed part when most of it has been removed, as in a queue. */
const SPARSE_LENGTH = 32;

/** The table class that replaces fengari's. */
export class Table implements LuaTable {
  readonly id: number;
  list: TValue[] = [];
  holes = 0;
  keyed: Map<unknown, TableEntry> | undefined = undefined;
  removed = 0;
  first: TableEntry | undefined = undefined;
  last: TableEntry | undefined = undefined;
  metatable: LuaTable | null = null;
  flags = 0;
  mark = 0;

  constructor(L: LuaState) {
    this.id = L.l_G.id_counter++;
    L.l_G.budget?.allocate(TABLE_BYTES);
  }

  /** The keyed part under the name by which fengari's scanner reads it. */
  get strong(): Map<unknown, TableEntry> {
    return (this.keyed ??= new Map<unknown, TableEntry>());
  }
}

/** The place of a number, even if its value was removed. */
export const findNumber = (table: LuaTable, key: number): TValue | undefined => {
  const { list } = table;
  if (key >= 1 && key <= list.length) {
    const place = list[key - 1];
    if (place !== undefined) return place;
  }
  return table.keyed?.get(key)?.value;
};

/** The place of a key given as what it is filed under. */
export const findFiled = (table: LuaTable, filed: unknown): TValue | undefined =>
  typeof filed === 'number' ? findNumber(table, filed) : table.keyed?.get(filed)?.value;

/** Sets a key. */
export const setValue = (L: LuaState, table: LuaTable, key: TValue, type: number, value: unknown): void => {
  table.flags = 0;
  const filed = keyOf(key);
  const place = findFiled(table, filed);
  if (place !== undefined) overwrite(table, place, filed, type, value);
  else if (type !== NIL) addKey(L, table, filed, key, type, value);
  else checkKey(L, key);
};

/** Sets a place that is there already. */
export const overwrite = (table: LuaTable, place: TValue, filed: unknown, type: number, value: unknown): void => {
  if ((type === NIL) !== (place.type === NIL)) countRemoval(table, filed, type === NIL ? 1 : -1);
  place.type = type;
  place.value = value;
};

const countRemoval = (table: LuaTable, filed: unknown, change: number): void => {
  if (typeof filed === 'number' && filed >= 1 && filed <= table.list.length && Number.isInteger(filed))
    table.holes += change;
  else table.removed += change;
};

const checkKey = (L: LuaState, key: TValue): void => {
  if (key.type === NIL) ldebug.luaG_runerror(L, NIL_KEY);
  if (key.type === FLOAT && Number.isNaN(key.value)) ldebug.luaG_runerror(L, NAN_KEY);
};

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));
const NIL_KEY = ascii('table index is nil');
const NAN_KEY = ascii('table index is NaN');

const addKey = (L: LuaState, table: LuaTable, filed: unknown, key: TValue, type: number, value: unknown): void => {
  checkKey(L, key);
  if (filed === table.list.length + 1) {
    append(L, table, type, value);
    return;
  }
  const isInteger = key.type === FLOAT && (typeof filed === 'bigint' || Number.isInteger(filed));
  const kept = isInteger ? new lobject.TValue(INTEGER, filed) : new lobject.TValue(key.type, key.value);
  addEntry(L, table, filed, kept, new lobject.TValue(type, value));
};

/** Adds an entry to the keyed part; its key must not have a place yet, and neither value may be shared. */
export const addEntry = (L: LuaState, table: LuaTable, filed: unknown, key: TValue, value: TValue): void => {
  L.l_G.budget?.allocate(ENTRY_BYTES);
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
  appendPlace(L, table, new lobject.TValue(type, value));
};

/** The same with a place that nothing else holds. */
export const appendPlace = (L: LuaState, table: LuaTable, added: TValue): void => {
  L.l_G.budget?.allocate(ELEMENT_BYTES);
  const { list } = table;
  if (list.length >= SPARSE_LENGTH && table.holes > list.length >> 1) {
    const index = list.length + 1;
    thinOut(L, table);
    addEntry(L, table, index, new lobject.TValue(INTEGER, index), added);
    return;
  }
  list.push(added);
  if (table.keyed !== undefined) takeOver(table, table.keyed);
};
