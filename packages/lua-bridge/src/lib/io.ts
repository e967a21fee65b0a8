import { checkString } from '../vm/native/arguments.js';
import { arg, argCount, pushBoolean, pushTable, pushValue } from '../vm/native/frame.js';
import { fieldsOf, type Library, nameFunctions } from '../vm/native/library.js';
import type { LuaState } from '../vm/state/lua-state.js';
import type { Native } from '../vm/state/native.js';
import { Model } from '../vm/tables/model.js';
import type { LuaTable } from '../vm/values/table.js';
import { BOOLEAN, STRING } from '../vm/values/tags.js';
import { decode, luaString } from '../vm/values/text.js';
import { Value } from '../vm/values/value.js';

/*
 * The part of `io` that writes. What is written goes where `print` goes. There are no files, and nothing to read.
 */

const writeAll = (L: LuaState, first: number): void => {
  const { budget } = L.runtime;
  const parts: string[] = [];
  let size = 0;
  for (let n = first; n <= argCount(L); n++) {
    const bytes = checkString(L, n);
    budget.checkOutput((size += bytes.length));
    parts.push(decode(bytes));
  }
  L.runtime.write(parts.join(''));
};

/* Methods give the file back, so that calls can be chained. */
const writeMethod: Native = (L) => {
  writeAll(L, 2);
  return giveSelf(L);
};

const giveSelf: Native = (L) => pushValue(L, arg(L, 1));

const giveTrue: Native = (L) => pushBoolean(L, true);

const write: Native = (L) => {
  writeAll(L, 1);
  return pushTable(L, L.runtime.stdout);
};

const functions: Library = nameFunctions('io.', { write });
const methods: Library = nameFunctions('file:', { write: writeMethod, flush: giveSelf, setvbuf: giveTrue });

const MODEL = new Model(fieldsOf(functions), ['stdout', 'stderr']);
const FILE = new Model(fieldsOf(methods));
const FILE_METATABLE = new Model({
  __name: new Value(STRING, luaString('FILE*')),
  __metatable: new Value(BOOLEAN, false),
});

/** The functions of `io` that there are, with `io.stdout` and `io.stderr`, which are one. */
export const createIo = (L: LuaState): LuaTable => {
  const { stdout } = L.runtime;
  FILE.fill(L, stdout);
  stdout.metatable = FILE_METATABLE.make(L);
  return MODEL.make(L, [stdout, stdout]);
};
