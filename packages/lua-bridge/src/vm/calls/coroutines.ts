import { push } from '../native/frame.js';
import { ldebug, lfunc, lvm } from '../values/internals.js';
import { ERRRUN, MULTRET, OK, STRING, YIELD } from '../values/tags.js';
import { encode, luaString } from '../values/text.js';
import type { CallInfo, Continuation, LuaState, TValue } from '../values/types.js';
import { IS_LUA, IS_PROTECTED } from './call-info.js';
import { luaD_poscall, luaD_precall } from './calls.js';
import { luaD_rawrunprotected, luaD_throw, setError } from './protect.js';
import { luaD_shrinkstack } from './stack-size.js';

/* Suspending and resuming threads (`ldo.js`). */

const MAX_NATIVE_CALLS = 200;
const NO_YIELD = encode('attempt to yield across a native call boundary');

/* Ends a native call that was interrupted, through its continuation. */
const finishNative = (L: LuaState, status: number): void => {
  const { ci } = L;
  if ((ci.callstatus & IS_PROTECTED) !== 0) {
    ci.callstatus &= ~IS_PROTECTED;
    L.errfunc = ci.c_old_errfunc;
  }
  if (ci.nresults === MULTRET && ci.top < L.top) ci.top = L.top;
  const count = (ci.c_k as Continuation)(L, status, ci.c_ctx);
  luaD_poscall(L, ci, L.top - count, count);
};

/* Runs whatever calls an interruption left behind, down to the base of the thread. */
const unroll = (L: LuaState, status: unknown): void => {
  if (typeof status === 'number') finishNative(L, status);
  while (L.ci !== L.base_ci) {
    if ((L.ci.callstatus & IS_LUA) === 0) finishNative(L, YIELD);
    else {
      lvm.luaV_finishOp(L);
      lvm.luaV_execute(L);
    }
  }
};

/* The innermost interrupted `pcall` of a thread. */
const findProtected = (L: LuaState): CallInfo | undefined => {
  for (let ci: CallInfo | null = L.ci; ci !== null; ci = ci.previous) {
    if ((ci.callstatus & IS_PROTECTED) !== 0) return ci;
  }
  return undefined;
};

const recover = (L: LuaState, status: number): boolean => {
  const ci = findProtected(L);
  if (ci === undefined) return false;
  lfunc.luaF_close(L, ci.extra);
  setError(L, status, ci.extra);
  L.ci = ci;
  L.nny = 0;
  luaD_shrinkstack(L);
  L.errfunc = ci.c_old_errfunc;
  return true;
};

const begin = (L: LuaState, args: unknown): void => {
  if (!luaD_precall(L, L.top - (args as number) - 1, MULTRET)) lvm.luaV_execute(L);
};

const proceed = (L: LuaState, args: unknown): void => {
  const { ci } = L;
  let count = args as number;
  L.status = OK;
  if ((ci.callstatus & IS_LUA) !== 0) lvm.luaV_execute(L);
  else {
    ci.funcOff = ci.extra;
    ci.func = L.stack[ci.funcOff] as TValue;
    if (ci.c_k !== null) count = ci.c_k(L, YIELD, ci.c_ctx);
    luaD_poscall(L, ci, L.top - count, count);
  }
  unroll(L, undefined);
};

/** Starts or continues a thread with the `args` values on its top; gives OK, YIELD or the status of its error. */
export const lua_resume = (L: LuaState, from: LuaState | null, args: number): number => {
  L.nCcalls = from === null ? 1 : from.nCcalls + 1;
  if (L.nCcalls >= MAX_NATIVE_CALLS) return refuse(L, args);
  const { nny } = L;
  L.nny = 0;
  let status = luaD_rawrunprotected(L, L.status === OK ? begin : proceed, args);
  while (status > YIELD && recover(L, status)) status = luaD_rawrunprotected(L, unroll, status);
  if (status > YIELD) {
    L.status = status;
    setError(L, status, L.top);
    L.ci.top = L.top;
  }
  L.nny = nny;
  L.nCcalls--;
  return status;
};

const refuse = (L: LuaState, args: number): number => {
  L.top -= args;
  push(L, STRING, luaString('JS stack overflow'));
  return ERRRUN;
};

/** Suspends the running native call with the `results` values on top; `k` runs when the thread is resumed. */
export const lua_yieldk = (L: LuaState, results: number, context: unknown, k: Continuation | null): number => {
  const { ci } = L;
  if (L.nny > 0) ldebug.luaG_runerror(L, NO_YIELD);
  L.status = YIELD;
  ci.extra = ci.funcOff;
  ci.c_k = k;
  ci.c_ctx = context;
  ci.funcOff = L.top - results - 1;
  ci.func = L.stack[ci.funcOff] as TValue;
  return luaD_throw(L, YIELD);
};

/** Suspends the thread between two instructions of the running Lua function. */
export const yieldBetween = (L: LuaState): never => {
  L.status = YIELD;
  return luaD_throw(L, YIELD);
};

/** Whether the running code may suspend its thread. */
export const lua_isyieldable = (L: LuaState): boolean => L.nny === 0;
