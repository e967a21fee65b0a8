import { addFunctions, type Library, libraryTable, nameFunctions } from '../vm/native/library.js';
import type { LuaState } from '../vm/state/lua-state.js';
import { newTable } from '../vm/tables/lua-table.js';
import { setField } from '../vm/tables/table.js';
import { NULL } from '../vm/values/json-null.js';
import { newString } from '../vm/values/string.js';
import type { LuaTable } from '../vm/values/table.js';
import { BOOLEAN, FLOAT, INTEGER, kindOf, LIGHTUSERDATA, STRING, TABLE } from '../vm/values/tags.js';
import { luaString } from '../vm/values/text.js';
import { baseLibrary } from './base/base.js';
import { bit32Library } from './bit32.js';
import { coroutineLibrary } from './coroutine.js';
import { debugLibrary } from './debug/debug.js';
import { createIo } from './io.js';
import { jsonLibrary } from './json/json.js';
import { mathLibrary } from './math.js';
import { olderMath } from './math-older.js';
import { MISSING } from './missing.js';
import { osLibrary } from './os/os.js';
import { regexLibrary } from './regex.js';
import { stringLibrary } from './string/string.js';
import { tableLibrary } from './table/table.js';
import { CHAR_PATTERN, utf8Library } from './utf8.js';

const LIBRARIES: Readonly<Record<string, Library>> = {
  string: stringLibrary,
  table: tableLibrary,
  math: { ...mathLibrary, ...olderMath },
  coroutine: coroutineLibrary,
  utf8: utf8Library,
  os: osLibrary,
  bit32: bit32Library,
  debug: debugLibrary,
  json: jsonLibrary,
  regex: regexLibrary,
};
for (const [name, library] of Object.entries(LIBRARIES)) nameFunctions(`${name}.`, library);
nameFunctions('', baseLibrary);

const open = (L: LuaState, globals: LuaTable, name: string): LuaTable => {
  const table = libraryTable(L, LIBRARIES[name] ?? {});
  setField(L, globals, name, TABLE, table);
  return table;
};

/**
 * Opens the libraries scripts may use: nothing that reaches files, processes or modules, nor into running functions.
 * @param host Global functions that speak to the host.
 */
export const openLibraries = (L: LuaState, host: Library): void => {
  const globals = L.runtime.globals;
  addFunctions(L, globals, baseLibrary);
  addFunctions(L, globals, host);
  setField(L, globals, '_G', TABLE, globals);
  setField(L, globals, '_VERSION', STRING, luaString('Lua 5.3'));
  const tables = new Map(Object.keys(LIBRARIES).map((name) => [name, open(L, globals, name)]));
  setField(L, globals, 'io', TABLE, createIo(L));
  L.runtime.missing = MISSING;
  addConstants(L, tables);
  lockStrings(L, tables.get('string') as LuaTable);
};

const addConstants = (L: LuaState, tables: ReadonlyMap<string, LuaTable>): void => {
  const [math, utf8, json] = ['math', 'utf8', 'json'].map((name) => tables.get(name)) as [LuaTable, LuaTable, LuaTable];
  setField(L, math, 'pi', FLOAT, Math.PI);
  setField(L, math, 'huge', FLOAT, Infinity);
  setField(L, math, 'maxinteger', INTEGER, 2n ** 63n - 1n);
  setField(L, math, 'mininteger', INTEGER, -(2n ** 63n));
  setField(L, utf8, 'charpattern', STRING, newString(CHAR_PATTERN.slice()));
  setField(L, json, 'null', LIGHTUSERDATA, NULL);
};

/* Strings have methods; their metatable is out of reach, because it is shared by every string. */
const lockStrings = (L: LuaState, library: LuaTable): void => {
  const metatable = newTable(L);
  setField(L, metatable, '__index', TABLE, library);
  setField(L, metatable, '__metatable', BOOLEAN, false);
  L.runtime.metatables[kindOf(STRING)] = metatable;
  L.runtime.stringMethods = library;
};
