import { chargeComparison, isEqual, isLess, isLessOrEqual } from '../execute/compare.js';
import { perform } from '../execute/execute.js';
import { rk } from '../execute/op.js';
import { advance } from '../execute/op-for.js';
import { exchange as S } from '../state/exchange.js';
import type { Frame, LuaState } from '../state/lua-state.js';
import type { Instruction } from '../values/function.js';
import { isConstant, OP } from '../values/opcodes.js';
import { equalStrings, type LuaString } from '../values/string.js';
import { FLOAT, INTEGER, kindOf, TABLE } from '../values/tags.js';
import { assign, Value } from '../values/value.js';
import { operateByCompiled } from './handler-call.js';
import { holdBack, isCounted } from './hold-back.js';
import { prepare } from './turn.js';

/* Instructions that compiled code leaves to the interpreter's own means. False always means: leave for it. */

/**
 * Does an instruction as the interpreter does: its operands are on the stack, or are put there first, each given as its
 * register, tag and value. Gives the place of its result; undefined means: leave for the interpreter.
 */
export const op = (frame: Frame, pc: number, ...operands: readonly unknown[]): Value | undefined => {
  prepare(frame);
  for (let n = 0; n < operands.length; n += 3)
    putOperand(frame, operands[n] as number, operands[n + 1] as number, operands[n + 2]);
  return performAt(frame, pc);
};

/** The same for one whose operands are on the stack, up to its top if it takes open results. */
export const performAt = (frame: Frame, pc: number): Value | undefined => {
  const { thread } = frame;
  const i = frame.code[pc] as Instruction;
  thread.frame = frame;
  frame.pc = pc + 1;
  try {
    perform(thread, frame, i);
  } catch (thrown) {
    S.thrown = holdBack(thread, frame, thrown);
    return undefined;
  }
  return isCounted(thread) ? thread.stack[frame.base + i.A] : undefined;
};

/**
 * The same for one whose operands B and C are given as tag and value, in this order; constants need not be given.
 * Gives the tag of its result, and leaves its value in the exchange; -1: leave.
 */
export const result = (frame: Frame, pc: number, ...operands: readonly unknown[]): number => {
  prepare(frame);
  putOperands(frame, pc, operands);
  if ((operands[0] === TABLE || operands[2] === TABLE) && isBinary((frame.code[pc] as Instruction).opcode)) {
    const tag = operateByCompiled(frame, pc);
    if (tag !== undefined) return tag;
  }
  const place = performAt(frame, pc);
  if (place === undefined) return -1;
  S.value = place.value;
  return place.type;
};

/** The same for a sum, difference or product, with both operands: numbers of kinds that it seldom has. */
export const reckon = (
  opcode: number,
  frame: Frame,
  pc: number,
  tag: number,
  a: unknown,
  tag2: number,
  b: unknown,
): number => {
  if (typeof a === 'number' && typeof b === 'number' && kindOf(tag) === FLOAT && kindOf(tag2) === FLOAT) {
    const found = opcode === OP.ADD ? a + b : opcode === OP.SUB ? a - b : a * b;
    const isInteger = tag === INTEGER && tag2 === INTEGER;
    // Adding zero turns the negative zero of 0 * -1 into an integer's only zero.
    S.value = isInteger ? found + 0 : found;
    if (!isInteger) return FLOAT;
    if (Number.isSafeInteger(found)) return INTEGER;
  }
  return result(frame, pc, tag, a, tag2, b);
};

const isBinary = (opcode: number): boolean => opcode >= OP.ADD && opcode <= OP.SHR;

/** Puts a value on the stack. */
export const put = ({ thread: { stack } }: Frame, at: number, tag: number, value: unknown): void => {
  assign(stack[at] as Value, tag, value);
};

/** Puts an operand into its place on the stack, if it is a register. */
export const putOperand = (frame: Frame, x: number, tag: number, value: unknown): void => {
  if (!isConstant(x)) put(frame, frame.base + x, tag, value);
};

const putOperands = (frame: Frame, pc: number, operands: readonly unknown[]): void => {
  if (operands.length === 0) return;
  const { B, C } = frame.code[pc] as Instruction;
  putOperand(frame, isConstant(B) ? C : B, operands[0] as number, operands[1]);
  if (operands.length > 2) putOperand(frame, C, operands[2] as number, operands[3]);
};

/** Compares as the instruction at `pc` says, operands as for `result`; undefined means: leave for the interpreter. */
export const compare = (frame: Frame, pc: number, ...operands: readonly unknown[]): boolean | undefined => {
  const { thread } = frame;
  prepare(frame);
  frame.pc = pc + 1;
  putOperands(frame, pc, operands);
  const i = frame.code[pc] as Instruction;
  const [a, b] = [rk(thread, frame, i.B), rk(thread, frame, i.C)];
  try {
    if (i.opcode === OP.EQ) return isEqual(thread, a, b);
    return i.opcode === OP.LT ? isLess(thread, a, b) : isLessOrEqual(thread, a, b);
  } catch (thrown) {
    S.thrown = holdBack(thread, frame, thrown);
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
export const step = (frame: Frame, pc: number): boolean =>
  advance(frame.thread, frame.base, frame.code[pc] as Instruction);

/** A place of its own with the same value. */
export const renew = ({ type, value }: Value): Value => new Value(type, value);
