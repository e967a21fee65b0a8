import { callProtected } from '../../vm/calls/calls.js';
import { checkAny, optInteger } from '../../vm/native/arguments.js';
import { arg, argCount, push, pushBoolean, pushValue, setArgCount } from '../../vm/native/frame.js';
import type { Library } from '../../vm/native/library.js';
import { pushWithPosition, raiseTop, raiseType } from '../../vm/native/raise.js';
import { protectedCall, transparent } from '../../vm/native/resumable.js';
import { withShortcut } from '../../vm/native/shortcut.js';
import { exchange } from '../../vm/state/exchange.js';
import type { LuaState } from '../../vm/state/lua-state.js';
import { NO_SHORTCUT } from '../../vm/state/native.js';
import { ALL_RESULTS, OK, YIELD } from '../../vm/state/status.js';
import type { LuaString } from '../../vm/values/string.js';
import { BOOLEAN, NIL, STRING } from '../../vm/values/tags.js';
import { decode, luaString } from '../../vm/values/text.js';
import { isFalsy, isFunction, type Value } from '../../vm/values/value.js';

const error = (L: LuaState): number => {
  const level = optInteger(L, 2, 1);
  setArgCount(L, 1);
  const value = arg(L, 1);
  if (value.type === STRING && level > 0) pushWithPosition(L, level, value.value as LuaString);
  return raiseTop(L);
};

const assertAny = (L: LuaState): number => {
  const condition = checkAny(L, 1);
  if (!isFalsy(condition)) return argCount(L);
  if (argCount(L) < 2) push(L, STRING, luaString('assertion failed!'));
  else pushValue(L, arg(L, 2));
  const { type, value } = L.stack[L.top - 1] as Value;
  if (type === STRING) pushWithPosition(L, 1, value as LuaString);
  return raiseTop(L);
};

const assert = withShortcut(assertAny, (_L, count, tag, value) => {
  if (count === 0 || tag === NIL || value === false) return NO_SHORTCUT;
  exchange.value = value;
  return tag;
});

const finishProtected = (L: LuaState, status: number): number => {
  L.runtime.budget.rethrow();
  if (isSuccess(status)) return argCount(L);
  const failure = L.stack[L.top - 1] as Value;
  pushBoolean(L, false);
  pushValue(L, failure);
  return 2;
};

/* Inserts a value below the arguments from position `at` on. */
const insertArgument = (L: LuaState, at: number, type: number, value: unknown): void => {
  push(L, type, value);
  const first = L.frame.calleeIndex + at;
  const inserted = L.stack[L.top - 1] as Value;
  for (let i = L.top - 1; i > first; i--) L.stack[i] = L.stack[i - 1] as Value;
  L.stack[first] = inserted;
};

const pcall = (L: LuaState): number => {
  checkAny(L, 1);
  insertArgument(L, 1, BOOLEAN, true);
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
  insertArgument(L, 3, type, value);
  if (isSuccess(yield protectedCall(args, ALL_RESULTS))) {
    insertArgument(L, 3, BOOLEAN, true);
    return argCount(L) - 2;
  }
  L.handlesOverflow = isOverflow(L.stack[L.top - 1] as Value);
  for (let handled = 0; handled < MAX_HANDLED; handled++) {
    insertArgument(L, argCount(L), arg(L, 2).type, arg(L, 2).value);
    if (isSuccess(yield protectedCall(1, 1))) {
      L.handlesOverflow = false;
      insertArgument(L, argCount(L), BOOLEAN, false);
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

const isSuccess = (status: number): boolean => status === OK || status === YIELD;

/** `error`, `assert`, `pcall` and `xpcall`. */
export const errorFunctions: Library = { error, assert, pcall, xpcall };
