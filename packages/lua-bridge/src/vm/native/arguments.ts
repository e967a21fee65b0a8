import type { LuaState } from '../state/lua-state.js';
import type { Integer } from '../values/arithmetic.js';
import { makeText, toInteger, toNumber } from '../values/number.js';
import type { LuaString } from '../values/string.js';
import type { LuaTable } from '../values/table.js';
import { INTEGER, NIL, STRING, TABLE } from '../values/tags.js';
import { luaString } from '../values/text.js';
import { isNumber, Value } from '../values/value.js';
import { arg, hasArg } from './frame.js';
import { raiseArgument, raiseType } from './raise.js';

/** The string form of a string or number, or undefined. */
export const toStringValue = (L: LuaState, value: Value): LuaString | undefined => {
  if (value.type === STRING) return value.value as LuaString;
  if (!isNumber(value)) return undefined;
  const copy = new Value(value.type, value.value);
  makeText(copy);
  return copy.value as LuaString;
};

/** Argument `n` as a string; a number is converted. Charges that it will be read. */
export const checkLuaString = (L: LuaState, n: number): LuaString => {
  const string = toStringValue(L, arg(L, n)) ?? raiseType(L, n, 'string');
  L.runtime.budget.spend(string.length >> 6);
  return string;
};

/** The bytes of argument `n` as a string. */
export const checkString = (L: LuaState, n: number): Uint8Array => checkLuaString(L, n).bytes;

/** Argument `n` as a string, or the default if it is absent or nil. */
export const optString = (L: LuaState, n: number, otherwise: string): Uint8Array =>
  arg(L, n).type === NIL ? luaString(otherwise).bytes : checkString(L, n);

/** Argument `n` as an integer in the range JavaScript holds exactly; larger ones are clamped to it. */
export const checkInteger = (L: LuaState, n: number): number => clamp(checkLuaInteger(L, n));

/** Argument `n` as an integer of Lua's full range. */
export const checkLuaInteger = (L: LuaState, n: number): Integer => {
  const value = arg(L, n);
  if (value.type === INTEGER) return value.value as Integer;
  const integer = toInteger(value);
  if (integer !== false) return integer;
  if (toNumber(value) !== false) return raiseArgument(L, n, 'number has no integer representation');
  return raiseType(L, n, 'number');
};

const clamp = (value: Integer): number => {
  if (typeof value === 'number') return value;
  return value < 0n ? Number.MIN_SAFE_INTEGER : Number.MAX_SAFE_INTEGER;
};

/** Argument `n` as an integer, or the default if it is absent or nil. */
export const optInteger = (L: LuaState, n: number, otherwise: number): number =>
  arg(L, n).type === NIL ? otherwise : checkInteger(L, n);

/** Argument `n` as a float. */
export const checkNumber = (L: LuaState, n: number): number => {
  const number = toNumber(arg(L, n));
  return number === false ? raiseType(L, n, 'number') : number;
};

/** Argument `n` as a table. */
export const checkTable = (L: LuaState, n: number): LuaTable => {
  const value = arg(L, n);
  return value.type === TABLE ? (value.value as LuaTable) : raiseType(L, n, 'table');
};

/** Refuses a call without argument `n`. */
export const checkAny = (L: LuaState, n: number): Value =>
  hasArg(L, n) ? arg(L, n) : raiseArgument(L, n, 'value expected');
