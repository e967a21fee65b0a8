import { IS_FRESH } from '../calls/call-info.js';
import { yieldBetween } from '../calls/coroutines.js';
import { breathe } from '../state/breath.js';
import type { CallInfo, Instruction, LuaState } from '../values/types.js';
import type { Op } from './op.js';
import * as arith from './op-arith.js';
import * as flow from './op-flow.js';
import * as loop from './op-for.js';
import * as load from './op-load.js';
import * as table from './op-table.js';

const never: Op = () => {
  throw new Error('an extra argument was executed');
};

/* In the order of the opcodes (`lopcodes.js`). */
const ops: readonly Op[] = [
  load.move,
  load.loadk,
  load.loadkx,
  load.loadbool,
  load.loadnil,
  load.getupval,
  table.gettabup,
  table.gettable,
  table.settabup,
  load.setupval,
  table.settableOp,
  table.newtable,
  table.self,
  arith.add,
  arith.sub,
  arith.mul,
  arith.mod,
  arith.pow,
  arith.div,
  arith.idiv,
  arith.band,
  arith.bor,
  arith.bxor,
  arith.shl,
  arith.shr,
  arith.unm,
  arith.bnot,
  load.not,
  table.len,
  arith.concat,
  flow.jmp,
  flow.eq,
  flow.lt,
  flow.le,
  flow.test,
  flow.testset,
  flow.call,
  flow.tailcall,
  flow.ret,
  loop.forloop,
  loop.forprep,
  flow.tforcall,
  flow.tforloop,
  table.setlist,
  load.closure,
  load.vararg,
  never,
];

/** Runs the Lua function on top of the call stack, and what it calls, until it returns. */
export const luaV_execute = (L: LuaState): void => {
  let ci: CallInfo | null = L.ci;
  ci.callstatus |= IS_FRESH;
  const { budget } = L.l_G.runtime;
  do {
    if (--budget.left < 0) pause(L);
    const i = ci.l_code[ci.l_savedpc++] as Instruction;
    ci = (ops[i.opcode] as Op)(L, ci, i);
  } while (ci !== null);
};

/* Looks whether the run must end, and lets the event loop turn if it is time. */
const pause = (L: LuaState): void => {
  L.l_G.runtime.budget.check();
  if (breathe(L)) yieldBetween(L);
};
