import { checkAny, toStringValue } from '../../vm/native/arguments.js';
import { arg, argCount, push, pushValue } from '../../vm/native/frame.js';
import type { Library } from '../../vm/native/library.js';
import { raise } from '../../vm/native/raise.js';
import { call, resumable, type Steps } from '../../vm/native/resumable.js';
import type { LuaState } from '../../vm/state/lua-state.js';
import { getMetafield } from '../../vm/state/metatables.js';
import { getField } from '../../vm/tables/table.js';
import { STRING, TABLE } from '../../vm/values/tags.js';
import { textOf } from '../../vm/values/text.js';
import type { Value } from '../../vm/values/value.js';
import { describe, describeString } from './describe.js';
import { tostring, toText } from './tostring.js';

/* Tables without a `__tostring` are written readably; everything else goes through the global `tostring`, as in Lua. */
const print = resumable(function* (L) {
  const count = argCount(L);
  const { value: converter } = getField(L.runtime.globals, 'tostring');
  const parts: string[] = [];
  let size = 0;
  for (let i = 1; i <= count; i++) {
    const part = yield* converter === tostring ? describeReadably(L, arg(L, i)) : convertByGlobal(L, arg(L, i));
    L.runtime.budget.checkOutput((size += part.length + 1));
    parts.push(part);
  }
  L.runtime.write(`${parts.join('\t')}\n`);
  return 0;
});

function* describeReadably(L: LuaState, value: Value): Steps<string> {
  if (value.type === TABLE && getMetafield(L, value, '__tostring') === undefined) return describe(L.runtime, value);
  const text = textOf(yield* toText(L, value));
  L.top--;
  return text;
}

function* convertByGlobal(L: LuaState, value: Value): Steps<string> {
  pushValue(L, getField(L.runtime.globals, 'tostring'));
  pushValue(L, value);
  yield call(1, 1);
  const text = toStringValue(L, L.stack[L.top - 1] as Value);
  if (text === undefined) return raise(L, "'tostring' must return a string to 'print'");
  L.top--;
  return textOf(text);
}

const dump = (L: LuaState): number => push(L, STRING, describeString(L.runtime, checkAny(L, 1)));

/** `print` and `dump`. */
export const printFunctions: Library = { print, dump };
