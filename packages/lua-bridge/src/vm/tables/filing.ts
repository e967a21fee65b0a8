import { type LuaString, stringKey } from '../values/string.js';
import { findEntry, type LuaTable, type TableEntry } from '../values/table.js';
import { FLOAT, NIL, STRING } from '../values/tags.js';
import type { Value } from '../values/value.js';

/* How the keyed part of a table files its keys. */

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

/** Entries up to which it is quicker, and takes far less memory, to look at one after another. */
const FEW = 8;

/** Adds an entry behind the others. */
export const file = (table: LuaTable, added: TableEntry): void => {
  if (table.removed > FEW && table.removed > table.size >> 1) sweep(table);
  if (table.last === undefined) table.first = added;
  else table.last.next = added;
  table.last = added;
  table.size++;
  if (table.directory !== undefined) table.directory.set(added.filed, added);
  else if (table.size > FEW) table.directory = listEntries(table);
};

const listEntries = (table: LuaTable): Map<unknown, TableEntry> => {
  const directory = new Map<unknown, TableEntry>();
  for (let entry = table.first; entry !== undefined; entry = entry.next) directory.set(entry.filed, entry);
  return directory;
};

/** What no key is filed under. */
const NOWHERE = Symbol('nowhere');

/** Forgets where a removed entry is filed, because its key gets another. */
export const unfile = (table: LuaTable, filed: unknown): void => {
  const entry = findEntry(table, filed);
  if (entry === undefined) return;
  table.directory?.delete(filed);
  entry.filed = NOWHERE;
  table.size--;
};

/* Drops the entries whose values were removed. */
const sweep = (table: LuaTable): void => {
  let last: TableEntry | undefined;
  for (let entry = table.first; entry !== undefined; entry = entry.next) {
    if (entry.value.type !== NIL) {
      if (last === undefined) table.first = entry;
      else last.next = entry;
      last = entry;
    } else if (entry.filed !== NOWHERE) {
      table.directory?.delete(entry.filed);
      table.size--;
    }
  }
  if (last === undefined) table.first = undefined;
  else last.next = undefined;
  table.last = last;
  table.removed = 0;
};
