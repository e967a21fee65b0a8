import { lobject } from '../values/internals.js';
import { newString } from '../values/string-hash.js';
import { BOOLEAN, FLOAT, INTEGER, LIGHT_NATIVE, NIL, STRING, TABLE } from '../values/tags.js';
import type { LuaState, LuaTable, Native, TValue } from '../values/types.js';

/*
 * What a native function does with its frame: read arguments, push results.
 * Straight on the stack, because the C-style API spends most of its time on checks.
 */

/** Number of arguments of the running native function. */
export const argCount = (L: LuaState): number => L.top - L.ci.funcOff - 1;

/** Argument `n`, counted from 1; nil if it was not given. */
export const arg = (L: LuaState, n: number): TValue => {
  const at = L.ci.funcOff + n;
  return at < L.top ? (L.stack[at] as TValue) : lobject.luaO_nilobject;
};

/** Whether argument `n` was given, even as nil. */
export const hasArg = (L: LuaState, n: number): boolean => L.ci.funcOff + n < L.top;

/** Puts a value on the stack; returns 1 so that a native function can end with it. */
export const push = (L: LuaState, type: number, value: unknown): number => {
  L.stack[L.top++] = new lobject.TValue(type, value);
  return 1;
};

/** Puts a copy of a value on the stack. */
export const pushValue = (L: LuaState, value: TValue): number => push(L, value.type, value.value);

/** Puts nil on the stack. */
export const pushNil = (L: LuaState): number => push(L, NIL, null);

/** Puts a boolean on the stack. */
export const pushBoolean = (L: LuaState, value: boolean): number => push(L, BOOLEAN, value);

/** Puts an integer on the stack; `value` must be an integer. */
export const pushInteger = (L: LuaState, value: number | bigint): number => push(L, INTEGER, value);

/** Puts a float on the stack. */
export const pushFloat = (L: LuaState, value: number): number => push(L, FLOAT, value);

/** Puts bytes on the stack as a string; the string takes the array over. */
export const pushBytes = (L: LuaState, bytes: Uint8Array): number => push(L, STRING, newString(bytes));

/** Puts a table on the stack. */
export const pushTable = (L: LuaState, table: LuaTable): number => push(L, TABLE, table);

/** Puts a native function on the stack. */
export const pushNative = (L: LuaState, fn: Native): number => push(L, LIGHT_NATIVE, fn);

/** Drops everything above the first `n` arguments, or adds nils up to them. */
export const setArgCount = (L: LuaState, n: number): void => {
  const top = L.ci.funcOff + 1 + n;
  while (L.top < top) pushNil(L);
  L.top = top;
};

/** Whether a value counts as false. */
export const isFalsy = (value: TValue): boolean =>
  value.type === NIL || (value.type === BOOLEAN && value.value === false);

/** Whether a value is a function of any kind. */
export const isFunction = (value: TValue): boolean => (value.type & 15) === 6;
