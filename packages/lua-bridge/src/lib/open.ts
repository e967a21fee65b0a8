import { addFunctions, type Library, libraryTable, nameFunctions } from '../vm/native/library.js';
import type { LuaState } from '../vm/state/lua-state.js';
import { newTable } from '../vm/tables/lua-table.js';
import { setField } from '../vm/tables/table.js';
import { NULL } from '../vm/values/json-null.js';
import { newString } from '../vm/values/string.js';
import type { LuaTable } from '../vm/values/table.js';
import { BOOLEAN, FLOAT, INTEGER, kindOf, LIGHTUSERDATA, STRING, TABLE } from '../vm/values/tags.js';
import { luaString } from '../vm/values/text.js';
import { baseCalls } from './base-calls.js';
import { baseValues } from './base-values.js';
import { coroutineLibrary } from './coroutine.js';
import { jsonLibrary } from './json.js';
import { loading } from './load.js';
import { mathLibrary } from './math.js';
import { mathRandom } from './math-random.js';
import { osLibrary } from './os.js';
import { regexLibrary } from './regex.js';
import { stringBasic } from './string-basic.js';
import { stringFormat } from './string-format.js';
import { stringGsub } from './string-gsub.js';
import { stringMatch } from './string-match.js';
import { stringPack } from './string-pack.js';
import { stringUnpack } from './string-unpack.js';
import { tableBasic } from './table-basic.js';
import { tableConcat } from './table-concat.js';
import { tableSort } from './table-sort.js';
import { charPattern, utf8Library } from './utf8.js';

const named = (all: Record<string, Library>): Record<string, Library> => {
  for (const [name, library] of Object.entries(all)) nameFunctions(`${name}.`, library);
  return all;
};

const libraries: Readonly<Record<string, Library>> = named({
  string: { ...stringBasic, ...stringMatch, ...stringGsub, ...stringFormat, ...stringPack, ...stringUnpack },
  table: { ...tableBasic, ...tableConcat, ...tableSort },
  math: { ...mathLibrary, ...mathRandom },
  coroutine: coroutineLibrary,
  utf8: utf8Library,
  os: osLibrary,
  json: jsonLibrary,
  regex: regexLibrary,
});

const basic: Library = nameFunctions('', { ...baseValues, ...baseCalls, ...loading });

const open = (L: LuaState, globals: LuaTable, name: string): LuaTable => {
  const table = libraryTable(L, libraries[name] ?? {});
  setField(L, globals, name, TABLE, table);
  return table;
};

/**
 * Opens the libraries scripts may use: nothing that reaches files, processes, modules or the debugger.
 * @param host Global functions that speak to the host.
 */
export const openLibraries = (L: LuaState, host: Library): void => {
  const globals = L.runtime.globals;
  addFunctions(L, globals, basic);
  addFunctions(L, globals, host);
  setField(L, globals, '_G', TABLE, globals);
  setField(L, globals, '_VERSION', STRING, luaString('Lua 5.3'));
  const tables = new Map(Object.keys(libraries).map((name) => [name, open(L, globals, name)]));
  addConstants(L, tables);
  lockStrings(L, tables.get('string') as LuaTable);
};

const addConstants = (L: LuaState, tables: ReadonlyMap<string, LuaTable>): void => {
  const [math, utf8, json] = ['math', 'utf8', 'json'].map((name) => tables.get(name)) as [LuaTable, LuaTable, LuaTable];
  setField(L, math, 'pi', FLOAT, Math.PI);
  setField(L, math, 'huge', FLOAT, Infinity);
  setField(L, math, 'maxinteger', INTEGER, 2n ** 63n - 1n);
  setField(L, math, 'mininteger', INTEGER, -(2n ** 63n));
  setField(L, utf8, 'charpattern', STRING, newString(charPattern.slice()));
  setField(L, json, 'null', LIGHTUSERDATA, NULL);
};

/* Strings have methods; their metatable is out of reach, because it is shared by every string. */
const lockStrings = (L: LuaState, library: LuaTable): void => {
  const metatable = newTable(L);
  setField(L, metatable, '__index', TABLE, library);
  setField(L, metatable, '__metatable', BOOLEAN, false);
  L.runtime.metatables[kindOf(STRING)] = metatable;
};
