import { IS_LEQ, openSlots } from '../calls/frames.js';
import type { Frame, LuaState } from '../state/lua-state.js';
import type { Instruction } from '../values/function.js';
import { isArithmetic, OP } from '../values/opcodes.js';
import { copy, isFalsy, type Value } from '../values/value.js';
import { concatenate } from './concat.js';

/** Ends the instruction that a wait interrupted: its metamethod's result is on top of the stack. */
export const finishInstruction = (L: LuaState): void => {
  const { frame } = L;
  const i = frame.code[frame.pc - 1] as Instruction;
  switch (i.opcode) {
    // By far the most frequent.
    case OP.CALL:
      if (i.C > 0) openSlots(L, frame.top);
      break;
    case OP.EQ:
    case OP.LT:
    case OP.LE:
      finishTest(L, frame, i);
      break;
    case OP.CONCAT:
      finishConcat(L, frame, i);
      break;
    case OP.TFORCALL:
      openSlots(L, frame.top);
      break;
    default:
      if (givesResult(i.opcode)) copy(L.stack[frame.base + i.A] as Value, L.stack[--L.top] as Value);
  }
};

const givesResult = (opcode: number): boolean =>
  isArithmetic(opcode) || opcode === OP.GETTABUP || opcode === OP.GETTABLE || opcode === OP.SELF || opcode === OP.LEN;

const finishTest = (L: LuaState, frame: Frame, i: Instruction): void => {
  let holds = !isFalsy(L.stack[--L.top] as Value);
  if ((frame.flags & IS_LEQ) !== 0) {
    frame.flags ^= IS_LEQ;
    holds = !holds;
  }
  if (holds !== (i.A !== 0)) frame.pc++;
};

const finishConcat = (L: LuaState, frame: Frame, i: Instruction): void => {
  const top = L.top - 1;
  const left = top - 1 - (frame.base + i.B);
  copy(L.stack[top - 2] as Value, L.stack[top] as Value);
  if (left > 1) {
    L.top = top - 1;
    concatenate(L, left);
  }
  copy(L.stack[frame.base + i.A] as Value, L.stack[L.top - 1] as Value);
  openSlots(L, frame.top);
};
