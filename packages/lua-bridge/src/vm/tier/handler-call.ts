import { rk } from '../execute/op.js';
import { exchange } from '../state/exchange.js';
import type { Frame } from '../state/lua-state.js';
import { getBinaryHandler } from '../state/metatables.js';
import type { Instruction, LuaFunction } from '../values/function.js';
import { eventOfArithmetic } from '../values/opcodes.js';
import { LUA_FUNCTION } from '../values/tags.js';
import { assign, type Value } from '../values/value.js';
import { callWithTwo, endAbove } from './call-with-two.js';
import { holdBack, isCounted } from './hold-back.js';
import { MOST_NESTING } from './unit.js';

/**
 * Does arithmetic of two operands, which are on the stack, by their handler, if that is compiled: gives the tag of its
 * result, and leaves the value in the exchange; -1: leave for the interpreter. Undefined if it is not.
 */
export const operateByCompiled = (frame: Frame, pc: number): number | undefined => {
  const { thread: L, base } = frame;
  const { opcode, A, B, C } = frame.code[pc] as Instruction;
  const [a, b] = [rk(L, frame, B), rk(L, frame, C)];
  const handler = getBinaryHandler(L, a, b, eventOfArithmetic(opcode));
  const own = handler.value as LuaFunction;
  if (handler.type !== LUA_FUNCTION || own.proto.direct === undefined || L.nesting > MOST_NESTING) return undefined;
  frame.pc = pc + 1;
  const tag = callWithTwo(L, own, a.type, a.value, b.type, b.value);
  if (tag !== -1) return tag;
  if (exchange.thrown !== undefined) return -1;
  try {
    endAbove(L, frame);
  } catch (thrown) {
    exchange.thrown = holdBack(L, frame, thrown);
    return -1;
  }
  const result = L.stack[--L.top] as Value;
  assign(L.stack[base + A] as Value, result.type, result.value);
  exchange.value = result.value;
  return isCounted(L) ? result.type : -1;
};
