import { raiseOperandType } from '../calls/raise.js';
import { MAX_CHAIN, raiseLoop, setIndex } from '../execute/access.js';
import { isEqual, isLess } from '../execute/compare.js';
import type { LuaState } from '../state/lua-state.js';
import { getBinaryHandler, getHandler } from '../state/metatables.js';
import { getKey, getLength } from '../tables/table-access.js';
import { EVENT } from '../values/events.js';
import type { LuaString } from '../values/string.js';
import type { LuaTable } from '../values/table.js';
import { INTEGER, NIL, STRING, TABLE, USERDATA } from '../values/tags.js';
import { isFalsy, isFunction, NIL_VALUE, Value } from '../values/value.js';
import { pushValue } from './frame.js';
import { call, type Steps } from './resumable.js';

/*
 * What library functions do with values that may have metamethods, as parts of resumable bodies: a metamethod may wait
 * there. The VM's own instructions have their ways in `execute/access.ts` and `execute/compare.ts`.
 */

/** `of[key]`. */
export function* getSteps(L: LuaState, of: Value, key: Value): Steps<Value> {
  let target = of;
  for (let loop = 0; loop < MAX_CHAIN; loop++) {
    const found = findPlace(target, key);
    if (found !== undefined) return found;
    const handler = getHandler(L, target, EVENT.INDEX);
    if (handler.type === NIL) return target.type === TABLE ? NIL_VALUE : raiseOperandType(L, target, 'index');
    if (isFunction(handler)) return yield* callSteps(L, handler, target, key);
    target = handler;
  }
  return raiseLoop(L, '__index');
}

/** `of[key] = value`. */
export function* setSteps(L: LuaState, of: Value, key: Value, value: Value): Steps<void> {
  let target = of;
  for (let loop = 0; loop < MAX_CHAIN; loop++) {
    const handler = findPlace(target, key) === undefined ? getHandler(L, target, EVENT.NEWINDEX) : NIL_VALUE;
    if (handler.type === NIL) {
      if (target.type !== TABLE) raiseOperandType(L, target, 'index');
      setIndex(L, target, key, value);
      return;
    }
    if (isFunction(handler)) {
      for (const pushed of [handler, target, key, value]) pushValue(L, pushed);
      yield call(3, 0);
      return;
    }
    target = handler;
  }
  raiseLoop(L, '__newindex');
}

/** `#value`. */
export function* lengthSteps(L: LuaState, value: Value): Steps<Value> {
  if (value.type === STRING) return new Value(INTEGER, (value.value as LuaString).length);
  const handler = getHandler(L, value, EVENT.LEN);
  if (handler.type !== NIL) return yield* callSteps(L, handler, value, value);
  if (value.type !== TABLE) return raiseOperandType(L, value, 'get length of');
  return new Value(INTEGER, getLength(value.value as LuaTable));
}

/** `a < b`. */
export function* lessSteps(L: LuaState, a: Value, b: Value): Steps<boolean> {
  const handler = isTabular(a) || isTabular(b) ? getBinaryHandler(L, a, b, EVENT.LT) : NIL_VALUE;
  if (handler.type === NIL) return isLess(L, a, b);
  return !isFalsy(yield* callSteps(L, handler, a, b));
}

/** `a == b`. */
export function* equalSteps(L: LuaState, a: Value, b: Value): Steps<boolean> {
  const handler =
    a.type === b.type && isTabular(a) && a.value !== b.value ? getBinaryHandler(L, a, b, EVENT.EQ) : NIL_VALUE;
  if (handler.type === NIL) return isEqual(L, a, b);
  return !isFalsy(yield* callSteps(L, handler, a, b));
}

const findPlace = (of: Value, key: Value): Value | undefined => {
  const found = of.type === TABLE ? getKey(of.value as LuaTable, key) : undefined;
  return found?.type === NIL ? undefined : found;
};

const isTabular = ({ type }: Value): boolean => type === TABLE || type === USERDATA;

/* Calls a handler with two values and takes its result off the stack. */
function* callSteps(L: LuaState, handler: Value, a: Value, b: Value): Steps<Value> {
  for (const pushed of [handler, a, b]) pushValue(L, pushed);
  yield call(2, 1);
  const { type, value } = L.stack[--L.top] as Value;
  return new Value(type, value);
}
