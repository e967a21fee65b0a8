import { isFunction } from '../native/frame.js';
import { ldebug, ldo, lobject, lvm } from '../values/internals.js';
import { LIGHT_NATIVE, LUA_FUNCTION, MULTRET, NATIVE_CLOSURE, NIL } from '../values/tags.js';
import { encode } from '../values/text.js';
import type { CallInfo, CClosure, LClosure, LuaState, Native, Proto, TValue } from '../values/types.js';
import { IS_LUA, nextCall, openSlots, setTop } from './call-info.js';
import { metamethod } from './metamethod.js';
import { luaD_checkstack, luaD_growstack } from './stack-size.js';

/* Calls (`ldo.js`), without the deletion of stack slots that takes a quarter of fengari's time. */

const MIN_STACK = 20;
const MAX_NATIVE_CALLS = 200;
const CALL = 23;
const TO_CALL = encode('call');
const NATIVE_OVERFLOW = encode('stack overflow in native calls');

/** Starts a call. A native function runs to its end, which gives true; a Lua function is left to the VM. */
export const luaD_precall = (L: LuaState, func: number, results: number): boolean => {
  const callee = L.stack[func] as TValue;
  switch (callee.type) {
    case LUA_FUNCTION:
      enterLua(L, func, results, callee);
      return false;
    case LIGHT_NATIVE:
      callNative(L, func, results, callee, callee.value as Native);
      return true;
    case NATIVE_CLOSURE:
      callNative(L, func, results, callee, (callee.value as CClosure).f);
      return true;
    default:
      insertCallHandler(L, func, callee);
      return luaD_precall(L, func, results);
  }
};

const enterLua = (L: LuaState, func: number, results: number, callee: TValue): void => {
  const proto = (callee.value as LClosure).p;
  const size = proto.maxstacksize;
  if (L.stack_last - L.top <= size) luaD_growstack(L, size);
  let base = func + 1;
  if (proto.is_vararg) base = moveFixedArgs(L, proto, L.top - func - 1);
  else if (L.top < base + proto.numparams) setTop(L, base + proto.numparams);
  const ci = nextCall(L);
  ci.funcOff = func;
  ci.nresults = results;
  ci.func = callee;
  ci.l_base = base;
  ci.top = base + size;
  ci.l_code = proto.code;
  ci.k = proto.k;
  ci.l_savedpc = 0;
  ci.callstatus = IS_LUA;
  openSlots(L, ci.top);
};

/* Fixed parameters go above the arguments, which stay below as the `...`. */
const moveFixedArgs = (L: LuaState, proto: Proto, given: number): number => {
  const base = L.top;
  const first = base - given;
  for (let i = 0; i < proto.numparams; i++) {
    const from = i < given ? (L.stack[first + i] as TValue) : lobject.luaO_nilobject;
    L.stack[L.top++] = new lobject.TValue(from.type, from.value);
    if (i < given) L.stack[first + i] = new lobject.TValue(NIL, null);
  }
  return base;
};

const callNative = (L: LuaState, func: number, results: number, callee: TValue, fn: Native): void => {
  if (L.stack_last - L.top <= MIN_STACK) luaD_growstack(L, MIN_STACK);
  const ci = nextCall(L);
  ci.funcOff = func;
  ci.nresults = results;
  ci.func = callee;
  ci.top = L.top + MIN_STACK;
  ci.callstatus = 0;
  ci.c_k = null;
  const count = fn(L);
  luaD_poscall(L, ci, L.top - count, count);
};

const insertCallHandler = (L: LuaState, func: number, callee: TValue): void => {
  const handler = metamethod(L, callee, CALL);
  if (!isFunction(handler)) ldebug.luaG_typeerror(L, callee, TO_CALL);
  luaD_checkstack(L, 1);
  for (let i = L.top; i > func; i--) L.stack[i] = L.stack[i - 1] as TValue;
  L.top++;
  L.stack[func] = new lobject.TValue(handler.type, handler.value);
};

/** Ends a call: its results go where the function was. True if their number was fixed. */
export const luaD_poscall = (L: LuaState, ci: CallInfo, first: number, count: number): boolean => {
  const { stack } = L;
  const wanted = ci.nresults;
  const target = ci.funcOff;
  L.ci = ci.previous as CallInfo;
  if (wanted === 1) {
    const result = stack[target] as TValue;
    if (count === 0) setNil(result);
    else result.setfrom(stack[first] as TValue);
    L.top = target + 1;
    return true;
  }
  const moved = wanted === MULTRET ? count : Math.min(count, wanted);
  for (let i = 0; i < moved; i++) (stack[target + i] as TValue).setfrom(stack[first + i] as TValue);
  L.top = target + moved;
  if (wanted === MULTRET) return false;
  if (moved < wanted) setTop(L, target + wanted);
  return true;
};

const setNil = (value: TValue): void => {
  value.type = NIL;
  value.value = null;
};

/** Calls the function at `func` and runs it to its end. */
export const luaD_call = (L: LuaState, func: number, results: number): void => {
  if (++L.nCcalls >= MAX_NATIVE_CALLS) nativeOverflow(L);
  if (!luaD_precall(L, func, results)) lvm.luaV_execute(L);
  L.nCcalls--;
};

const nativeOverflow = (L: LuaState): void => {
  if (L.nCcalls === MAX_NATIVE_CALLS) ldebug.luaG_runerror(L, NATIVE_OVERFLOW);
  else if (L.nCcalls >= MAX_NATIVE_CALLS + (MAX_NATIVE_CALLS >> 3)) ldo.luaD_throw(L, 6);
};

/** Calls without allowing the callee to wait. */
export const luaD_callnoyield = (L: LuaState, func: number, results: number): void => {
  L.nny++;
  luaD_call(L, func, results);
  L.nny--;
};
