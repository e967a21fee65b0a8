import type { LuaState } from '../state/lua-state.js';
import type { Native } from '../state/native.js';
import { newSingularTable } from '../tables/lua-table.js';
import { appendField } from '../tables/table.js';
import type { LuaString } from '../values/string.js';
import type { LuaTable } from '../values/table.js';
import { LIGHT_NATIVE } from '../values/tags.js';
import { luaString } from '../values/text.js';
import { Value } from '../values/value.js';

/** The functions of a library by name. */
export type Library = Readonly<Record<string, Native>>;

const qualifiedNames = new WeakMap<Native, string>();

/** Name of a library function as messages give it where the calling code has none: `table.sort`. */
export const nativeName = (fn: Native): string | undefined => qualifiedNames.get(fn);

/** Remembers the names of a library's functions. */
export const nameFunctions = (prefix: string, library: Library): Library => {
  for (const [name, fn] of Object.entries(library)) qualifiedNames.set(fn, prefix + name);
  return library;
};

/** Adds a library's functions to a table that has none of them yet. */
export const addFunctions = (L: LuaState, table: LuaTable, library: Library): void => {
  for (const [name, fn] of Object.entries(library)) {
    appendField(L, table, nameString(name), new Value(LIGHT_NATIVE, fn));
  }
};

/** A table of a library's functions. */
export const libraryTable = (L: LuaState, library: Library): LuaTable => {
  const table = newSingularTable(L);
  addFunctions(L, table, library);
  return table;
};

const names = new Map<string, LuaString>();

const nameString = (name: string): LuaString => {
  let string = names.get(name);
  if (string === undefined) {
    string = luaString(name);
    names.set(name, string);
  }
  return string;
};
