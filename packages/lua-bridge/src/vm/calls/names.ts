import type { Frame, LuaState } from '../state/lua-state.js';
import { keyOfEvent } from '../values/events.js';
import type { Instruction, LocalVariable, LuaFunction, Prototype } from '../values/function.js';
import { constantIndex, eventOf, isConstant, OP, setsRegister } from '../values/opcodes.js';
import { type LuaString, stringKey } from '../values/string.js';
import { STRING } from '../values/tags.js';
import type { Value } from '../values/value.js';
import { IS_TAIL } from './frames.js';
import { isLuaCall, protoOf } from './position.js';

/*
 * What messages call a value or a function: found by reading the code backwards for what put it there, as Lua does.
 * Names have one character per byte.
 */

/** How something is named: `global 'print'`, `field 'x'`, `method 'm'`. */
export interface Name {
  readonly kind: string;
  readonly name: string;
}

/** The name of a value that the running Lua function works on, if it has one. */
export const nameOperand = (L: LuaState, value: Value): Name | undefined => {
  const { frame } = L;
  if (!isLuaCall(frame)) return undefined;
  return nameUpvalue(frame, value) ?? nameSlot(L, frame, value);
};

/** The name by which the function of a call was called; undefined if that cannot be known. */
export const nameCallee = (frame: Frame): Name | undefined => {
  const caller = frame.previous;
  return (frame.flags & IS_TAIL) !== 0 || caller === null || !isLuaCall(caller) ? undefined : nameCalled(caller);
};

/** The name of what a Lua function calls where it is; undefined if that cannot be known. */
export const nameCalled = (caller: Frame): Name | undefined => {
  const proto = protoOf(caller);
  const pc = caller.pc - 1;
  const { opcode, A } = proto.code[pc] as Instruction;
  if (opcode === OP.CALL || opcode === OP.TAILCALL) return nameRegister(proto, pc, A);
  if (opcode === OP.TFORCALL) return { kind: 'for iterator', name: 'for iterator' };
  const event = eventOf(opcode);
  return event === undefined ? undefined : { kind: 'metamethod', name: keyOfEvent(event) };
};

const nameUpvalue = (frame: Frame, value: Value): Name | undefined => {
  const closure = frame.callee.value as LuaFunction;
  const index = closure.indexOf(value);
  return index < 0 ? undefined : { kind: 'upvalue', name: upvalueName(closure.proto, index) };
};

const nameSlot = (L: LuaState, frame: Frame, value: Value): Name | undefined => {
  for (let i = frame.base; i < frame.top; i++) {
    if (L.stack[i] === value) return nameRegister(protoOf(frame), frame.pc - 1, i - frame.base);
  }
  return undefined;
};

/* What a register holds before the instruction at `pc`. */
const nameRegister = (proto: Prototype, pc: number, register: number): Name | undefined => {
  const local = localName(proto, register, pc);
  if (local !== undefined) return { kind: 'local', name: local };
  const setter = findSetter(proto, pc, register);
  return setter < 0 ? undefined : nameResult(proto, setter);
};

/* What the instruction at `pc` puts into its register. */
const nameResult = (proto: Prototype, pc: number): Name | undefined => {
  const { opcode, A, B, C, Bx } = proto.code[pc] as Instruction;
  switch (opcode) {
    case OP.MOVE:
      return B < A ? nameRegister(proto, pc, B) : undefined;
    case OP.GETTABUP:
      return nameField(proto, pc, C, upvalueName(proto, B));
    case OP.GETTABLE:
      return nameField(proto, pc, C, localName(proto, B, pc));
    case OP.GETUPVAL:
      return { kind: 'upvalue', name: upvalueName(proto, B) };
    case OP.LOADK:
      return nameConstant(proto, Bx);
    case OP.LOADKX:
      return nameConstant(proto, (proto.code[pc + 1] as Instruction).Ax);
    case OP.SELF:
      return { kind: 'method', name: keyName(proto, pc, C) };
    default:
      return undefined;
  }
};

const nameField = (proto: Prototype, pc: number, key: number, table: string | undefined): Name => ({
  kind: table === '_ENV' ? 'global' : 'field',
  name: keyName(proto, pc, key),
});

const nameConstant = (proto: Prototype, index: number): Name | undefined => {
  const text = constantText(proto, index);
  return text === undefined ? undefined : { kind: 'constant', name: text };
};

/** The name that an operand of the instruction at `pc` gives a field; `?` if it is none. */
export const keyName = (proto: Prototype, pc: number, operand: number): string => {
  if (isConstant(operand)) return constantText(proto, constantIndex(operand)) ?? '?';
  const found = nameRegister(proto, pc, operand);
  return found?.kind === 'constant' ? found.name : '?';
};

const constantText = (proto: Prototype, index: number): string | undefined => {
  const { type, value } = proto.constants[index] as Value;
  return type === STRING ? stringKey(value as LuaString) : undefined;
};

/** The name of an upvalue; `?` if it is not known. */
export const upvalueName = (proto: Prototype, index: number): string => {
  const name = proto.upvalues[index]?.name;
  return name === undefined ? '?' : stringKey(name);
};

/** The local variables that are there at the instruction at `pc`, by register. */
export const localsAt = ({ locals }: Prototype, pc: number): readonly LocalVariable[] =>
  locals.filter(({ start, end }) => start <= pc && pc < end);

/** The local variable that a register holds at the instruction at `pc`, if any. */
export const findLocal = (proto: Prototype, register: number, pc: number): LocalVariable | undefined => {
  let left = register;
  for (const local of proto.locals) {
    if (local.start > pc) return undefined;
    if (pc < local.end && left-- === 0) return local;
  }
  return undefined;
};

const localName = (proto: Prototype, register: number, pc: number): string | undefined => {
  const local = findLocal(proto, register, pc);
  return local === undefined ? undefined : stringKey(local.name);
};

/** The last instruction before `end` that set a register; -1 if it is not known, as after a jump over it. */
export const findSetter = (proto: Prototype, end: number, register: number): number => {
  let setter = -1;
  let target = 0;
  for (let pc = 0; pc < end; pc++) {
    const instruction = proto.code[pc] as Instruction;
    if (instruction.opcode === OP.JMP) {
      const destination = pc + 1 + instruction.sBx;
      if (destination > pc && destination <= end) target = Math.max(target, destination);
    } else if (changes(instruction, register)) setter = pc < target ? -1 : pc;
  }
  return setter;
};

/** Whether an instruction sets a register. */
export const changes = ({ opcode, A, B }: Instruction, register: number): boolean => {
  switch (opcode) {
    case OP.LOADNIL:
      return register >= A && register <= A + B;
    case OP.TFORCALL:
      return register >= A + 2;
    case OP.CALL:
    case OP.TAILCALL:
      return register >= A;
    default:
      return register === A && setsRegister(opcode);
  }
};
