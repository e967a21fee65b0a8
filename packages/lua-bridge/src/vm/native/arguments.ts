import { lobject, lvm } from '../values/internals.js';
import { INTEGER, NIL, NUMBER, STRING, TABLE } from '../values/tags.js';
import { luaString } from '../values/text.js';
import type { LuaState, LuaTable, TString, TValue } from '../values/types.js';
import { arg, hasArg } from './frame.js';
import { raiseArgument, raiseType } from './raise.js';

/** Whether a value is a number. */
export const isNumber = (value: TValue): boolean => (value.type & 15) === NUMBER;

/** The string form of a string or number, or undefined. */
export const toStringValue = (L: LuaState, value: TValue): TString | undefined => {
  if (value.type === STRING) return value.value as TString;
  if (!isNumber(value)) return undefined;
  const copy = new lobject.TValue(value.type, value.value);
  lobject.luaO_tostring(L, copy);
  return copy.value as TString;
};

/** Argument `n` as a string; a number is converted. Charges that it will be read. */
export const checkString = (L: LuaState, n: number): Uint8Array => {
  const { realstring } = toStringValue(L, arg(L, n)) ?? raiseType(L, n, 'string');
  L.l_G.runtime.budget.spend(realstring.length >> 6);
  return realstring;
};

/** Argument `n` as a string, or the default if it is absent or nil. */
export const optString = (L: LuaState, n: number, otherwise: string): Uint8Array =>
  arg(L, n).type === NIL ? luaString(otherwise).realstring : checkString(L, n);

/** Argument `n` as an integer in the range JavaScript holds exactly; larger ones are clamped to it. */
export const checkInteger = (L: LuaState, n: number): number => clamp(checkLuaInteger(L, n));

/** Argument `n` as an integer of Lua's full range. */
export const checkLuaInteger = (L: LuaState, n: number): number | bigint => {
  const value = arg(L, n);
  if (value.type === INTEGER) return value.value as number | bigint;
  const integer = lvm.luaV_tointeger(value, 0);
  if (integer !== false) return integer as number | bigint;
  if (lvm.tonumber(value) !== false) return raiseArgument(L, n, 'number has no integer representation');
  return raiseType(L, n, 'number');
};

const clamp = (value: number | bigint): number => {
  if (typeof value === 'number') return value;
  return value < 0n ? Number.MIN_SAFE_INTEGER : Number.MAX_SAFE_INTEGER;
};

/** Argument `n` as an integer, or the default if it is absent or nil. */
export const optInteger = (L: LuaState, n: number, otherwise: number): number =>
  arg(L, n).type === NIL ? otherwise : checkInteger(L, n);

/** Argument `n` as a float. */
export const checkNumber = (L: LuaState, n: number): number => {
  const number = lvm.tonumber(arg(L, n));
  return number === false ? raiseType(L, n, 'number') : number;
};

/** Argument `n` as a table. */
export const checkTable = (L: LuaState, n: number): LuaTable => {
  const value = arg(L, n);
  return value.type === TABLE ? (value.value as LuaTable) : raiseType(L, n, 'table');
};

/** Refuses a call without argument `n`. */
export const checkAny = (L: LuaState, n: number): TValue =>
  hasArg(L, n) ? arg(L, n) : raiseArgument(L, n, 'value expected');
