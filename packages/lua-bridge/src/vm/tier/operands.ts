import type { Instruction, Prototype } from '../values/function.js';
import { isConstant, OP } from '../values/opcodes.js';

/*
 * What instructions read, write and lead to. Registers of results whose number is open (`f(g())`) lie on the stack and
 * are nobody's here.
 */

/** The instruction at a place of a function's code. */
export const at = (proto: Prototype, pc: number): Instruction => proto.code[pc] as Instruction;

const span = (first: number, count: number): number[] =>
  Array.from({ length: Math.max(0, count) }, (_, n) => first + n);

const registers = (...operands: number[]): number[] => operands.filter((operand) => !isConstant(operand));

/** Where the open results begin that the instruction at `pc` takes: with the call or `...` before it. */
const openStart = (proto: Prototype, pc: number): number => {
  for (let before = pc - 1; before >= 0; before--) {
    const { opcode, A, B, C } = at(proto, before);
    if ((opcode === OP.CALL && C === 0) || (opcode === OP.VARARG && B === 0)) return A;
    if (opcode === OP.TAILCALL) return A;
  }
  return 0;
};

/** Registers that an instruction takes from `first` on: `count` of them, or those up to the open results. */
export const taken = (proto: Prototype, pc: number, first: number, count: number): number[] =>
  span(first, count >= 0 ? count : openStart(proto, pc) - first);

/** Registers whose values the instruction at `pc` needs. */
export const reads = (proto: Prototype, pc: number): number[] => {
  const { opcode, A, B, C } = at(proto, pc);
  switch (opcode) {
    case OP.MOVE:
    case OP.UNM:
    case OP.BNOT:
    case OP.NOT:
    case OP.LEN:
    case OP.TESTSET:
      return [B];
    case OP.GETTABLE:
    case OP.SELF:
      return [B, ...registers(C)];
    case OP.GETTABUP:
      return registers(C);
    case OP.SETTABUP:
      return registers(B, C);
    case OP.SETUPVAL:
    case OP.TEST:
    case OP.TFORLOOP:
      return opcode === OP.TFORLOOP ? [A + 1] : [A];
    case OP.SETTABLE:
      return [A, ...registers(B, C)];
    case OP.CONCAT:
      return span(B, C - B + 1);
    case OP.CALL:
    case OP.TAILCALL:
      return taken(proto, pc, A, B === 0 ? -1 : B);
    case OP.RETURN:
      return taken(proto, pc, A, B === 0 ? -1 : B - 1);
    case OP.SETLIST:
      return taken(proto, pc, A, B === 0 ? -1 : B + 1);
    case OP.FORLOOP:
    case OP.FORPREP:
    case OP.TFORCALL:
      return span(A, 3);
    default:
      return (opcode >= OP.ADD && opcode <= OP.SHR) || (opcode >= OP.EQ && opcode <= OP.LE) ? registers(B, C) : [];
  }
};

/** Registers that the instruction at `pc` sets. */
export const writes = ({ opcode, A, B, C }: Instruction): number[] => {
  switch (opcode) {
    case OP.SETTABUP:
    case OP.SETUPVAL:
    case OP.SETTABLE:
    case OP.JMP:
    case OP.EQ:
    case OP.LT:
    case OP.LE:
    case OP.TEST:
    case OP.TESTSET:
    case OP.TAILCALL:
    case OP.RETURN:
    case OP.SETLIST:
    case OP.EXTRAARG:
      return [];
    case OP.LOADNIL:
      return span(A, B + 1);
    case OP.SELF:
      return [A, A + 1];
    case OP.CALL:
      return span(A, C - 1);
    case OP.VARARG:
      return span(A, B - 1);
    case OP.FORPREP:
      return span(A, 3);
    case OP.FORLOOP:
      return [A, A + 1, A + 3];
    case OP.TFORCALL:
      return span(A + 3, C);
    default:
      return [A];
  }
};

/** The same, with what it sets only where it jumps, and the first of open results: there may turn out to be one. */
export const mayWrite = (i: Instruction): number[] => {
  const { opcode, A, B, C } = i;
  const isOpen = (opcode === OP.CALL && C === 0) || (opcode === OP.VARARG && B === 0);
  return isOpen || opcode === OP.TESTSET ? [A] : writes(i);
};

/** Where the jump at `pc` leads. */
export const destination = (proto: Prototype, pc: number): number => pc + 1 + at(proto, pc).sBx;

/** Whether an instruction decides about the jump that follows it. */
export const isTest = ({ opcode }: Instruction): boolean =>
  opcode === OP.EQ || opcode === OP.LT || opcode === OP.LE || opcode === OP.TEST || opcode === OP.TESTSET;

/** Whether the instruction at `pc` has its argument in the one after it. */
const hasExtra = ({ opcode, C }: Instruction): boolean => opcode === OP.LOADKX || (opcode === OP.SETLIST && C === 0);

/** What may be executed after the instruction at `pc`. */
export const successors = (proto: Prototype, pc: number): number[] => {
  const i = at(proto, pc);
  if (isTest(i)) return [pc + 2, destination(proto, pc + 1)];
  if (hasExtra(i)) return [pc + 2];
  switch (i.opcode) {
    case OP.JMP:
    case OP.FORPREP:
      return [destination(proto, pc)];
    case OP.FORLOOP:
    case OP.TFORLOOP:
      return [pc + 1, destination(proto, pc)];
    case OP.LOADBOOL:
      return [i.C === 0 ? pc + 1 : pc + 2];
    case OP.RETURN:
      return [];
    default:
      return [pc + 1];
  }
};

/** Whether what is at `pc` belongs to the instruction before it: jump of a test, argument, end of a round. */
export const isArgument = (proto: Prototype, pc: number): boolean => {
  const before = proto.code[pc - 1];
  return before !== undefined && (isTest(before) || hasExtra(before) || before.opcode === OP.TFORCALL);
};
