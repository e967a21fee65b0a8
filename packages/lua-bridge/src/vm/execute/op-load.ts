import { openSlots } from '../calls/frames.js';
import { ensureStack } from '../calls/stack.js';
import type { Frame, LuaState } from '../state/lua-state.js';
import { LuaFunction, type Prototype, type UpvalueSource } from '../values/function.js';
import { BOOLEAN, LUA_FUNCTION, NIL } from '../values/tags.js';
import { assign, copy, isFalsy, type Value } from '../values/value.js';
import { type Op, ra, rb } from './op.js';

/* Instructions that put a value into a register or an upvalue. */

/** Values that one instruction copies for nothing. */
const FEW = 32;

/* Of one that shares none of its upvalues. */
const CLOSURE_BYTES = 56;
const UPVALUE_BYTES = 48;

/* The most frequent ones do without calls: code that runs once never gets so warm that an engine would inline them. */

export const move: Op = ({ stack }, frame, i) => {
  const { base } = frame;
  const to = stack[base + i.A] as Value;
  const from = stack[base + i.B] as Value;
  to.type = from.type;
  to.value = from.value;
  return frame;
};

export const loadk: Op = ({ stack }, frame, i) => {
  const to = stack[frame.base + i.A] as Value;
  const constant = frame.constants[i.Bx] as Value;
  to.type = constant.type;
  to.value = constant.value;
  return frame;
};

export const loadkx: Op = (L, frame, i) => {
  copy(ra(L, frame, i), frame.constants[frame.code[frame.pc++]?.Ax ?? 0] as Value);
  return frame;
};

export const loadbool: Op = (L, frame, i) => {
  assign(ra(L, frame, i), BOOLEAN, i.B !== 0);
  if (i.C !== 0) frame.pc++;
  return frame;
};

export const loadnil: Op = (L, frame, i) => {
  const first = frame.base + i.A;
  for (let j = first; j <= first + i.B; j++) assign(L.stack[j] as Value, NIL, null);
  return frame;
};

const closureOf = (frame: Frame): LuaFunction => frame.callee.value as LuaFunction;

export const getupval: Op = ({ stack }, frame, i) => {
  const { A, B } = i;
  const own = frame.callee.value as LuaFunction;
  const from = (B === 0 ? own.first : own.others[B - 1]) as Value;
  const to = stack[frame.base + A] as Value;
  to.type = from.type;
  to.value = from.value;
  return frame;
};

export const setupval: Op = (L, frame, i) => {
  copy(closureOf(frame).upvalue(i.B), ra(L, frame, i));
  return frame;
};

export const not: Op = (L, frame, i) => {
  assign(ra(L, frame, i), BOOLEAN, isFalsy(rb(L, frame, i)));
  return frame;
};

export const closure: Op = (L, frame, i) => {
  const own = closureOf(frame);
  const proto = own.proto.inner[i.Bx] as Prototype;
  assign(ra(L, frame, i), LUA_FUNCTION, reuseClosure(L, frame, own, proto) ?? makeClosure(L, frame, own, proto));
  return frame;
};

/* The closure made last, if its upvalues are the very ones a new one would get. */
const reuseClosure = (L: LuaState, frame: Frame, own: LuaFunction, proto: Prototype): LuaFunction | undefined => {
  const { made } = proto;
  if (made === undefined) return undefined;
  for (let n = 0; n < proto.upvalues.length; n++) {
    if (made.upvalue(n) !== findUpvalue(L, frame, own, proto.upvalues[n] as UpvalueSource)) return undefined;
  }
  return made;
};

const makeClosure = (L: LuaState, frame: Frame, own: LuaFunction, proto: Prototype): LuaFunction => {
  const count = proto.upvalues.length;
  L.runtime.budget.allocate(CLOSURE_BYTES + count * UPVALUE_BYTES);
  const find = (n: number): Value => findUpvalue(L, frame, own, proto.upvalues[n] as UpvalueSource);
  const made = new LuaFunction(proto, count > 0 ? find(0) : undefined, count > 1 ? findOthers(count, find) : undefined);
  proto.made = made;
  return made;
};

const findOthers = (count: number, find: (n: number) => Value): Value[] => {
  const others = new Array<Value>(count - 1);
  for (let n = 1; n < count; n++) others[n - 1] = find(n);
  return others;
};

const findUpvalue = (L: LuaState, frame: Frame, own: LuaFunction, { inRegister, index }: UpvalueSource): Value =>
  (inRegister ? L.stack[frame.base + index] : own.upvalue(index)) as Value;

export const vararg: Op = (L, frame, i) => {
  const given = Math.max(0, frame.base - frame.calleeIndex - closureOf(frame).proto.parameters - 1);
  const first = frame.base + i.A;
  let wanted = i.B - 1;
  if (wanted < 0) {
    wanted = given;
    // One instruction, but it copies them all.
    if (given > FEW) L.runtime.budget.spend(given >> 2);
    ensureStack(L, given);
    if (L.top < first + given) openSlots(L, first + given);
    L.top = first + given;
  }
  for (let j = 0; j < wanted; j++) {
    const target = L.stack[first + j] as Value;
    if (j < given) copy(target, L.stack[frame.base - given + j] as Value);
    else assign(target, NIL, null);
  }
  return frame;
};
