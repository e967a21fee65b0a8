import { IS_FRESH, settle } from '../calls/frames.js';
import { suspendBetween } from '../calls/yield.js';
import { breathe } from '../state/breath.js';
import type { Frame, LuaState } from '../state/lua-state.js';
import { tidyStack } from '../state/tidy-stack.js';
import type { Instruction } from '../values/function.js';
import { OP } from '../values/opcodes.js';
import type { Op } from './op.js';
import * as arith from './op-arith.js';
import * as flow from './op-flow.js';
import * as loop from './op-for.js';
import * as load from './op-load.js';
import * as table from './op-table.js';
import { beginLua } from './warmth.js';

const OPS: Readonly<Record<keyof typeof OP, Op>> = {
  MOVE: load.move,
  LOADK: load.loadk,
  LOADKX: load.loadkx,
  LOADBOOL: load.loadbool,
  LOADNIL: load.loadnil,
  GETUPVAL: load.getupval,
  GETTABUP: table.gettabup,
  GETTABLE: table.gettable,
  SETTABUP: table.settabup,
  SETUPVAL: load.setupval,
  SETTABLE: table.settable,
  NEWTABLE: table.newtable,
  SELF: table.self,
  ADD: arith.add,
  SUB: arith.sub,
  MUL: arith.mul,
  MOD: arith.mod,
  POW: arith.pow,
  DIV: arith.div,
  IDIV: arith.idiv,
  BAND: arith.band,
  BOR: arith.bor,
  BXOR: arith.bxor,
  SHL: arith.shl,
  SHR: arith.shr,
  UNM: arith.unm,
  BNOT: arith.bnot,
  NOT: load.not,
  LEN: table.len,
  CONCAT: arith.concat,
  JMP: flow.jmp,
  EQ: flow.eq,
  LT: flow.lt,
  LE: flow.le,
  TEST: flow.test,
  TESTSET: flow.testset,
  CALL: flow.call,
  TAILCALL: flow.tailcall,
  RETURN: flow.ret,
  FORLOOP: loop.forloop,
  FORPREP: loop.forprep,
  TFORCALL: flow.tforcall,
  TFORLOOP: flow.tforloop,
  SETLIST: table.setlist,
  CLOSURE: load.closure,
  VARARG: load.vararg,
  EXTRAARG: () => {
    throw new Error('an extra argument was executed');
  },
};

const BY_OPCODE = (Object.keys(OP) as (keyof typeof OP)[]).map((name) => OPS[name]);

/** Runs the Lua function on top of the call stack, and what it calls, until it returns. */
export const execute = (L: LuaState): void => {
  let frame: Frame | null = L.frame;
  frame.flags |= IS_FRESH;
  if (frame.pc === 0) frame = beginLua(L, frame);
  const { budget } = L.runtime;
  while (frame !== null) {
    if (--budget.left < 0) pause(L);
    const i = frame.code[frame.pc++] as Instruction;
    frame = (BY_OPCODE[i.opcode] as Op)(L, frame, i);
  }
};

/** Executes one instruction. */
export const perform: Op = (L, frame, i) => (BY_OPCODE[i.opcode] as Op)(L, frame, i);

/* What calls that have returned left on the stack is let go, once memory has been counted. */
const tidy = (L: LuaState): void => {
  settle(L.frame);
  tidyStack(L);
};

/** Looks whether the run must end, and lets the event loop turn if it is time. */
export const pause = (L: LuaState): void => {
  if (L.isLittered) tidy(L);
  if (L.runtime.budget.checkOften() && breathe(L)) suspendBetween(L);
};
