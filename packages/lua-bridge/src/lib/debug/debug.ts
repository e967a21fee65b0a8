import { optInteger, optString, toStringValue } from '../../vm/native/arguments.js';
import { arg, hasArg, push, pushNil, pushTable, pushValue } from '../../vm/native/frame.js';
import type { Library } from '../../vm/native/library.js';
import { raiseArgument, raiseType } from '../../vm/native/raise.js';
import type { Frame, LuaState } from '../../vm/state/lua-state.js';
import { toInteger } from '../../vm/values/number.js';
import { NIL, STRING, THREAD } from '../../vm/values/tags.js';
import { decode, luaString } from '../../vm/values/text.js';
import { isFunction } from '../../vm/values/value.js';
import { createInfo } from './info.js';
import { writeTraceback } from './traceback.js';

/* The part of `debug` that only looks, and sees no more than a script may know: no locals, no upvalues, no hooks. */

/* The thread that is asked about, and how many arguments that took. */
const readThread = (L: LuaState): { thread: LuaState; shift: number } => {
  const first = arg(L, 1);
  return first.type === THREAD ? { thread: first.value as LuaState, shift: 1 } : { thread: L, shift: 0 };
};

/* The call `level` levels up in a thread; undefined above its first. */
const findFrame = (thread: LuaState, level: number): Frame | undefined => {
  if (level < 0) return undefined;
  let frame: Frame = thread.frame;
  for (let i = 0; i < level && frame !== thread.base; i++) frame = frame.previous as Frame;
  return frame === thread.base ? undefined : frame;
};

const traceback = (L: LuaState): number => {
  const { thread, shift } = readThread(L);
  const message = arg(L, 1 + shift);
  const text = toStringValue(L, message);
  if (text === undefined && message.type !== NIL) return pushValue(L, message);
  const from = findFrame(thread, optInteger(L, 2 + shift, thread === L ? 1 : 0));
  const trace = writeTraceback(thread, from);
  const whole = text === undefined ? trace : `${decode(text.bytes)}\n${trace}`;
  L.runtime.budget.allocateString(whole.length);
  return push(L, STRING, luaString(whole));
};

const getinfo = (L: LuaState): number => {
  const { thread, shift } = readThread(L);
  const about = arg(L, 1 + shift);
  const what = decode(optString(L, 2 + shift, 'flnStu'));
  if (isFunction(about)) {
    if (/[^SlnrutLf]/.test(what)) return raiseArgument(L, 2 + shift, 'invalid option');
    return pushTable(L, createInfo(L, what, about, undefined));
  }
  const level = hasArg(L, 1 + shift) ? toInteger(about) : false;
  if (level === false) return raiseType(L, 1 + shift, 'number');
  const frame = findFrame(thread, Number(level));
  if (frame === undefined) return pushNil(L);
  if (/[^SlnrutLf]/.test(what)) return raiseArgument(L, 2 + shift, 'invalid option');
  return pushTable(L, createInfo(L, what, frame.callee, frame));
};

/** `debug.traceback` and `debug.getinfo`. */
export const debugLibrary: Library = { traceback, getinfo };
