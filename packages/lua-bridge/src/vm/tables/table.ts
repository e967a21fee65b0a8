import type { LuaState, Runtime } from '../state/lua-state.js';
import { countElements, itemTagAt } from '../values/items.js';
import { type LuaString, stringKey } from '../values/string.js';
import { locate, type LuaTable, tagAt, valueAt } from '../values/table.js';
import { INTEGER, NIL, STRING } from '../values/tags.js';
import { luaString } from '../values/text.js';
import { Value } from '../values/value.js';
import { countSlots, keyAt } from './filing.js';
import { addEntry, append, setValue } from './lua-table.js';

/* Tables as the bridge itself uses them: by text, and without metamethods. */

/** Adds a field under a text key known to be new. */
export const appendField = (L: LuaState, table: LuaTable, key: LuaString, value: Value): void => {
  addEntry(L, table, stringKey(key), value.type, value.value);
};

/** Adds the next element of a list, which is not nil. */
export const appendElement = (L: LuaState, table: LuaTable, value: Value): void => {
  appendItem(L, table, value.type, value.value);
};

/** The same for an element that is no object of its own. */
export const appendItem = (L: LuaState, table: LuaTable, tag: number, value: unknown): void => {
  append(L, table, tag, value);
};

/** Sets a field by text. */
export const setField = (L: LuaState, table: LuaTable, name: string, type: number, value: unknown): void => {
  setValue(L, table, new Value(STRING, luaString(name)), type, value);
};

/** The value of a key given as what it is filed under. */
export const getFiled = (table: LuaTable, filed: unknown): Value => {
  const at = locate(table, filed);
  return new Value(tagAt(table, at), valueAt(table, at));
};

/** Reads a field by its ASCII name. */
export const getField = (table: LuaTable, name: string): Value => getFiled(table, name);

/** Number of keys with a value. */
export const countKeys = (table: LuaTable): number => countElements(table) - table.holes + countSlots(table);

/** Whether a place of the list part has a value. */
export const hasElement = ({ list }: LuaTable, n: number): boolean => n < list.length && list[n] !== undefined;

/** The value of a place of the list part. */
export const elementAt = (table: LuaTable, n: number): Value => new Value(itemTagAt(table, n), table.list[n] ?? null);

/** Calls `visit` for the keys and values of the keyed part, in the order in which they were added. */
export const forEachField = (table: LuaTable, visit: (key: Value, value: Value) => void): void => {
  const { layout, slots } = table;
  for (let n = 0; n < layout.filed.length; n++) {
    const tag = slots[n * 2] as number;
    if (tag !== NIL) visit(keyAt(layout, n), new Value(tag, slots[n * 2 + 1]));
  }
};

/** Calls `visit` for every key and value: the list first, then the other keys in the order they were added. */
export const forEachEntry = (table: LuaTable, visit: (key: Value, value: Value) => void): void => {
  for (let i = 0; i < countElements(table); i++) {
    if (hasElement(table, i)) visit(new Value(INTEGER, i + 1), elementAt(table, i));
  }
  forEachField(table, visit);
};

/** Tables may nest this deep when they leave the VM. */
export const MAX_DEPTH = 200;

/** Whether a table is a list: keys 1 to n and no others; an empty one, or one with holes, only if it is marked. */
export const isList = (runtime: Runtime, table: LuaTable): boolean =>
  countSlots(table) === table.removed && ((table.list.length > 0 && table.holes === 0) || runtime.arrays.has(table));
