import { type LuaString, stringKey } from '../values/string.js';
import type { LuaTable, TableEntry } from '../values/table.js';
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

/** Drops the entries whose values were removed. */
export const sweep = (table: LuaTable, keyed: Map<unknown, TableEntry>): void => {
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
