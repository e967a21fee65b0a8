import { lobject } from '../values/internals.js';
import { decode } from '../values/text.js';
import type { CallInfo, LClosure, LuaState } from '../values/types.js';

const IS_LUA = 2;
const ID_SIZE = 59;

/** Whether a call runs a Lua function. */
export const isLuaCall = (ci: CallInfo): boolean => (ci.callstatus & IS_LUA) !== 0;

/** Name of the chunk a Lua call runs, as messages show it. */
export const chunkOf = (ci: CallInfo): string =>
  decode(lobject.luaO_chunkid((ci.func.value as LClosure).p.source.realstring, ID_SIZE));

/** Line a Lua call is at. */
export const lineOf = (ci: CallInfo): number =>
  (ci.func.value as LClosure).p.lineinfo[Math.max(0, ci.l_savedpc - 1)] ?? 0;

/** The innermost Lua call at or below `from`, if any. */
export const nearestLuaCall = (from: CallInfo | null): CallInfo | undefined => {
  for (let ci = from; ci !== null; ci = ci.previous) if (isLuaCall(ci)) return ci;
  return undefined;
};

/** `script.lua:3: ` for the call `level` levels above the running one; empty for a native call. */
export const where = (L: LuaState, level: number): string => {
  let ci: CallInfo | null = L.ci;
  for (let i = 0; i < level && ci !== null; i++) ci = ci.previous;
  return ci !== null && isLuaCall(ci) ? `${chunkOf(ci)}:${lineOf(ci)}: ` : '';
};
