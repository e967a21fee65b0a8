import { IS_TAIL } from '../../vm/calls/frames.js';
import { nameCallee } from '../../vm/calls/names.js';
import { chunkOf, isLuaCall, lineOf, protoOf } from '../../vm/calls/position.js';
import { nativeName } from '../../vm/native/library.js';
import type { Frame, LuaState } from '../../vm/state/lua-state.js';
import type { Native } from '../../vm/state/native.js';
import { bytesOfLatin1 } from '../../vm/values/string.js';
import { LIGHT_NATIVE } from '../../vm/values/tags.js';
import { decode, textOf } from '../../vm/values/text.js';
import type { Value } from '../../vm/values/value.js';

/* Of more calls than both, those in between are left out. */
const FIRST = 10;
const LAST = 11;

/** The calls of a thread from one on, innermost first, as Lua's `traceback` writes them. */
export const writeTraceback = (thread: LuaState, from: Frame | undefined): string => {
  const frames: Frame[] = [];
  for (let frame = from; frame !== undefined && frame !== thread.base; frame = frame.previous as Frame) {
    frames.push(frame);
    thread.runtime.budget.spend(1);
  }
  const shown = frames.length > FIRST + LAST ? [...frames.slice(0, FIRST), undefined, ...frames.slice(-LAST)] : frames;
  const lines = shown.map((frame) => (frame === undefined ? '\n\t...' : describeCall(thread, frame)));
  return `stack traceback:${lines.join('')}`;
};

const describeCall = (thread: LuaState, frame: Frame): string => {
  const place = isLuaCall(frame) ? `${chunkOf(frame)}:${lineOf(frame)}` : '[C]';
  const tail = (frame.flags & IS_TAIL) === 0 ? '' : '\n\t(...tail calls...)';
  return `\n\t${place}: in ${nameFunction(thread, frame)}${tail}`;
};

const nameFunction = (thread: LuaState, frame: Frame): string => {
  const known = nameGlobal(thread, frame.callee);
  if (known !== undefined) return `function '${known}'`;
  const name = nameCallee(frame);
  if (name !== undefined) return `${name.kind} '${decode(bytesOfLatin1(name.name))}'`;
  if (!isLuaCall(frame)) return '?';
  const { line } = protoOf(frame);
  return line === 0 ? 'main chunk' : `function <${chunkOf(frame)}:${line}>`;
};

/* The name of a function of the libraries, or of one that is a global variable. */
const nameGlobal = (thread: LuaState, { type, value }: Value): string | undefined => {
  if (type === LIGHT_NATIVE) return nativeName(value as Native);
  const { globals, budget } = thread.runtime;
  const { layout, slots } = globals;
  for (const [n, filed] of layout.filed.entries()) {
    budget.spend(1);
    if (slots[n * 2 + 1] === value && typeof filed === 'string') return textOf(layout.stringAt(n));
  }
  return undefined;
};
