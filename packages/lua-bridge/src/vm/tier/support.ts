import { chargeComparison, isEqual, isLess, isLessOrEqual } from '../execute/compare.js';
import { pause, perform } from '../execute/execute.js';
import { rk } from '../execute/op.js';
import { advance } from '../execute/op-for.js';
import { exchange as S } from '../state/exchange.js';
import type { Frame, LuaState } from '../state/lua-state.js';
import type { Instruction } from '../values/function.js';
import { OP } from '../values/opcodes.js';
import { equalStrings, type LuaString } from '../values/string.js';
import { assign, Value } from '../values/value.js';
import { holdBack, isCounted } from './hold-back.js';

/* Instructions that compiled code leaves to the interpreter's own means. False always means: leave for it. */

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
export const compare = (
  L: LuaState,
  frame: Frame,
  pc: number,
  ...operands: readonly unknown[]
): boolean | undefined => {
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
