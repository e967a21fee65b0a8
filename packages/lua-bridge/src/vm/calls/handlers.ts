import type { LuaState } from '../state/lua-state.js';
import { getBinaryHandler } from '../state/metatables.js';
import { EVENT, isBitwise } from '../values/events.js';
import { toNumber } from '../values/number.js';
import { NIL } from '../values/tags.js';
import { assign, copy, isFalsy, Value } from '../values/value.js';
import { call, callWithoutWait } from './calls.js';
import { IS_LUA } from './frames.js';
import { raiseArithmeticType, raiseConcatType, raiseNoInteger } from './raise.js';

/** Calls a handler with two values; its result goes into a place. */
export const callHandler = (L: LuaState, handler: Value, a: Value, b: Value, into: Value): void => {
  const func = L.top;
  pushCopy(L, handler);
  pushCopy(L, a);
  pushCopy(L, b);
  run(L, func, 1);
  copy(into, L.stack[--L.top] as Value);
};

/** Calls a handler with three values for no result. */
export const callSetter = (L: LuaState, handler: Value, table: Value, key: Value, value: Value): void => {
  const func = L.top;
  pushCopy(L, handler);
  pushCopy(L, table);
  pushCopy(L, key);
  pushCopy(L, value);
  run(L, func, 0);
};

const pushCopy = (L: LuaState, { type, value }: Value): void => {
  const place = L.stack[L.top];
  if (place === undefined) L.stack[L.top] = new Value(type, value);
  else assign(place, type, value);
  L.top++;
};

const run = (L: LuaState, func: number, results: number): void => {
  if ((L.frame.flags & IS_LUA) !== 0) call(L, func, results);
  else callWithoutWait(L, func, results);
};

/** Does an operation by its handler. @throws Lua's error if there is none. */
export const operateByHandler = (L: LuaState, a: Value, b: Value, into: Value, event: number): void => {
  const handler = getBinaryHandler(L, a, b, event);
  if (handler.type !== NIL) callHandler(L, handler, a, b, into);
  else if (event === EVENT.CONCAT) raiseConcatType(L, a, b);
  else if (!isBitwise(event)) raiseArithmeticType(L, a, b, 'perform arithmetic on');
  else if (toNumber(a) !== false && toNumber(b) !== false) raiseNoInteger(L, a, b);
  else raiseArithmeticType(L, a, b, 'perform bitwise operation on');
};

/** Compares two values by a handler; undefined if there is none. */
export const compareByHandler = (L: LuaState, a: Value, b: Value, event: number): boolean | undefined => {
  const handler = getBinaryHandler(L, a, b, event);
  if (handler.type === NIL) return undefined;
  const result = new Value(NIL, null);
  callHandler(L, handler, a, b, result);
  return !isFalsy(result);
};
