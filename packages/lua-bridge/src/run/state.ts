import { parallelLibrary } from '../bridge/parallel.js';
import { requireLibrary } from '../bridge/require.js';
import { createOpener } from '../lib/open.js';
import { createRuntime, type RuntimeOptions } from '../vm/execute/create-runtime.js';
import { arg, push } from '../vm/native/frame.js';
import { nameFunctions } from '../vm/native/library.js';
import type { LuaState, Runtime } from '../vm/state/lua-state.js';
import { Model } from '../vm/tables/model.js';
import { getField } from '../vm/tables/table.js';
import type { LuaString } from '../vm/values/string.js';
import type { LuaTable } from '../vm/values/table.js';
import { BOOLEAN, LIGHT_NATIVE, STRING } from '../vm/values/tags.js';
import { luaString, textOf } from '../vm/values/text.js';
import { Value } from '../vm/values/value.js';

const openLibraries = createOpener(nameFunctions('', { ...parallelLibrary, ...requireLibrary }));

const pushErrorText = (L: LuaState): number => {
  const table = arg(L, 1).value as LuaTable;
  const { chunk, line } = L.runtime.hostErrors.get(table)?.place ?? { chunk: '', line: 0 };
  const position = line === 0 ? '' : `${chunk}:${line}: `;
  const message = getField(table, 'message');
  if (message.type !== STRING) return push(L, STRING, luaString(`${position}?`));
  const text = message.value as LuaString;
  L.runtime.budget.allocateString(text.bytes.length);
  return push(L, STRING, luaString(position + textOf(text)));
};

const ERROR_METATABLE = new Model({
  __tostring: new Value(LIGHT_NATIVE, pushErrorText),
  __name: new Value(STRING, luaString('error')),
  __metatable: new Value(BOOLEAN, false),
});

/** A fresh Lua state with its libraries open. */
export const createState = (options: RuntimeOptions): Runtime => {
  const runtime = createRuntime(options);
  const { L } = runtime;
  ERROR_METATABLE.fill(L, runtime.errorMeta);
  openLibraries(L);
  return runtime;
};
