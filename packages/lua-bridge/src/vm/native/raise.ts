import { nameCallee } from '../calls/names.js';
import { where } from '../calls/position.js';
import { unwind } from '../calls/raise.js';
import type { LuaState } from '../state/lua-state.js';
import { nameType } from '../state/metatables.js';
import type { Native } from '../state/native.js';
import { RUNTIME_ERROR } from '../state/status.js';
import { bytesOfLatin1, type LuaString } from '../values/string.js';
import { STRING } from '../values/tags.js';
import { decode, encode, luaString } from '../values/text.js';
import { arg, hasArg, push, pushBytes } from './frame.js';
import { nativeName } from './library.js';

/** Raises the value on top of the stack as a Lua error. */
export const raiseTop = (L: LuaState): never => unwind(L, RUNTIME_ERROR);

/** Puts a text on the stack with the position of the Lua code `level` calls up in front, as errors have it. */
export const pushWithPosition = (L: LuaState, level: number, text: LuaString): number => {
  const position = encode(where(L, level));
  const bytes = new Uint8Array(position.length + text.bytes.length);
  L.runtime.budget.allocateString(bytes.length);
  bytes.set(position);
  bytes.set(text.bytes, position.length);
  return pushBytes(L, bytes);
};

/** Raises a text as a Lua error, with the position of the calling Lua code in front. */
export const raise = (L: LuaState, message: string): never => {
  L.runtime.budget.spend(message.length >> 4);
  push(L, STRING, luaString(where(L, 1) + message));
  return raiseTop(L);
};

/** Raises Lua's `bad argument` error for argument `n` of the running function. */
export const raiseArgument = (L: LuaState, n: number, problem: string): never => {
  const found = nameCallee(L.frame);
  const name =
    found === undefined ? (nativeName(L.frame.callee.value as Native) ?? '?') : decode(bytesOfLatin1(found.name));
  if (found?.kind !== 'method') return raise(L, `bad argument #${n} to '${name}' (${problem})`);
  if (n === 1) return raise(L, `calling '${name}' on bad self (${problem})`);
  return raise(L, `bad argument #${n - 1} to '${name}' (${problem})`);
};

/** Raises Lua's error for an argument of the wrong type. */
export const raiseType = (L: LuaState, n: number, expected: string): never => {
  const got = hasArg(L, n) ? decode(bytesOfLatin1(nameType(L, arg(L, n)))) : 'no value';
  return raiseArgument(L, n, `${expected} expected, got ${got}`);
};
