import { Frame, type LuaState } from '../state/lua-state.js';
import { NIL } from '../values/tags.js';
import { assign, Value } from '../values/value.js';

/** Bits of a frame's `flags`: it runs a Lua function. */
export const IS_LUA = 2;
/** The interpreter was entered for it. */
export const IS_FRESH = 8;
/** It catches errors, and may be suspended meanwhile. */
export const IS_PROTECTED = 16;
/** It took its caller's place. */
export const IS_TAIL = 32;
/** Its call has been told of. */
export const IS_TRACED = 64;
/** It asks for `a <= b` by way of `b < a`. */
export const IS_LEQ = 128;

const CALL_BYTES = 100;

/** Makes the frame of the next call the running one. Frames are kept and used again; each knows its depth. */
export const enterFrame = (L: LuaState): Frame => {
  const next = L.frame.next ?? addFrame(L);
  L.frame = next;
  return next;
};

const addFrame = (L: LuaState): Frame => {
  const { budget } = L.runtime;
  const depth = L.frame.depth + 1;
  if (depth > budget.limits.callDepth) budget.exceed('callDepth', 'limit_call_depth', depth);
  budget.allocate(CALL_BYTES);
  const frame = new Frame(L, L.frame, depth);
  L.frame.next = frame;
  return frame;
};

/** Moves the top of the stack; slots that come into use hold nil. */
export const setTop = (L: LuaState, top: number): void => {
  const { stack } = L;
  for (let i = L.top; i < top; i++) {
    const slot = stack[i];
    if (slot === undefined) stack[i] = new Value(NIL, null);
    else if (slot.type !== NIL) assign(slot, NIL, null);
  }
  L.top = top;
};

/** Sees that the slots of a frame exist; what they hold does not matter, code sets a register before it reads it. */
export const openSlots = (L: LuaState, top: number): void => {
  const { stack } = L;
  for (let i = L.top; i < top; i++) {
    if (stack[i] === undefined) stack[i] = new Value(NIL, null);
  }
  L.top = top;
};

/** Gives the stack from a level on new places: closures keep the old ones as their upvalues. */
export const closeUpvalues = (L: LuaState, level: number): void => {
  const { stack } = L;
  for (let i = level; i < L.top; i++) {
    const old = stack[i] as Value;
    stack[i] = new Value(old.type, old.value);
  }
};
