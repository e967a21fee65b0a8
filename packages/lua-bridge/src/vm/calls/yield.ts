import type { LuaState } from '../state/lua-state.js';
import type { Continuation } from '../state/native.js';
import { WAITS, YIELD } from '../state/status.js';
import type { Value } from '../values/value.js';
import { raiseError, unwind } from './raise.js';

/**
 * Suspends the running native call with the `results` values on top; `proceed` runs when the thread is resumed. The
 * call is to return what this gives.
 */
export const suspendCall = (L: LuaState, results: number, context: unknown, proceed: Continuation | null): number => {
  const { frame } = L;
  if (L.barriers > 0) raiseError(L, 'attempt to yield across a native call boundary');
  L.status = YIELD;
  frame.saved = frame.calleeIndex;
  frame.proceed = proceed;
  frame.context = context;
  frame.calleeIndex = L.top - results - 1;
  frame.callee = L.stack[frame.calleeIndex] as Value;
  return WAITS;
};

/** Suspends the thread between two instructions of the running Lua function. */
export const suspendBetween = (L: LuaState): never => {
  L.status = YIELD;
  return unwind(L, YIELD);
};
