import type { Frame, LuaState } from '../state/lua-state.js';
import { getHandler } from '../state/metatables.js';
import type { Continuation, Native, NativeClosure } from '../state/native.js';
import { ALL_RESULTS, HANDLER_ERROR, OK, WAITS, YIELD } from '../state/status.js';
import { EVENT } from '../values/events.js';
import type { LuaFunction, Prototype } from '../values/function.js';
import { LIGHT_NATIVE, LUA_FUNCTION, NATIVE_CLOSURE, NIL } from '../values/tags.js';
import { copy, isFunction, NIL_VALUE, Value } from '../values/value.js';
import { enterFrame, IS_LUA, IS_PROTECTED, openSlots, setTop } from './frames.js';
import { protect } from './protect.js';
import { raiseError, raiseOperandType, unwind } from './raise.js';
import { ensureStack, growStack } from './stack.js';

const MIN_STACK = 20;

/** Calls that may nest on the JavaScript stack. */
export const MAX_NESTING = 200;

/** Calls the function at `func` and runs it to its end. */
export const call = (L: LuaState, func: number, results: number): void => {
  if (++L.nesting >= MAX_NESTING) refuseNesting(L);
  if (!beginCall(L, func, results)) L.runtime.execute(L);
  L.nesting--;
};

/** Calls without allowing the callee to wait. */
export const callWithoutWait = (L: LuaState, func: number, results: number): void => {
  L.barriers++;
  call(L, func, results);
  L.barriers--;
};

/**
 * Calls the function below the top `args` values from a native function. If that is suspended meanwhile, the native
 * function goes on with `proceed`.
 */
export const callFrom = (L: LuaState, args: number, results: number, context: unknown, proceed: Continuation): void => {
  const { frame } = L;
  const func = L.top - args - 1;
  if (L.barriers === 0) {
    frame.proceed = proceed;
    frame.context = context;
    call(L, func, results);
  } else {
    callWithoutWait(L, func, results);
  }
  if (results === ALL_RESULTS && frame.top < L.top) frame.top = L.top;
};

/** The same, but an error is left on the stack and its status given back instead of going further. */
export const callProtected = (
  L: LuaState,
  args: number,
  results: number,
  context: unknown,
  proceed: Continuation,
): number => {
  const { frame } = L;
  const func = L.top - args - 1;
  const status =
    L.barriers > 0
      ? protect(L, callOnce, { func, results }, func)
      : callRecoverable(L, func, results, context, proceed);
  if (results === ALL_RESULTS && frame.top < L.top) frame.top = L.top;
  return status;
};

const callOnce = (L: LuaState, data: unknown): void => {
  const { func, results } = data as { func: number; results: number };
  callWithoutWait(L, func, results);
};

/* Errors of such a call are caught where the thread is resumed, so that it may be suspended meanwhile. */
const callRecoverable = (
  L: LuaState,
  func: number,
  results: number,
  context: unknown,
  proceed: Continuation,
): number => {
  const { frame } = L;
  frame.proceed = proceed;
  frame.context = context;
  frame.saved = func;
  frame.flags |= IS_PROTECTED;
  call(L, func, results);
  frame.flags &= ~IS_PROTECTED;
  return OK;
};

const refuseNesting = (L: LuaState): void => {
  if (L.nesting === MAX_NESTING) raiseError(L, 'stack overflow in native calls');
  else if (L.nesting >= MAX_NESTING + (MAX_NESTING >> 3)) unwind(L, HANDLER_ERROR);
};

/**
 * Starts a call. A native function runs to its end, which gives true; a Lua function is left to the interpreter. A wait
 * unwinds whoever called.
 */
export const beginCall = (L: LuaState, func: number, results: number): boolean => {
  const begun = startCall(L, func, results);
  if (begun === SUSPENDED) unwind(L, YIELD);
  return begun === ENDED;
};

/** How far a call is that was started: at its end, at the first instruction of a Lua function, or waiting. */
export const ENDED = 0;
export const ENTERED = 1;
export const SUSPENDED = 2;

/** The same for callers that leave nothing behind on the JavaScript stack: they are told of a wait. */
export const startCall = (L: LuaState, func: number, results: number): number => {
  const callee = L.stack[func] as Value;
  switch (callee.type) {
    case LUA_FUNCTION:
      enterLua(L, func, results, callee);
      return ENTERED;
    case LIGHT_NATIVE:
      return callNative(L, func, results, callee, callee.value as Native);
    case NATIVE_CLOSURE:
      return callNative(L, func, results, callee, (callee.value as NativeClosure).fn);
    default:
      insertCallHandler(L, func, callee);
      return startCall(L, func, results);
  }
};

/** Makes the frame of a Lua function that is called at `func`, and gives it. */
export const enterLua = (L: LuaState, func: number, results: number, callee: Value): Frame => {
  const { proto } = callee.value as LuaFunction;
  const size = proto.registers;
  if (L.room - L.top <= size) growStack(L, size);
  let base = func + 1;
  if (proto.isVararg) base = moveFixedArgs(L, proto, L.top - func - 1);
  else if (L.top < base + proto.parameters) setTop(L, base + proto.parameters);
  const frame = enterFrame(L);
  frame.calleeIndex = func;
  frame.wanted = results;
  frame.callee = callee;
  frame.base = base;
  frame.top = base + size;
  frame.code = proto.code;
  frame.constants = proto.constants;
  frame.pc = 0;
  frame.flags = IS_LUA;
  openSlots(L, base + size);
  return frame;
};

/* Fixed parameters go above the arguments, which stay below as the `...`. */
const moveFixedArgs = (L: LuaState, proto: Prototype, given: number): number => {
  const base = L.top;
  const first = base - given;
  for (let i = 0; i < proto.parameters; i++) {
    const from = i < given ? (L.stack[first + i] as Value) : NIL_VALUE;
    L.stack[L.top++] = new Value(from.type, from.value);
    if (i < given) L.stack[first + i] = new Value(NIL, null);
  }
  return base;
};

const callNative = (L: LuaState, func: number, results: number, callee: Value, fn: Native): number => {
  if (L.room - L.top <= MIN_STACK) growStack(L, MIN_STACK);
  const frame = enterFrame(L);
  frame.calleeIndex = func;
  frame.wanted = results;
  frame.callee = callee;
  frame.top = L.top + MIN_STACK;
  frame.flags = 0;
  frame.proceed = null;
  const count = fn(L);
  if (count === WAITS) return SUSPENDED;
  endCall(L, frame, L.top - count, count);
  return ENDED;
};

const insertCallHandler = (L: LuaState, func: number, callee: Value): void => {
  const handler = getHandler(L, callee, EVENT.CALL);
  if (!isFunction(handler)) raiseOperandType(L, callee, 'call');
  ensureStack(L, 1);
  for (let i = L.top; i > func; i--) L.stack[i] = L.stack[i - 1] as Value;
  L.top++;
  L.stack[func] = new Value(handler.type, handler.value);
};

/** Ends a call: its results go where the function was. True if their number was fixed. */
export const endCall = (L: LuaState, frame: Frame, first: number, count: number): boolean => {
  const { stack } = L;
  const { wanted, calleeIndex: target } = frame;
  L.frame = frame.previous as Frame;
  if (wanted === 1) {
    const result = stack[target] as Value;
    const given = count === 0 ? NIL_VALUE : (stack[first] as Value);
    result.type = given.type;
    result.value = given.value;
    L.top = target + 1;
    return true;
  }
  const moved = wanted === ALL_RESULTS ? count : Math.min(count, wanted);
  for (let i = 0; i < moved; i++) copy(stack[target + i] as Value, stack[first + i] as Value);
  L.top = target + moved;
  if (wanted === ALL_RESULTS) return false;
  if (moved < wanted) setTop(L, target + wanted);
  return true;
};
