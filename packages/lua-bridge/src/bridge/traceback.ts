import { settle } from '../vm/calls/frames.js';
import { chunkOf, isLuaCall, lineOf, nearestLuaCall } from '../vm/calls/position.js';
import type { Frame, LuaState } from '../vm/state/lua-state.js';
import type { LuaFunction } from '../vm/values/function.js';

const LEVELS = 20;

/** Where a thread is: its innermost Lua call. Line 0 if it has none. */
export const findPlace = (thread: LuaState): { chunk: string; line: number } => {
  settle(thread.frame);
  const call = nearestLuaCall(thread.frame);
  return call === undefined ? { chunk: '', line: 0 } : { chunk: chunkOf(call), line: lineOf(call) };
};

/** The active calls of a thread, innermost first, at most 20. */
export const traceCalls = (thread: LuaState): string => {
  settle(thread.frame);
  const lines: string[] = [];
  for (let frame: Frame | null = thread.frame; frame !== null && frame !== thread.base; frame = frame.previous) {
    if (lines.length === LEVELS) {
      lines.push('...');
      break;
    }
    lines.push(isLuaCall(frame) ? describeCall(frame) : '[host]: in a native function');
  }
  return lines.join('\n');
};

const describeCall = (frame: Frame): string => {
  const { line } = (frame.callee.value as LuaFunction).proto;
  const place = line === 0 ? 'main chunk' : `function <${chunkOf(frame)}:${line}>`;
  return `${chunkOf(frame)}:${lineOf(frame)}: in ${place}`;
};

/** Takes the position off a message that begins with one. */
export const splitPosition = (text: string): { chunk: string; line: number; reason: string } | undefined => {
  const [position, chunk = '', line = ''] = /^([^\n]*?):(\d+): /.exec(text) ?? [];
  return position === undefined ? undefined : { chunk, line: Number(line), reason: text.slice(position.length) };
};
