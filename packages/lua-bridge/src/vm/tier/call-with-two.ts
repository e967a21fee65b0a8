import { finishInstruction } from '../execute/finish-instruction.js';
import { exchange } from '../state/exchange.js';
import type { Frame, LuaState } from '../state/lua-state.js';
import type { LuaFunction } from '../values/function.js';
import { BOOLEAN, NIL } from '../values/tags.js';
import { Value } from '../values/value.js';
import { first, push } from './call-support.js';
import type { Direct } from './unit.js';

/* Calls of compiled functions with two values: by handlers' callers, and by `table.sort`, which asks for yes or no. */

/**
 * Calls a function with two values: gives the tag of its first result, and leaves its value in the exchange; -1 if it
 * has left for the interpreter.
 */
export const callWithTwo = (L: LuaState, own: LuaFunction, a: Value, b: Value): number => {
  const func = L.top;
  L.stack[func] ??= new Value(NIL, null);
  L.nesting++;
  const frame = push(L, own, func + 1, 1);
  const direct = own.proto.direct as Direct;
  const value = direct(L, frame, own, func + 1, 0, a.type, a.value, b.type, b.value);
  if (exchange.tag === -1) return -1;
  L.nesting--;
  L.top = func;
  if (exchange.tag < 0) return first(L.stack, func);
  exchange.value = value;
  return exchange.tag;
};

/** The same, for yes or no. Undefined if it has left for the interpreter. */
export const callForAnswer = (L: LuaState, own: LuaFunction, a: Value, b: Value): boolean | undefined => {
  const tag = callWithTwo(L, own, a, b);
  return tag === -1 ? undefined : tag !== NIL && (tag !== BOOLEAN || exchange.value !== false);
};

/** Lets the interpreter end calls above one that waits for a result. */
export const endAbove = (L: LuaState, below: Frame): void => {
  L.runtime.execute(L);
  while (L.frame !== below) {
    finishInstruction(L);
    L.runtime.execute(L);
  }
  L.nesting--;
};
