import { endCall, ENDED, ENTERED, enterLua, startCall, SUSPENDED } from '../calls/calls.js';
import { closeUpvalues, IS_FRESH, IS_TAIL, openSlots } from '../calls/frames.js';
import { exchange } from '../state/exchange.js';
import type { Frame, LuaState } from '../state/lua-state.js';
import { MOST_TAKEN, type Native, NO_SHORTCUT } from '../state/native.js';
import { ALL_RESULTS } from '../state/status.js';
import { CALLED_ITSELF, CALLED_LUA, CALLED_OTHER, type Instruction, type LuaFunction } from '../values/function.js';
import { CONSTANT } from '../values/opcodes.js';
import { BOOLEAN, INTEGER, LIGHT_NATIVE, LUA_FUNCTION, NIL } from '../values/tags.js';
import { assign, copy, isFalsy, NIL_VALUE, type Value } from '../values/value.js';
import { isEqual, isLess, isLessOrEqual } from './compare.js';
import { stepInPlace } from './iterate.js';
import { type Op, ra, rb } from './op.js';
import { beginLua, nextRound, nextRoundFrom } from './warmth.js';

/* Instructions that decide what runs next. */

export const jmp: Op = (L, frame, i) => {
  return jumpBy(L, frame, i, 0);
};

export const eq: Op = (L, frame, i) => {
  const { B, C } = i;
  const b = (B < CONSTANT ? L.stack[frame.base + B] : frame.constants[B - CONSTANT]) as Value;
  const c = (C < CONSTANT ? L.stack[frame.base + C] : frame.constants[C - CONSTANT]) as Value;
  return branch(L, frame, isEqual(L, b, c) === (i.A !== 0));
};

export const lt: Op = (L, frame, i) => {
  const { B, C } = i;
  const b = (B < CONSTANT ? L.stack[frame.base + B] : frame.constants[B - CONSTANT]) as Value;
  const c = (C < CONSTANT ? L.stack[frame.base + C] : frame.constants[C - CONSTANT]) as Value;
  if (b.type === INTEGER && c.type === INTEGER)
    return branch(L, frame, (b.value as number) < (c.value as number) === (i.A !== 0));
  return branch(L, frame, isLess(L, b, c) === (i.A !== 0));
};

export const le: Op = (L, frame, i) => {
  const { B, C } = i;
  const b = (B < CONSTANT ? L.stack[frame.base + B] : frame.constants[B - CONSTANT]) as Value;
  const c = (C < CONSTANT ? L.stack[frame.base + C] : frame.constants[C - CONSTANT]) as Value;
  if (b.type === INTEGER && c.type === INTEGER)
    return branch(L, frame, (b.value as number) <= (c.value as number) === (i.A !== 0));
  return branch(L, frame, isLessOrEqual(L, b, c) === (i.A !== 0));
};

export const test: Op = (L, frame, i) => {
  const { type, value } = L.stack[frame.base + i.A] as Value;
  return branch(L, frame, (type === NIL || (type === BOOLEAN && value === false)) === (i.C === 0));
};

export const testset: Op = (L, frame, i) => {
  const value = rb(L, frame, i);
  const holds = isFalsy(value) === (i.C === 0);
  if (holds) copy(ra(L, frame, i), value);
  return branch(L, frame, holds);
};

export const call: Op = (L, frame, i) => {
  const func = frame.base + i.A;
  const callee = L.stack[func] as Value;
  if (callee.type === LUA_FUNCTION) {
    i.met |= callee.value === frame.callee.value ? CALLED_ITSELF : CALLED_LUA;
    if (i.B !== 0) L.top = func + i.B;
    return beginLua(L, enterLua(L, func, i.C - 1, callee));
  }
  i.met |= CALLED_OTHER;
  if (callee.type === LIGHT_NATIVE && takeShortcut(L, func, callee, i)) return frame;
  if (i.B !== 0) L.top = func + i.B;
  const begun = startCall(L, func, i.C - 1);
  if (begun === ENTERED) return beginLua(L, L.frame);
  if (begun === SUSPENDED) return null;
  if (i.C > 0) openSlots(L, frame.top);
  return frame;
};

const kindOfCall = (frame: Frame, { type, value }: Value): number => {
  if (type !== LUA_FUNCTION) return CALLED_OTHER;
  return value === frame.callee.value ? CALLED_ITSELF : CALLED_LUA;
};

/* Does what a native function does in the usual case, without a frame; false where there is more to do. */
const takeShortcut = (L: LuaState, func: number, callee: Value, { B, C }: Instruction): boolean => {
  if (B === 0 || B - 1 > MOST_TAKEN || C === 0 || C - 1 > 1) return false;
  const { shortcut } = callee.value as Native;
  if (shortcut === undefined) return false;
  const { stack } = L;
  const a = B > 1 ? (stack[func + 1] as Value) : NIL_VALUE;
  const b = B > 2 ? (stack[func + 2] as Value) : NIL_VALUE;
  const c = B > 3 ? (stack[func + 3] as Value) : NIL_VALUE;
  const d = B > 4 ? (stack[func + 4] as Value) : NIL_VALUE;
  const tag = shortcut(L, B - 1, a.type, a.value, b.type, b.value, c.type, c.value, d.type, d.value);
  if (tag === NO_SHORTCUT) return false;
  if (C === 2) assign(callee, tag, exchange.value);
  return true;
};

export const tailcall: Op = (L, frame, i) => {
  const func = frame.base + i.A;
  i.met |= kindOfCall(frame, L.stack[func] as Value);
  if (i.B !== 0) L.top = func + i.B;
  const begun = startCall(L, func, ALL_RESULTS);
  if (begun !== ENTERED) return begun === ENDED ? frame : null;
  replaceFrame(L, frame);
  return beginLua(L, frame);
};

/** Puts the frame of the called function in place of its caller's. */
export const replaceFrame = (L: LuaState, caller: Frame): void => {
  const callee = L.frame;
  const closure = callee.callee.value as LuaFunction;
  if ((caller.callee.value as LuaFunction).proto.inner.length > 0) closeUpvalues(L, caller.base);
  const shift = callee.calleeIndex - caller.calleeIndex;
  const end = callee.base + closure.proto.parameters;
  for (let from = callee.calleeIndex; from < end; from++) copy(L.stack[from - shift] as Value, L.stack[from] as Value);
  caller.callee = L.stack[caller.calleeIndex] as Value;
  caller.base = callee.base - shift;
  caller.top = callee.top - shift;
  caller.code = callee.code;
  caller.pc = 0;
  caller.constants = callee.constants;
  caller.flags |= IS_TAIL;
  L.frame = caller;
  L.top = caller.top;
};

export const ret: Op = (L, frame, i) => {
  const first = frame.base + i.A;
  if ((frame.callee.value as LuaFunction).proto.inner.length > 0) closeUpvalues(L, frame.base);
  const fixed = endCall(L, frame, first, i.B !== 0 ? i.B - 1 : L.top - first);
  if ((frame.flags & IS_FRESH) !== 0) return null;
  if (fixed) openSlots(L, L.frame.top);
  return L.frame;
};

export const tforcall: Op = (L, frame, i) => {
  const compiled = nextRound(L, frame, -(frame.code[frame.pc] as Instruction).sBx);
  if (compiled !== undefined) return compiled;
  const base = frame.base + i.A;
  if (stepInPlace(L, base, i.C)) return frame;
  const target = base + 3;
  for (let n = 2; n >= 0; n--) copy(L.stack[target + n] as Value, L.stack[base + n] as Value);
  L.top = target + 3;
  const begun = startCall(L, target, i.C);
  if (begun === ENTERED) return beginLua(L, L.frame);
  if (begun === SUSPENDED) return null;
  openSlots(L, frame.top);
  return frame;
};

export const tforloop: Op = (L, frame, i) => {
  const control = L.stack[frame.base + i.A + 1] as Value;
  if (control.type !== NIL) {
    const kept = L.stack[frame.base + i.A] as Value;
    kept.type = control.type;
    kept.value = control.value;
    frame.pc += i.sBx;
  }
  return frame;
};

const jumpBy = (L: LuaState, frame: Frame, i: Instruction, extra: number): Frame | null => {
  if (i.A !== 0) closeUpvalues(L, frame.base + i.A - 1);
  frame.pc += i.sBx + extra;
  return i.sBx < 0 ? nextRoundFrom(L, frame, -i.sBx, frame.pc - i.sBx - 1) : frame;
};

/* A test is followed by a jump, taken if the test holds and skipped otherwise. */
const branch = (L: LuaState, frame: Frame, holds: boolean): Frame | null => {
  if (holds) {
    const jump = frame.code[frame.pc] as Instruction;
    if (jump.A !== 0 || jump.sBx < 0) return jumpBy(L, frame, jump, 1);
    frame.pc += jump.sBx;
  }
  frame.pc++;
  return frame;
};
