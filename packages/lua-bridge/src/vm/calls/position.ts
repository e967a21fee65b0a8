import type { Frame, LuaState } from '../state/lua-state.js';
import type { LuaFunction, Prototype } from '../values/function.js';
import { bytesOfLatin1, latin1 } from '../values/string.js';
import { decode } from '../values/text.js';
import { IS_LUA, settle } from './frames.js';

/** Whether a call runs a Lua function. */
export const isLuaCall = (frame: Frame): boolean => (frame.flags & IS_LUA) !== 0;

/** Code of the Lua function a call runs. */
export const protoOf = (frame: Frame): Prototype => (frame.callee.value as LuaFunction).proto;

/** Name of the chunk a Lua call runs, as messages show it. */
export const chunkOf = (frame: Frame): string => decode(shortenChunkName(protoOf(frame).source.bytes));

/** Line a Lua call is at. */
export const lineOf = (frame: Frame): number => protoOf(frame).lines[Math.max(0, frame.pc - 1)] ?? 0;

/** The innermost Lua call at or below `from`, if any. */
export const nearestLuaCall = (from: Frame | null): Frame | undefined => {
  for (let frame = from; frame !== null; frame = frame.previous) if (isLuaCall(frame)) return frame;
  return undefined;
};

/** `script.lua:3: ` for the call `level` levels above the running one; empty for a native call. */
export const where = (L: LuaState, level: number): string => {
  settle(L.frame);
  let frame: Frame | null = L.frame;
  for (let i = 0; i < level && frame !== null; i++) frame = frame.previous;
  return frame !== null && isLuaCall(frame) ? `${chunkOf(frame)}:${lineOf(frame)}: ` : '';
};

const LONGEST = 59;
const DOTS = '...';
const AROUND = '[string ""]';

/**
 * The name of a chunk as messages show it, at most 59 bytes: of `=text` the beginning, of `@file` the end, and of a
 * source its first line in `[string "…"]`.
 */
export const shortenChunkName = (name: Uint8Array): Uint8Array => {
  const text = latin1(name);
  return bytesOfLatin1(text.startsWith('=') ? text.slice(1, LONGEST + 1) : shorten(text));
};

const shorten = (text: string): string => {
  if (text.startsWith('@')) return text.length <= LONGEST ? text.slice(1) : DOTS + text.slice(DOTS.length - LONGEST);
  const room = LONGEST - AROUND.length - DOTS.length;
  const line = text.split('\n', 1)[0] as string;
  return line === text && text.length < room ? `[string "${text}"]` : `[string "${line.slice(0, room)}${DOTS}"]`;
};
