import { IS_LEQ, openSlots } from '../calls/call-info.js';
import { isFalsy } from '../native/frame.js';
import type { CallInfo, Instruction, LuaState, TValue } from '../values/types.js';
import { luaV_concat } from './vm-concat.js';

/* Opcodes that can be interrupted by a metamethod that waits (`lopcodes.js`). */
const GETTABUP = 6;
const GETTABLE = 7;
const SELF = 12;
const ADD = 13;
const BNOT = 26;
const LEN = 28;
const CONCAT = 29;
const EQ = 31;
const LE = 33;
const CALL = 36;
const TFORCALL = 41;

/** Ends the instruction that a wait interrupted: its metamethod's result is on top of the stack. */
export const luaV_finishOp = (L: LuaState): void => {
  const { ci } = L;
  const i = ci.l_code[ci.l_savedpc - 1] as Instruction;
  const op = i.opcode;
  if (op === GETTABUP || op === GETTABLE || op === SELF || (op >= ADD && op <= BNOT) || op === LEN) {
    (L.stack[ci.l_base + i.A] as TValue).setfrom(L.stack[--L.top] as TValue);
  } else if (op >= EQ && op <= LE) finishTest(L, ci, i);
  else if (op === CONCAT) finishConcat(L, ci, i);
  else if (op === TFORCALL || (op === CALL && i.C > 0)) openSlots(L, ci.top);
};

const finishTest = (L: LuaState, ci: CallInfo, i: Instruction): void => {
  let holds = !isFalsy(L.stack[--L.top] as TValue);
  if ((ci.callstatus & IS_LEQ) !== 0) {
    ci.callstatus ^= IS_LEQ;
    holds = !holds;
  }
  if (holds !== (i.A !== 0)) ci.l_savedpc++;
};

const finishConcat = (L: LuaState, ci: CallInfo, i: Instruction): void => {
  const top = L.top - 1;
  const left = top - 1 - (ci.l_base + i.B);
  (L.stack[top - 2] as TValue).setfrom(L.stack[top] as TValue);
  if (left > 1) {
    L.top = top - 1;
    luaV_concat(L, left);
  }
  (L.stack[ci.l_base + i.A] as TValue).setfrom(L.stack[L.top - 1] as TValue);
  openSlots(L, ci.top);
};
