import { Frame, type LuaState } from '../state/lua-state.js';
import type { Instruction, LuaFunction } from '../values/function.js';
import { OP } from '../values/opcodes.js';
import { LUA_FUNCTION, NIL } from '../values/tags.js';
import { assign, Value } from '../values/value.js';
import { reachSlots } from './slots.js';

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
  const next = L.frame.next ?? addFrame(L.frame);
  next.claimant = null;
  L.frame = next;
  return next;
};

/**
 * The frame of the next call after that of its caller, for a compiled function that is called directly. It writes down
 * no more: few calls are ever asked about. Whoever calls otherwise than by an instruction for calls notes `base` and
 * `wanted`.
 */
export const claimFrame = (caller: Frame, own: LuaFunction): Frame => {
  const next = caller.next ?? addFrame(caller);
  next.claimant = own;
  next.flags = IS_LUA;
  next.pc = 0;
  return next;
};

/** Sees that a frame, and all below it, say what they are a call of, and have their registers on the stack. */
export const settle = (frame: Frame): void => {
  if (frame.claimant !== null) settleAll(frame);
};

/** Whether the caller of a function wants one result. */
export const wantsOne = (frame: Frame): boolean => {
  const i = frame.claimant === null ? undefined : callOf(frame.previous as Frame);
  return i === undefined ? frame.wanted === 1 : i.C === 2;
};

/* The call by which a frame that is claimed came about; undefined if it was no instruction for calls. */
const callOf = ({ claimant, flags, code, pc }: Frame): Instruction | undefined => {
  const i = (claimant === null ? code : claimant.proto.code)[pc - 1];
  return (flags & IS_LUA) !== 0 && i?.opcode === OP.CALL ? i : undefined;
};

const settleAll = (last: Frame): void => {
  let frame = last;
  for (let below = last.previous; below !== null && below.claimant !== null; below = below.previous) frame = below;
  for (;;) {
    const caller = frame.previous as Frame;
    const i = callOf(caller);
    if (i !== undefined) {
      frame.wanted = i.C - 1;
      frame.base = caller.base + i.A + 1;
    }
    occupy(frame, frame.claimant as LuaFunction, frame.base);
    if (frame === last) break;
    frame = frame.next as Frame;
  }
};

/** Gives a frame to a function whose registers begin at `base`. */
export const occupy = (frame: Frame, own: LuaFunction, base: number): void => {
  const { thread: L } = frame;
  const { proto } = own;
  const top = base + proto.registers;
  reachSlots(L, top);
  L.top = base;
  openSlots(L, top);
  const callee = L.stack[base - 1] as Value;
  callee.type = LUA_FUNCTION;
  callee.value = own;
  frame.claimant = null;
  frame.calleeIndex = base - 1;
  frame.callee = callee;
  frame.base = base;
  frame.top = top;
  frame.code = proto.code;
  frame.constants = proto.constants;
};

const addFrame = (caller: Frame): Frame => {
  const { thread: L } = caller;
  const { budget } = L.runtime;
  const depth = caller.depth + 1;
  L.frame = caller;
  if (depth > budget.limits.callDepth) budget.exceed('callDepth', 'limit_call_depth', depth);
  budget.allocate(CALL_BYTES);
  const frame = new Frame(L, caller, depth);
  caller.next = frame;
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
  // Slots are there from the bottom up.
  if (stack[top - 1] === undefined) for (let i = L.top; i < top; i++) stack[i] ??= new Value(NIL, null);
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
