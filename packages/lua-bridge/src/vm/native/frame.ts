import type { LuaState } from '../state/lua-state.js';
import type { Native } from '../state/native.js';
import { newString } from '../values/string.js';
import type { LuaTable } from '../values/table.js';
import { BOOLEAN, FLOAT, INTEGER, LIGHT_NATIVE, NIL, STRING, TABLE } from '../values/tags.js';
import { NIL_VALUE, Value } from '../values/value.js';

/*
 * What a native function does with its frame: read arguments, push results.
 * Straight on the stack, because checks would take most of the time.
 */

/** Number of arguments of the running native function. */
export const argCount = (L: LuaState): number => L.top - L.frame.calleeIndex - 1;

/** Argument `n`, counted from 1; nil if it was not given. */
export const arg = (L: LuaState, n: number): Value => {
  const at = L.frame.calleeIndex + n;
  return at < L.top ? (L.stack[at] as Value) : NIL_VALUE;
};

/** Whether argument `n` was given, even as nil. */
export const hasArg = (L: LuaState, n: number): boolean => L.frame.calleeIndex + n < L.top;

/** Puts a value on the stack; returns 1 so that a native function can end with it. */
export const push = (L: LuaState, type: number, value: unknown): number => {
  L.stack[L.top++] = new Value(type, value);
  return 1;
};

/** Puts a copy of a value on the stack. */
export const pushValue = (L: LuaState, value: Value): number => push(L, value.type, value.value);

/** Puts a value that nobody else holds on the stack. */
export const place = (L: LuaState, value: Value): number => {
  L.stack[L.top++] = value;
  return 1;
};

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
  const top = L.frame.calleeIndex + 1 + n;
  while (L.top < top) pushNil(L);
  L.top = top;
};
