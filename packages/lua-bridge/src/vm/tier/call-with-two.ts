import { claimFrame } from '../calls/frames.js';
import { finishInstruction } from '../execute/finish-instruction.js';
import { exchange } from '../state/exchange.js';
import type { Frame, LuaState } from '../state/lua-state.js';
import type { LuaFunction } from '../values/function.js';
import { BOOLEAN, NIL } from '../values/tags.js';
import { assign, Value } from '../values/value.js';
import { first } from './call-support.js';
import { PREPAID } from './pieces.js';
import { turn } from './turn.js';
import { type Direct, MOST_NESTING, weightAt } from './unit.js';

/* Calls of compiled functions with two values: by handlers' callers, and by `table.sort`, which asks for yes or no. */

/* Such functions rarely call deeply. */
const WEIGHT = weightAt(MOST_NESTING);

/**
 * Calls a function with two values: gives the tag of its first result, and leaves its value in the exchange; -1 if it
 * has left for the interpreter.
 */
export const callWithTwo = (
  L: LuaState,
  own: LuaFunction,
  tag: number,
  value: unknown,
  tag2: number,
  value2: unknown,
): number => {
  const func = L.top;
  L.stack[func] ??= new Value(NIL, null);
  L.nesting++;
  const { frame: caller } = L;
  const frame = claimFrame(caller, own);
  frame.base = func + 1;
  frame.wanted = 1;
  const { budget } = L.runtime;
  if ((budget.left -= PREPAID) < 0 && !turn(frame, 0)) {
    const { stack } = L;
    assign(stack[func + 1] as Value, tag, value);
    assign(stack[func + 2] as Value, tag2, value2);
    for (let n = 2; n < own.proto.parameters; n++) assign(stack[func + 1 + n] as Value, NIL, null);
    return -1;
  }
  const direct = own.proto.direct as Direct;
  const given = direct(budget, frame, own, func + 1, WEIGHT, tag, value, tag2, value2);
  if (exchange.tag === -1) return -1;
  if (L.frame !== caller) L.frame = caller;
  L.nesting--;
  L.top = func;
  if (exchange.tag < 0) return first(L, func);
  exchange.value = given;
  return exchange.tag;
};

/** The same, for yes or no. Null if it has left for the interpreter. */
export const callForAnswer = (
  L: LuaState,
  own: LuaFunction,
  tag: number,
  value: unknown,
  tag2: number,
  value2: unknown,
): boolean | null => {
  const given = callWithTwo(L, own, tag, value, tag2, value2);
  return given === -1 ? null : given !== NIL && (given !== BOOLEAN || exchange.value !== false);
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
