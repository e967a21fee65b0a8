import { beginCall } from '../calls/calls.js';
import { IS_FRESH, IS_TAIL, occupy, openSlots, settle } from '../calls/frames.js';
import { replaceFrame } from '../execute/op-flow.js';
import { exchange as S } from '../state/exchange.js';
import type { Frame, LuaState } from '../state/lua-state.js';
import { ALL_RESULTS } from '../state/status.js';
import type { Instruction, LuaFunction } from '../values/function.js';
import { NIL } from '../values/tags.js';
import { assign, copy, NIL_VALUE, Value } from '../values/value.js';
import { holdBack, isCounted } from './hold-back.js';
import { DEEPEST, MOST_NESTING } from './unit.js';

/* Calls by compiled code. */

/** Gives the frame of a function, whose registers begin at `base`, to another one that it calls as its last deed. */
export const replace = (frame: Frame, own: LuaFunction, base: number): number => {
  const isSettled = frame.claimant === null;
  const first = isSettled ? frame.calleeIndex + 1 : base;
  if (isSettled) occupy(frame, own, first);
  else frame.claimant = own;
  frame.pc = 0;
  frame.flags |= IS_TAIL;
  return first;
};

/**
 * Calls what is at `func` on the stack, below its arguments; its results are left there. If one is wanted, gives its
 * tag, and leaves its value in the exchange as well; else 0. -1: leave.
 */
export const call = (frame: Frame, func: number, wanted: number, depth: number): number => {
  const { thread: L } = frame;
  L.frame = frame;
  try {
    if (!beginCall(L, func, wanted) && !runCalled(L, depth)) return -1;
  } catch (thrown) {
    S.thrown = holdBack(L, frame, thrown);
    return -1;
  }
  if (wanted !== ALL_RESULTS) openSlots(L, frame.top);
  if (!isCounted(L)) return -1;
  return wanted === 1 ? giveValue(L.stack[func] as Value) : 0;
};

const giveValue = ({ type, value }: Value): number => {
  S.value = value;
  return type;
};

/** Calls a function that is not on the stack yet, for the register `A`, with up to three arguments. */
export const callWith = (
  frame: Frame,
  A: number,
  wanted: number,
  depth: number,
  tag: number,
  value: unknown,
  tag1?: number,
  value1?: unknown,
  tag2?: number,
  value2?: unknown,
  tag3?: number,
  value3?: unknown,
): number => {
  settle(frame);
  const { thread: L, base } = frame;
  const { stack } = L;
  let at = base + A;
  assign(stack[at++] as Value, tag, value);
  if (tag1 !== undefined) assign(stack[at++] as Value, tag1, value1);
  if (tag2 !== undefined) assign(stack[at++] as Value, tag2, value2);
  if (tag3 !== undefined) assign(stack[at++] as Value, tag3, value3);
  L.top = at;
  return call(frame, base + A, wanted, depth);
};

/* Runs the call that has just begun: by compiled code if there is some, else by an interpreter above this one. */
const runCalled = (L: LuaState, depth: number): boolean => {
  const { frame } = L;
  const unit = L.runtime.tier?.find(L, frame, depth);
  if (unit === undefined) return interpret(L, depth);
  const own = frame.callee.value as LuaFunction;
  const value = unit(L.runtime.budget, frame, own, frame.base, depth);
  if (S.tag === -1) return false;
  L.frame = frame.previous as Frame;
  deliver(L, frame, value);
  return true;
};

/* What an interpreter between compiled calls weighs. */
const INTERPRETER_WEIGHT = 10;

/* Lets the interpreter run the call that has just begun to its end. False if too much would nest. */
const interpret = (L: LuaState, depth: number): boolean => {
  if (depth + INTERPRETER_WEIGHT >= DEEPEST || L.nesting >= MOST_NESTING) return false;
  const { depth: before } = S;
  S.depth = depth + INTERPRETER_WEIGHT;
  L.nesting++;
  try {
    L.runtime.execute(L);
  } finally {
    S.depth = before;
  }
  L.nesting--;
  return true;
};

/** Puts the results of compiled code where its caller, the interpreter, expects them. */
export const deliver = (L: LuaState, frame: Frame, value: unknown): void => {
  const { stack } = L;
  const { calleeIndex: target, wanted } = frame;
  let { count } = S;
  if (S.tag >= 0) {
    assign(stack[target] as Value, S.tag, value);
    count = 1;
  }
  if (wanted === ALL_RESULTS) {
    L.top = target + count;
    return;
  }
  for (let n = count; n < wanted; n++) assign((stack[target + n] ??= new Value(NIL, null)), NIL, null);
  L.top = target + wanted;
};

/**
 * Calls what is at the end of a function. True if that was a native one, whose results are on the stack; otherwise the
 * function has ended or been left, as the exchange says.
 */
export const tailCall = (frame: Frame, pc: number, depth: number): boolean => {
  const { thread: L } = frame;
  const { A } = frame.code[pc] as Instruction;
  const { flags } = frame;
  S.tag = -1;
  L.frame = frame;
  try {
    if (beginCall(L, frame.base + A, ALL_RESULTS)) return isCounted(L);
    replaceFrame(L, frame);
    const unit = L.runtime.tier?.find(L, frame, depth);
    if (unit !== undefined)
      S.value = unit(L.runtime.budget, frame, frame.callee.value as LuaFunction, frame.base, depth);
    else if (interpret(L, depth)) {
      // It is whoever entered the interpreter for the caller that knows whether it returns there.
      if ((flags & IS_FRESH) === 0) frame.flags &= ~IS_FRESH;
      S.tag = -2;
      S.count = L.top - frame.calleeIndex;
    }
  } catch (thrown) {
    S.tag = -1;
    S.thrown = holdBack(L, frame, thrown);
  }
  return false;
};

/** The first result of a direct call that has none or several: its tag, and its value in the exchange. */
export const first = (L: LuaState, at: number): number => giveValue(S.count > 0 ? (L.stack[at] as Value) : NIL_VALUE);

/** Puts as many results of a direct call on the stack as its caller wants. */
export const fill = (frame: Frame, at: number, wanted: number, value: unknown): void => {
  settle(frame);
  const { stack } = frame.thread;
  let { count } = S;
  if (S.tag >= 0) {
    assign(stack[at] as Value, S.tag, value);
    count = 1;
  }
  for (let n = count; n < wanted; n++) assign(stack[at + n] as Value, NIL, null);
};

/** Ends a call with results that are on the stack. */
export const giveBack = (frame: Frame, from: number, count: number): void => {
  const { thread: L } = frame;
  const { stack } = L;
  const target = frame.calleeIndex;
  for (let n = 0; n < count; n++) copy(stack[target + n] as Value, stack[from + n] as Value);
  L.frame = frame.previous as Frame;
  S.tag = -2;
  S.count = count;
};
