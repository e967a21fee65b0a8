import { ldebug, ltm } from '../values/internals.js';
import { STRING } from '../values/tags.js';
import { decode, encode, luaString } from '../values/text.js';
import type { LuaState, Native, TString } from '../values/types.js';
import { arg, hasArg, push, pushBytes } from './frame.js';
import { nativeName } from './library.js';
import { where } from './position.js';

/** Raises the value on top of the stack as a Lua error. */
export const raiseTop = (L: LuaState): never => ldebug.luaG_errormsg(L);

/** Puts a text on the stack with the position of the Lua code `level` calls up in front, as errors have it. */
export const pushWithPosition = (L: LuaState, level: number, text: TString): number => {
  const position = encode(where(L, level));
  const bytes = new Uint8Array(position.length + text.realstring.length);
  L.l_G.runtime.budget.allocateString(bytes.length);
  bytes.set(position);
  bytes.set(text.realstring, position.length);
  return pushBytes(L, bytes);
};

/** Raises a text as a Lua error, with the position of the calling Lua code in front. */
export const raise = (L: LuaState, message: string): never => {
  L.l_G.runtime.budget.spend(message.length >> 4);
  push(L, STRING, luaString(where(L, 1) + message));
  return raiseTop(L);
};

/** Raises Lua's `bad argument` error for argument `n` of the running function. */
export const raiseArgument = (L: LuaState, n: number, problem: string): never => {
  const info = { i_ci: L.ci, name: null as Uint8Array | null, namewhat: null as Uint8Array | null };
  ldebug.lua_getinfo(L, NAME, info);
  const name = info.name === null ? (nativeName(L.ci.func.value as Native) ?? '?') : decode(info.name);
  const method = info.namewhat !== null && decode(info.namewhat) === 'method';
  if (method && n === 1) return raise(L, `calling '${name}' on bad self (${problem})`);
  return raise(L, `bad argument #${method ? n - 1 : n} to '${name}' (${problem})`);
};
const NAME = Uint8Array.of(110);

/** Raises Lua's error for an argument of the wrong type. */
export const raiseType = (L: LuaState, n: number, expected: string): never => {
  const got = hasArg(L, n) ? decode(ltm.luaT_objtypename(L, arg(L, n))) : 'no value';
  return raiseArgument(L, n, `${expected} expected, got ${got}`);
};
