import { lobject, lstate } from '../values/internals.js';
import { NIL } from '../values/tags.js';
import type { CallInfo, LuaState, TValue } from '../values/types.js';

/** Bits of `CallInfo.callstatus`, as in `lstate.js`. */
export const IS_LUA = 2;
export const IS_FRESH = 8;
export const IS_PROTECTED = 16;
export const IS_TAIL = 32;
export const IS_LEQ = 128;

const CALL_BYTES = 250;
const NO_CONSTANTS: TValue[] = [];

/** The record of the next call. Records are kept and used again; each knows its depth. */
export const nextCall = (L: LuaState): CallInfo => {
  const next = L.ci.next ?? newCall(L);
  L.ci = next;
  return next;
};

const newCall = (L: LuaState): CallInfo => {
  const { budget } = L.l_G;
  const depth = (L.ci.depth ?? 0) + 1;
  if (budget !== undefined && depth > budget.limits.callDepth) budget.exceed('callDepth', 'limit_call_depth', depth);
  budget?.allocate(CALL_BYTES);
  const ci = new lstate.CallInfo();
  ci.depth = depth;
  ci.extra = 0;
  ci.k = NO_CONSTANTS;
  ci.previous = L.ci;
  L.ci.next = ci;
  return ci;
};

/** Moves the top of the stack; slots that come into use hold nil. */
export const setTop = (L: LuaState, top: number): void => {
  const { stack } = L;
  for (let i = L.top; i < top; i++) {
    const slot = stack[i];
    if (slot === undefined) stack[i] = new lobject.TValue(NIL, null);
    else if (slot.type !== NIL) {
      slot.type = NIL;
      slot.value = null;
    }
  }
  L.top = top;
};

/** Sees that the slots of a frame exist; what they hold does not matter, code sets a register before it reads it. */
export const openSlots = (L: LuaState, top: number): void => {
  const { stack } = L;
  for (let i = L.top; i < top; i++) {
    if (stack[i] === undefined) stack[i] = new lobject.TValue(NIL, null);
  }
  L.top = top;
};
