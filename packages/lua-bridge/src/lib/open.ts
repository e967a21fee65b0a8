import { fieldsOf, type Library, nameFunctions } from '../vm/native/library.js';
import type { LuaState } from '../vm/state/lua-state.js';
import { Model } from '../vm/tables/model.js';
import { NULL } from '../vm/values/json-null.js';
import { newString } from '../vm/values/string.js';
import type { LuaTable } from '../vm/values/table.js';
import { BOOLEAN, FLOAT, INTEGER, kindOf, LIGHTUSERDATA, STRING } from '../vm/values/tags.js';
import { luaString } from '../vm/values/text.js';
import { Value } from '../vm/values/value.js';
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

const CONSTANTS: Readonly<Record<string, Readonly<Record<string, Value>>>> = {
  math: {
    pi: new Value(FLOAT, Math.PI),
    huge: new Value(FLOAT, Infinity),
    maxinteger: new Value(INTEGER, 2n ** 63n - 1n),
    mininteger: new Value(INTEGER, -(2n ** 63n)),
  },
  utf8: { charpattern: new Value(STRING, newString(CHAR_PATTERN)) },
  json: { null: new Value(LIGHTUSERDATA, NULL) },
};

const NAMES = Object.keys(LIBRARIES);

const MODELS = Object.entries(LIBRARIES).map(
  ([name, library]) => new Model({ ...fieldsOf(library), ...CONSTANTS[name] }),
);

/* Strings have methods; their metatable is out of reach, because it is shared by every string. */
const STRING_METATABLE = new Model({ __metatable: new Value(BOOLEAN, false) }, ['__index']);

/**
 * What opens the libraries scripts may use: nothing that reaches files, processes or modules, nor into running
 * functions.
 * @param host Global functions that speak to the host.
 */
export const createOpener = (host: Library): ((L: LuaState) => void) => {
  const version = new Value(STRING, luaString('Lua 5.3'));
  const fields = { ...fieldsOf(baseLibrary), ...fieldsOf(host), _VERSION: version };
  const model = new Model(fields, ['_G', ...NAMES, 'io']);
  return (L) => {
    const { globals, metatables } = L.runtime;
    const tables = MODELS.map((each) => each.make(L));
    model.fill(L, globals, [globals, ...tables, createIo(L)]);
    const methods = tables[NAMES.indexOf('string')] as LuaTable;
    metatables[kindOf(STRING)] = STRING_METATABLE.make(L, [methods]);
    L.runtime.stringMethods = methods;
    L.runtime.missing = MISSING;
  };
};
