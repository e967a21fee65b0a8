import { callProtected } from '../vm/calls/calls.js';
import { checkAny, optInteger, toStringValue } from '../vm/native/arguments.js';
import {
  arg,
  argCount,
  push,
  pushBoolean,
  pushBytes,
  pushNative,
  pushNil,
  pushValue,
  setArgCount,
} from '../vm/native/frame.js';
import type { Library } from '../vm/native/library.js';
import { pushWithPosition, raise, raiseTop, raiseType } from '../vm/native/raise.js';
import { call, protectedCall, resumable, type Steps, transparent } from '../vm/native/resumable.js';
import type { LuaState } from '../vm/state/lua-state.js';
import { getMetafield } from '../vm/state/metatables.js';
import { ALL_RESULTS, OK, YIELD } from '../vm/state/status.js';
import { getField } from '../vm/tables/table.js';
import type { LuaString } from '../vm/values/string.js';
import { BOOLEAN, STRING, TABLE } from '../vm/values/tags.js';
import { decode, luaString, textOf } from '../vm/values/text.js';
import { isFalsy, isFunction, type Value } from '../vm/values/value.js';
import { next } from './base-values.js';
import { describe, describeBytes } from './describe.js';
import { tonumber } from './to-number.js';
import { toText } from './to-text.js';

const error = (L: LuaState): number => {
  const level = optInteger(L, 2, 1);
  setArgCount(L, 1);
  const value = arg(L, 1);
  if (value.type === STRING && level > 0) pushWithPosition(L, level, value.value as LuaString);
  return raiseTop(L);
};

const assert = (L: LuaState): number => {
  const condition = checkAny(L, 1);
  if (!isFalsy(condition)) return argCount(L);
  if (argCount(L) < 2) push(L, STRING, luaString('assertion failed!'));
  else pushValue(L, arg(L, 2));
  return raiseTop(L);
};

const finishProtected = (L: LuaState, status: number): number => {
  L.runtime.budget.rethrow();
  if (succeeded(status)) return argCount(L);
  const failure = L.stack[L.top - 1] as Value;
  pushBoolean(L, false);
  pushValue(L, failure);
  return 2;
};

/* Inserts a value below the arguments from position `at` on. */
const insert = (L: LuaState, at: number, type: number, value: unknown): void => {
  push(L, type, value);
  const first = L.frame.calleeIndex + at;
  const inserted = L.stack[L.top - 1] as Value;
  for (let i = L.top - 1; i > first; i--) L.stack[i] = L.stack[i - 1] as Value;
  L.stack[first] = inserted;
};

const pcall = (L: LuaState): number => {
  checkAny(L, 1);
  insert(L, 1, BOOLEAN, true);
  const status = callProtected(L, argCount(L) - 2, ALL_RESULTS, undefined, finishProtected);
  return finishProtected(L, status);
};

/* A handler that fails is given its own error, this many times. */
const MAX_HANDLED = 200;

/*
 * Unlike in Lua, the handler is called once the failed function is off the stack, which a script without the debug
 * library cannot tell: so it may wait.
 */
const xpcall = transparent(function* (L) {
  if (!isFunction(arg(L, 2))) return raiseType(L, 2, 'function');
  const { type, value } = arg(L, 1);
  const args = argCount(L) - 2;
  insert(L, 3, type, value);
  if (succeeded(yield protectedCall(args, ALL_RESULTS))) {
    insert(L, 3, BOOLEAN, true);
    return argCount(L) - 2;
  }
  L.handlesOverflow = isOverflow(L.stack[L.top - 1] as Value);
  for (let handled = 0; handled < MAX_HANDLED; handled++) {
    insert(L, argCount(L), arg(L, 2).type, arg(L, 2).value);
    if (succeeded(yield protectedCall(1, 1))) {
      L.handlesOverflow = false;
      insert(L, argCount(L), BOOLEAN, false);
      return 2;
    }
  }
  L.handlesOverflow = false;
  pushBoolean(L, false);
  return push(L, STRING, luaString('error in error handling')) + 1;
});

const OVERFLOW = 'stack overflow';

const isOverflow = ({ type, value }: Value): boolean =>
  type === STRING && decode((value as LuaString).bytes.subarray(-OVERFLOW.length)) === OVERFLOW;

const succeeded = (status: number): boolean => status === OK || status === YIELD;

const pairs = resumable(function* (L) {
  const value = checkAny(L, 1);
  const own = getMetafield(L, value, '__pairs');
  if (own === undefined) {
    pushNative(L, next);
    pushValue(L, value);
    return pushNil(L) + 2;
  }
  pushValue(L, own);
  pushValue(L, value);
  yield call(1, 3);
  return 3;
});

/** The built-in `tostring`. */
const tostring = resumable(function* (L) {
  yield* toText(L, checkAny(L, 1));
  return 1;
});

/* Tables without a `__tostring` are written readably; everything else goes through the global `tostring`, as in Lua. */
const print = resumable(function* (L) {
  const count = argCount(L);
  const { value: converter } = getField(L.runtime.globals, 'tostring');
  const parts: string[] = [];
  let size = 0;
  for (let i = 1; i <= count; i++) {
    const part = yield* converter === tostring ? readable(L, arg(L, i)) : converted(L, arg(L, i));
    L.runtime.budget.checkOutput((size += part.length + 1));
    parts.push(part);
  }
  L.runtime.write(`${parts.join('\t')}\n`);
  return 0;
});

function* readable(L: LuaState, value: Value): Steps<string> {
  if (value.type === TABLE && getMetafield(L, value, '__tostring') === undefined) return describe(L.runtime, value);
  const text = textOf(yield* toText(L, value));
  L.top--;
  return text;
}

function* converted(L: LuaState, value: Value): Steps<string> {
  pushValue(L, getField(L.runtime.globals, 'tostring'));
  pushValue(L, value);
  yield call(1, 1);
  const text = toStringValue(L, L.stack[L.top - 1] as Value);
  if (text === undefined) return raise(L, "'tostring' must return a string to 'print'");
  L.top--;
  return textOf(text);
}

const dump = (L: LuaState): number => pushBytes(L, describeBytes(L.runtime, checkAny(L, 1)));

/** The part of the basic library that calls, raises and writes. */
export const baseCalls: Library = { error, assert, pcall, xpcall, pairs, tostring, tonumber, print, dump };
