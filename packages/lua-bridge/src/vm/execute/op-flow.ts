import { IS_FRESH, IS_TAIL, openSlots } from '../calls/call-info.js';
import { luaD_call, luaD_poscall, luaD_precall } from '../calls/calls.js';
import { isFalsy } from '../native/frame.js';
import { lfunc } from '../values/internals.js';
import { INTEGER, MULTRET, NIL } from '../values/tags.js';
import type { CallInfo, Instruction, LClosure, LuaState, TValue } from '../values/types.js';
import { copy, type Op, ra, rb, rk } from './op.js';
import { luaV_equalobj, luaV_lessequal, luaV_lessthan } from './vm-compare.js';

/* Instructions that decide what runs next. */

const jumpBy = (L: LuaState, ci: CallInfo, i: Instruction, extra: number): void => {
  if (i.A !== 0) lfunc.luaF_close(L, ci.l_base + i.A - 1);
  ci.l_savedpc += i.sBx + extra;
};

/* A test is followed by a jump, taken if the test holds and skipped otherwise. */
const branch = (L: LuaState, ci: CallInfo, holds: boolean): CallInfo => {
  if (holds) jumpBy(L, ci, ci.l_code[ci.l_savedpc] as Instruction, 1);
  else ci.l_savedpc++;
  return ci;
};

export const jmp: Op = (L, ci, i) => {
  jumpBy(L, ci, i, 0);
  return ci;
};

export const eq: Op = (L, ci, i) => branch(L, ci, luaV_equalobj(L, rk(L, ci, i.B), rk(L, ci, i.C)) === i.A);

export const lt: Op = (L, ci, i) => {
  const b = rk(L, ci, i.B);
  const c = rk(L, ci, i.C);
  if (b.type === INTEGER && c.type === INTEGER)
    return branch(L, ci, (b.value as number) < (c.value as number) === (i.A !== 0));
  return branch(L, ci, luaV_lessthan(L, b, c) === i.A);
};

export const le: Op = (L, ci, i) => {
  const b = rk(L, ci, i.B);
  const c = rk(L, ci, i.C);
  if (b.type === INTEGER && c.type === INTEGER)
    return branch(L, ci, (b.value as number) <= (c.value as number) === (i.A !== 0));
  return branch(L, ci, luaV_lessequal(L, b, c) === i.A);
};

export const test: Op = (L, ci, i) => branch(L, ci, isFalsy(ra(L, ci, i)) === (i.C === 0));

export const testset: Op = (L, ci, i) => {
  const value = rb(L, ci, i);
  const holds = isFalsy(value) === (i.C === 0);
  if (holds) copy(ra(L, ci, i), value);
  return branch(L, ci, holds);
};

export const call: Op = (L, ci, i) => {
  const func = ci.l_base + i.A;
  if (i.B !== 0) L.top = func + i.B;
  if (!luaD_precall(L, func, i.C - 1)) return L.ci;
  if (i.C > 0) openSlots(L, ci.top);
  return ci;
};

export const tailcall: Op = (L, ci, i) => {
  const func = ci.l_base + i.A;
  if (i.B !== 0) L.top = func + i.B;
  if (luaD_precall(L, func, MULTRET)) return ci;
  replaceFrame(L, ci);
  return ci;
};

/* Puts the frame of the called function in place of its caller's. */
const replaceFrame = (L: LuaState, caller: CallInfo): void => {
  const callee = L.ci;
  const closure = callee.func.value as LClosure;
  if ((caller.func.value as LClosure).p.p.length > 0) lfunc.luaF_close(L, caller.l_base);
  const shift = callee.funcOff - caller.funcOff;
  const end = callee.l_base + closure.p.numparams;
  for (let from = callee.funcOff; from < end; from++) copy(L.stack[from - shift] as TValue, L.stack[from] as TValue);
  caller.func = L.stack[caller.funcOff] as TValue;
  caller.l_base = callee.l_base - shift;
  caller.top = callee.top - shift;
  caller.l_code = callee.l_code;
  caller.l_savedpc = 0;
  caller.k = callee.k;
  caller.callstatus |= IS_TAIL;
  L.ci = caller;
  L.top = caller.top;
};

export const ret: Op = (L, ci, i) => {
  const first = ci.l_base + i.A;
  if ((ci.func.value as LClosure).p.p.length > 0) lfunc.luaF_close(L, ci.l_base);
  const fixed = luaD_poscall(L, ci, first, i.B !== 0 ? i.B - 1 : L.top - first);
  if ((ci.callstatus & IS_FRESH) !== 0) return null;
  if (fixed) openSlots(L, L.ci.top);
  return L.ci;
};

export const tforcall: Op = (L, ci, i) => {
  const base = ci.l_base + i.A;
  const target = base + 3;
  for (let n = 2; n >= 0; n--) copy(L.stack[target + n] as TValue, L.stack[base + n] as TValue);
  L.top = target + 3;
  luaD_call(L, target, i.C);
  openSlots(L, ci.top);
  return ci;
};

export const tforloop: Op = (L, ci, i) => {
  const control = L.stack[ci.l_base + i.A + 1] as TValue;
  if (control.type !== NIL) {
    copy(ra(L, ci, i), control);
    ci.l_savedpc += i.sBx;
  }
  return ci;
};
