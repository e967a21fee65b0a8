import { beginCall } from '../calls/calls.js';
import { enterFrame, IS_FRESH, IS_LUA, IS_PROTECTED, IS_TAIL, openSlots } from '../calls/frames.js';
import { growStack } from '../calls/stack.js';
import { chargeComparison, isEqual, isLess, isLessOrEqual } from '../execute/compare.js';
import { pause, perform } from '../execute/execute.js';
import { rk } from '../execute/op.js';
import { replaceFrame } from '../execute/op-flow.js';
import { advance } from '../execute/op-for.js';
import type { Frame, LuaState } from '../state/lua-state.js';
import { ALL_RESULTS, YIELD } from '../state/status.js';
import type { Instruction, LuaFunction } from '../values/function.js';
import { OP } from '../values/opcodes.js';
import { equalStrings, type LuaString } from '../values/string.js';
import { LUA_FUNCTION, NIL } from '../values/tags.js';
import { assign, copy, NIL_VALUE, Value } from '../values/value.js';
import { exchange as S } from '../state/exchange.js';
import { DEEPEST } from './unit.js';

/*
 * What compiled code calls. A wait, or an error that a protected call above it catches, unwinds the JavaScript stack,
 * where registers of compiled code are: so it is held back here, the code that called puts its registers on the stack
 * and returns, and whoever entered it throws it on. False always means: leave for the interpreter.
 */

/* What was thrown, if the calls below must survive it. Anything else goes on its way. */
const holdBack = (L: LuaState, frame: Frame, thrown: unknown): unknown => {
  const { guard } = L;
  if (thrown === guard && guard !== null && (guard.status === YIELD || isCaught(L, frame))) return thrown;
  throw thrown;
};

/* Whether nothing was held unseen when memory was counted last. */
const isCounted = (L: LuaState): boolean => L.runtime.tier?.isUncounted === false;

const isCaught = (L: LuaState, frame: Frame): boolean => {
  for (let above: Frame | null = L.frame; above !== null && above !== frame; above = above.previous) {
    if ((above.flags & IS_PROTECTED) !== 0) return true;
  }
  return false;
};

/**
 * Does an instruction as the interpreter does: its operands are on the stack, or are put there first, each given as its
 * register, tag and value; the register is negative for what needs no place. Gives the place of its result; undefined
 * means: leave for the interpreter.
 */
export const op = (L: LuaState, frame: Frame, pc: number, ...operands: readonly unknown[]): Value | undefined => {
  const { base } = frame;
  const i = frame.code[pc] as Instruction;
  frame.pc = pc + 1;
  putAll(L, base, operands);
  try {
    perform(L, frame, i);
  } catch (thrown) {
    S.thrown = holdBack(L, frame, thrown);
    return undefined;
  }
  return isCounted(L) ? L.stack[base + i.A] : undefined;
};

const putAll = (L: LuaState, base: number, operands: readonly unknown[]): void => {
  for (let n = 0; n < operands.length; n += 3) {
    const register = operands[n] as number;
    if (register >= 0) assign(L.stack[base + register] as Value, operands[n + 1] as number, operands[n + 2]);
  }
};

/** The same for one with a result: gives its tag, and leaves its value in the exchange; -1: leave. */
export const result = (L: LuaState, frame: Frame, pc: number, ...operands: readonly unknown[]): number => {
  const place = op(L, frame, pc, ...operands);
  if (place === undefined) return -1;
  S.value = place.value;
  return place.type;
};

/** Looks whether the run may go on; the next instruction is at `pc`. */
export const turn = (L: LuaState, frame: Frame, pc: number): boolean => {
  frame.pc = pc;
  try {
    pause(L);
  } catch (thrown) {
    S.thrown = holdBack(L, frame, thrown);
    return false;
  }
  return isCounted(L);
};

/** Compares as the instruction at `pc` says, operands as for `op`; undefined means: leave for the interpreter. */
export const compare = (L: LuaState, frame: Frame, pc: number, ...operands: readonly unknown[]): boolean | undefined => {
  frame.pc = pc + 1;
  putAll(L, frame.base, operands);
  const i = frame.code[pc] as Instruction;
  const [a, b] = [rk(L, frame, i.B), rk(L, frame, i.C)];
  try {
    if (i.opcode === OP.EQ) return isEqual(L, a, b);
    return i.opcode === OP.LT ? isLess(L, a, b) : isLessOrEqual(L, a, b);
  } catch (thrown) {
    S.thrown = holdBack(L, frame, thrown);
    return undefined;
  }
};

/** Whether two strings are the same. */
export const isSame = (L: LuaState, a: unknown, b: unknown): boolean => {
  if (a === b) return true;
  const [x, y] = [a as LuaString, b as LuaString];
  chargeComparison(L, x, y);
  return equalStrings(x, y);
};

/** Takes a numeric `for` to its next round, if there is one. */
export const step = (L: LuaState, frame: Frame, pc: number): boolean =>
  advance(L, frame.base, frame.code[pc] as Instruction);

/** A place of its own with the same value. */
export const renew = ({ type, value }: Value): Value => new Value(type, value);

/** Enters the frame of a function that compiled code calls directly, with its first register at `base`. */
export const push = (L: LuaState, own: LuaFunction, base: number, wanted: number): Frame => {
  const { proto } = own;
  const top = base + proto.registers;
  makeRoom(L, base, top);
  const frame = enterFrame(L);
  frame.calleeIndex = base - 1;
  frame.wanted = wanted;
  frame.flags = IS_LUA;
  begin(L, frame, own, base, top);
  return frame;
};

/** Gives the frame of a function to another one that it calls as its last deed. */
export const replace = (L: LuaState, frame: Frame, own: LuaFunction): void => {
  const base = frame.calleeIndex + 1;
  const top = base + own.proto.registers;
  makeRoom(L, base, top);
  frame.flags |= IS_TAIL;
  begin(L, frame, own, base, top);
};

const makeRoom = (L: LuaState, base: number, top: number): void => {
  if (L.room <= top) growStack(L, top - base);
  if (L.stack[top - 1] !== undefined) return;
  // Slots are there from the bottom up.
  L.top = base;
  openSlots(L, top);
};

const begin = (L: LuaState, frame: Frame, own: LuaFunction, base: number, top: number): void => {
  const callee = L.stack[base - 1] as Value;
  callee.type = LUA_FUNCTION;
  callee.value = own;
  frame.callee = callee;
  frame.base = base;
  frame.top = top;
  frame.code = own.proto.code;
  frame.constants = own.proto.constants;
  frame.pc = 0;
  L.top = top;
};

/** Calls what is at `func` on the stack, below its arguments; its results are left there. */
export const call = (L: LuaState, frame: Frame, func: number, wanted: number, depth: number): boolean => {
  try {
    if (!beginCall(L, func, wanted) && !runCalled(L, depth)) return false;
  } catch (thrown) {
    S.thrown = holdBack(L, frame, thrown);
    return false;
  }
  if (wanted !== ALL_RESULTS) openSlots(L, frame.top);
  return isCounted(L);
};

/* Runs the call that has just begun: by compiled code if there is some, else by an interpreter above this one. */
const runCalled = (L: LuaState, depth: number): boolean => {
  const { frame } = L;
  const unit = L.runtime.tier?.find(L, frame, depth);
  if (unit === undefined) return interpret(L, depth);
  const own = frame.callee.value as LuaFunction;
  const value = unit(L, frame, own, frame.base, depth);
  if (S.tag === -1) return false;
  deliver(L, frame, value);
  return true;
};

/* What an interpreter between compiled calls weighs, and calls that may nest before compiled code leaves for it. */
const INTERPRETER_WEIGHT = 10;
const MOST_NESTING = 16;

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
export const tailCall = (L: LuaState, frame: Frame, pc: number, depth: number): boolean => {
  const { A } = frame.code[pc] as Instruction;
  const { flags } = frame;
  S.tag = -1;
  try {
    if (beginCall(L, frame.base + A, ALL_RESULTS)) return isCounted(L);
    replaceFrame(L, frame);
    const unit = L.runtime.tier?.find(L, frame, depth);
    if (unit !== undefined) S.value = unit(L, frame, frame.callee.value as LuaFunction, frame.base, depth);
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
export const first = (stack: readonly Value[], at: number): number => {
  const { type, value } = S.count > 0 ? (stack[at] as Value) : NIL_VALUE;
  S.value = value;
  return type;
};

/** Calls for one result, as `call`: gives its tag, and leaves its value in the exchange; -1: leave. */
export const callForOne = (L: LuaState, frame: Frame, func: number, depth: number): number => {
  if (!call(L, frame, func, 1, depth)) return -1;
  const { type, value } = L.stack[func] as Value;
  S.value = value;
  return type;
};

/** Puts as many results of a direct call on the stack as are wanted. */
export const fill = (stack: readonly Value[], at: number, wanted: number, value: unknown): void => {
  let { count } = S;
  if (S.tag >= 0) {
    assign(stack[at] as Value, S.tag, value);
    count = 1;
  }
  for (let n = count; n < wanted; n++) assign(stack[at + n] as Value, NIL, null);
};

/** Ends a call with results that are on the stack. */
export const giveBack = (L: LuaState, frame: Frame, from: number, count: number): void => {
  const { stack } = L;
  const target = frame.calleeIndex;
  for (let n = 0; n < count; n++) copy(stack[target + n] as Value, stack[from + n] as Value);
  L.frame = frame.previous as Frame;
  S.tag = -2;
  S.count = count;
};
