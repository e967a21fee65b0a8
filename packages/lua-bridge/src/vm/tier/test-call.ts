import { finishInstruction } from '../execute/finish-instruction.js';
import { exchange } from '../state/exchange.js';
import type { Frame, LuaState } from '../state/lua-state.js';
import type { LuaFunction } from '../values/function.js';
import { NIL } from '../values/tags.js';
import { assign, isFalsy, Value } from '../values/value.js';
import { first, push } from './call-support.js';
import type { Direct } from './unit.js';

/* Calls of compiled functions by native ones that ask for yes or no, as `table.sort` does of its comparator. */

const answer = new Value(NIL, null);

/** Calls a function with two values. Undefined if it has left for the interpreter. */
export const callForAnswer = (L: LuaState, own: LuaFunction, a: Value, b: Value): boolean | undefined => {
  const func = L.top;
  L.stack[func] ??= new Value(NIL, null);
  L.nesting++;
  const frame = push(L, own, func + 1, 1);
  const direct = own.proto.direct as Direct;
  const value = direct(L, frame, own, func + 1, 0, a.type, a.value, b.type, b.value);
  if (exchange.tag === -1) return undefined;
  L.nesting--;
  L.top = func;
  if (exchange.tag < 0) assign(answer, first(L.stack, func), exchange.value);
  else assign(answer, exchange.tag, value);
  return !isFalsy(answer);
};

/** Lets the interpreter end calls above that of a native function. */
export const endAbove = (L: LuaState, native: Frame): void => {
  L.runtime.execute(L);
  while (L.frame !== native) {
    finishInstruction(L);
    L.runtime.execute(L);
  }
  L.nesting--;
};
