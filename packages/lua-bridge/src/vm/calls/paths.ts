import type { LuaState } from '../state/lua-state.js';
import type { Instruction, LuaFunction, Prototype } from '../values/function.js';
import { OP } from '../values/opcodes.js';
import type { Value } from '../values/value.js';
import { changes, findLocal, findSetter, keyName, localsAt, upvalueName } from './names.js';
import { isLuaCall, protoOf } from './position.js';

/** From one local to the next, as in `local f = g`; scripts write no more. */
const MOST_STEPS = 20;

/**
 * The path from the globals by which a value came into a register or an upvalue of the running Lua function, such as
 * `io.open`, also by way of `local open = io and io.open`; undefined if the code does not say.
 */
export const tracePath = (L: LuaState, value: Value): string | undefined => {
  const { frame } = L;
  if (!isLuaCall(frame)) return undefined;
  const upvalue = (frame.callee.value as LuaFunction).indexOf(value);
  if (upvalue >= 0) return traceUpvalue(protoOf(frame), upvalue, MOST_STEPS);
  for (let i = frame.base; i < frame.top; i++) {
    if (L.stack[i] === value) return traceRegister(protoOf(frame), frame.pc - 1, i - frame.base, MOST_STEPS);
  }
  return undefined;
};

/* What a register holds before the instruction at `pc`; of a local variable, what it began with. */
const traceRegister = (proto: Prototype, pc: number, register: number, steps: number): string | undefined => {
  const local = findLocal(proto, register, pc);
  const setter = local === undefined ? findSetter(proto, pc, register) : findBeginning(proto, local.start, register);
  return setter < 0 || steps === 0 ? undefined : traceResult(proto, setter, steps - 1);
};

/* What a variable began with, by the last of its ways, as in `io and io.open`. */
const findBeginning = (proto: Prototype, start: number, register: number): number => {
  let pc = start - 1;
  while (pc >= 0 && !changes(proto.code[pc] as Instruction, register)) pc--;
  return pc;
};

const traceResult = (proto: Prototype, pc: number, steps: number): string | undefined => {
  const { opcode, B, C } = proto.code[pc] as Instruction;
  switch (opcode) {
    case OP.MOVE:
      return traceRegister(proto, pc, B, steps);
    case OP.GETUPVAL:
      return traceUpvalue(proto, B, steps);
    case OP.GETTABUP:
      return upvalueName(proto, B) === '_ENV'
        ? keyName(proto, pc, C)
        : join(traceUpvalue(proto, B, steps), keyName(proto, pc, C));
    case OP.GETTABLE:
    case OP.SELF:
      return join(traceRegister(proto, pc, B, steps), keyName(proto, pc, C));
    default:
      return undefined;
  }
};

const join = (path: string | undefined, name: string): string | undefined =>
  path === undefined ? undefined : `${path}.${name}`;

/* An upvalue is a local variable of a function around this one. */
const traceUpvalue = (proto: Prototype, index: number, steps: number): string | undefined => {
  const { outer, upvalues } = proto;
  const source = upvalues[index];
  if (outer === undefined || source === undefined || steps === 0) return undefined;
  if (!source.inRegister) return traceUpvalue(outer, source.index, steps - 1);
  const local = outer.locals.find(
    ({ name, start }) => name === source.name && registerAt(outer, start, name) === source.index,
  );
  return local === undefined ? undefined : traceRegister(outer, local.start, source.index, steps - 1);
};

const registerAt = (proto: Prototype, pc: number, name: unknown): number =>
  localsAt(proto, pc).findIndex((local) => local.name === name);
