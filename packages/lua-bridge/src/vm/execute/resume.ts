import { endCall, ENTERED, MAX_NESTING, startCall } from '../calls/calls.js';
import { closeUpvalues, IS_LUA, IS_PROTECTED } from '../calls/frames.js';
import { placeError, runGuarded } from '../calls/protect.js';
import { shrinkStack } from '../calls/stack.js';
import type { Frame, LuaState } from '../state/lua-state.js';
import type { Continuation } from '../state/native.js';
import { ALL_RESULTS, OK, RUNTIME_ERROR, WAITS, YIELD } from '../state/status.js';
import { STRING } from '../values/tags.js';
import { luaString } from '../values/text.js';
import { Value } from '../values/value.js';
import { finishInstruction } from './finish-instruction.js';
import { noteWait } from './warmth.js';

/** Starts or continues a thread with the `args` values on its top; gives OK, YIELD or the status of its error. */
export const resumeThread = (L: LuaState, from: LuaState | null, args: number): number => {
  L.nesting = from === null ? 1 : from.nesting + 1;
  if (L.nesting >= MAX_NESTING) return refuse(L, args);
  const { barriers } = L;
  L.barriers = 0;
  let status = runGuarded(L, advance, args);
  while (status > YIELD && recover(L, status)) status = runGuarded(L, unroll, status);
  if (status === OK) status = L.status;
  if (status > YIELD) {
    L.status = status;
    placeError(L, status, L.top);
    L.frame.top = L.top;
  }
  L.barriers = barriers;
  L.nesting--;
  return status;
};

const refuse = (L: LuaState, args: number): number => {
  L.top -= args;
  L.stack[L.top++] = new Value(STRING, luaString('JS stack overflow'));
  return RUNTIME_ERROR;
};

/* What follows ends without unwinding where a call waits: the thread's status then says so. */

const advance = (L: LuaState, args: unknown): void => {
  if (L.status === OK) begin(L, args as number);
  else proceed(L, args as number);
};

const begin = (L: LuaState, args: number): void => {
  if (startCall(L, L.top - args - 1, ALL_RESULTS) === ENTERED) L.runtime.interpret(L);
};

const proceed = (L: LuaState, args: number): void => {
  const { frame } = L;
  let count = args;
  L.status = OK;
  if ((frame.flags & IS_LUA) !== 0) L.runtime.interpret(L);
  else {
    frame.calleeIndex = frame.saved;
    frame.callee = L.stack[frame.calleeIndex] as Value;
    if (frame.proceed !== null) count = frame.proceed(L, YIELD, frame.context);
    if (count !== WAITS) endCall(L, frame, L.top - count, count);
  }
  unroll(L, undefined);
};

/* Runs whatever calls an interruption left behind, down to the base of the thread. */
const unroll = (L: LuaState, status: unknown): void => {
  if (typeof status === 'number') finishNative(L, status);
  while (L.status !== YIELD && L.frame !== L.base) {
    if ((L.frame.flags & IS_LUA) === 0) finishNative(L, YIELD);
    else {
      finishInstruction(L);
      noteWait(L, L.frame);
      L.runtime.interpret(L);
    }
  }
};

/* Ends a native call that was interrupted, through its continuation. */
const finishNative = (L: LuaState, status: number): void => {
  const { frame } = L;
  frame.flags &= ~IS_PROTECTED;
  if (frame.wanted === ALL_RESULTS && frame.top < L.top) frame.top = L.top;
  const count = (frame.proceed as Continuation)(L, status, frame.context);
  if (count !== WAITS) endCall(L, frame, L.top - count, count);
};

const recover = (L: LuaState, status: number): boolean => {
  const frame = findProtected(L);
  if (frame === undefined) return false;
  closeUpvalues(L, frame.saved);
  placeError(L, status, frame.saved);
  L.frame = frame;
  L.barriers = 0;
  shrinkStack(L);
  return true;
};

/* The innermost interrupted protected call of a thread. */
const findProtected = (L: LuaState): Frame | undefined => {
  for (let frame: Frame | null = L.frame; frame !== null; frame = frame.previous) {
    if ((frame.flags & IS_PROTECTED) !== 0) return frame;
  }
  return undefined;
};
