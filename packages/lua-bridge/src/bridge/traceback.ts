import { chunkOf, isLuaCall, lineOf, nearestLuaCall } from '../vm/native/position.js';
import type { CallInfo, LClosure, LuaState } from '../vm/values/types.js';

const LEVELS = 20;

/** Where a thread is: its innermost Lua call. Line 0 if it has none. */
export const innermost = (thread: LuaState): { chunk: string; line: number } => {
  const call = nearestLuaCall(thread.ci);
  return call === undefined ? { chunk: '', line: 0 } : { chunk: chunkOf(call), line: lineOf(call) };
};

/** The active calls of a thread, innermost first, at most 20. */
export const traceback = (thread: LuaState): string => {
  const lines: string[] = [];
  for (let ci: CallInfo | null = thread.ci; ci !== null && ci !== thread.base_ci; ci = ci.previous) {
    if (lines.length === LEVELS) {
      lines.push('...');
      break;
    }
    lines.push(isLuaCall(ci) ? luaLevel(ci) : '[host]: in a native function');
  }
  return lines.join('\n');
};

const luaLevel = (ci: CallInfo): string => {
  const { linedefined } = (ci.func.value as LClosure).p;
  const place = linedefined === 0 ? 'main chunk' : `function <${chunkOf(ci)}:${linedefined}>`;
  return `${chunkOf(ci)}:${lineOf(ci)}: in ${place}`;
};

/** Takes the position off a message that begins with one. */
export const splitPosition = (text: string): { chunk: string; line: number; reason: string } | undefined => {
  const [position, chunk = '', line = ''] = /^([^\n]*?):(\d+): /.exec(text) ?? [];
  return position === undefined ? undefined : { chunk, line: Number(line), reason: text.slice(position.length) };
};
