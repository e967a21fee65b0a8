import { openSlots } from '../calls/call-info.js';
import { luaD_checkstack } from '../calls/stack-size.js';
import { isFalsy } from '../native/frame.js';
import { lobject } from '../values/internals.js';
import { BOOLEAN, LUA_FUNCTION, NIL } from '../values/tags.js';
import type { CallInfo, LClosure, LuaState, Proto, TValue } from '../values/types.js';
import { assign, copy, type Op, ra, rb } from './op.js';

/** Values that one instruction copies for nothing. */
const FEW = 32;

/* Instructions that put a value into a register or an upvalue. */

const CLOSURE_BYTES = 150;
const UPVALUE_BYTES = 50;

export const move: Op = (L, ci, i) => {
  copy(ra(L, ci, i), rb(L, ci, i));
  return ci;
};

export const loadk: Op = (L, ci, i) => {
  copy(ra(L, ci, i), ci.k[i.Bx] as TValue);
  return ci;
};

export const loadkx: Op = (L, ci, i) => {
  copy(ra(L, ci, i), ci.k[ci.l_code[ci.l_savedpc++]?.Ax ?? 0] as TValue);
  return ci;
};

export const loadbool: Op = (L, ci, i) => {
  assign(ra(L, ci, i), BOOLEAN, i.B !== 0);
  if (i.C !== 0) ci.l_savedpc++;
  return ci;
};

export const loadnil: Op = (L, ci, i) => {
  const first = ci.l_base + i.A;
  for (let j = first; j <= first + i.B; j++) assign(L.stack[j] as TValue, NIL, null);
  return ci;
};

const closureOf = (ci: CallInfo): LClosure => ci.func.value as LClosure;

export const getupval: Op = (L, ci, i) => {
  copy(ra(L, ci, i), closureOf(ci).upvals[i.B] as TValue);
  return ci;
};

export const setupval: Op = (L, ci, i) => {
  copy(closureOf(ci).upvals[i.B] as TValue, ra(L, ci, i));
  return ci;
};

export const not: Op = (L, ci, i) => {
  assign(ra(L, ci, i), BOOLEAN, isFalsy(rb(L, ci, i)));
  return ci;
};

export const closure: Op = (L, ci, i) => {
  const own = closureOf(ci);
  const proto = own.p.p[i.Bx] as Proto;
  assign(ra(L, ci, i), LUA_FUNCTION, cached(L, ci, own, proto) ?? newClosure(L, ci, own, proto));
  return ci;
};

const upvalue = (
  L: LuaState,
  ci: CallInfo,
  own: LClosure,
  { instack, idx }: { instack: boolean; idx: number },
): TValue => (instack ? L.stack[ci.l_base + idx] : own.upvals[idx]) as TValue;

/* The closure made last, if its upvalues are the very ones a new one would get. */
const cached = (L: LuaState, ci: CallInfo, own: LClosure, proto: Proto): LClosure | null => {
  const { cache } = proto;
  if (cache === null) return null;
  for (let n = 0; n < proto.upvalues.length; n++) {
    const wanted = upvalue(L, ci, own, proto.upvalues[n] as Proto['upvalues'][number]);
    if (cache.upvals[n] !== wanted) return null;
  }
  return cache;
};

const newClosure = (L: LuaState, ci: CallInfo, own: LClosure, proto: Proto): LClosure => {
  const count = proto.upvalues.length;
  L.l_G.budget?.allocate(CLOSURE_BYTES + count * UPVALUE_BYTES);
  const made = new lobject.LClosure(L, count);
  made.p = proto;
  made.mark = 0;
  for (let n = 0; n < count; n++) made.upvals[n] = upvalue(L, ci, own, proto.upvalues[n] as Proto['upvalues'][number]);
  proto.cache = made;
  return made;
};

export const vararg: Op = (L, ci, i) => {
  const given = Math.max(0, ci.l_base - ci.funcOff - closureOf(ci).p.numparams - 1);
  const first = ci.l_base + i.A;
  let wanted = i.B - 1;
  if (wanted < 0) {
    wanted = given;
    // One instruction, but it copies them all.
    if (given > FEW) L.l_G.budget?.spend(given >> 2);
    luaD_checkstack(L, given);
    if (L.top < first + given) openSlots(L, first + given);
    L.top = first + given;
  }
  for (let j = 0; j < wanted; j++) {
    const target = L.stack[first + j] as TValue;
    if (j < given) copy(target, L.stack[ci.l_base - given + j] as TValue);
    else assign(target, NIL, null);
  }
  return ci;
};
