import { luaT_callTM } from '../calls/metamethod.js';
import { ldebug, lobject, ltm } from '../values/internals.js';
import { equalStrings } from '../values/string-hash.js';
import { FLOAT, INTEGER, NIL, NUMBER, STRING, TABLE, USERDATA } from '../values/tags.js';
import type { LuaState, LuaTable, TString, TValue } from '../values/types.js';

const EQ = 5;
const LT = 20;
const LE = 21;
const IS_LEQ = 1 << 7;

/** Negative, zero or positive as `a` sorts before, with or after `b`, byte by byte. */
export const compareStrings = (L: LuaState, a: TString, b: TString): number => {
  const [x, y] = [a.realstring, b.realstring];
  const length = Math.min(x.length, y.length);
  if (length > 64) L.l_G.budget?.spend(length >> 6);
  for (let i = 0; i < length; i++) {
    const difference = (x[i] as number) - (y[i] as number);
    if (difference !== 0) return difference;
  }
  return x.length - y.length;
};

/** fengari's `luaV_equalobj`: equality with `__eq`, or raw equality if `L` is null. */
export const luaV_equalobj = (L: LuaState | null, a: TValue, b: TValue): number => {
  const { type } = a;
  if (type !== b.type) {
    const numbers = (type === INTEGER || type === FLOAT) && (b.type === INTEGER || b.type === FLOAT);
    // Unlike ===, == compares a bigint with a number by value.
    return numbers && (a.value as number) == (b.value as number) ? 1 : 0;
  }
  if (type === NIL) return 1;
  if (a.value === b.value) return 1;
  if (type === STRING && L !== null) chargeComparison(L, a, b);
  if (type === STRING) return equalStrings(a.value as TString, b.value as TString) ? 1 : 0;
  if ((type !== TABLE && type !== USERDATA) || L === null) return 0;
  return equalByMetamethod(L, a, b);
};

/** Charges the comparison of two strings, if they are long. */
export const chargeComparison = (L: LuaState, a: TValue, b: TValue): void => {
  const { length } = (a.value as TString).realstring;
  if (length > 256 && length === (b.value as TString).realstring.length) L.l_G.budget?.spend(length >> 4);
};

const equalByMetamethod = (L: LuaState, a: TValue, b: TValue): number => {
  const handler =
    ltm.fasttm(L, (a.value as LuaTable).metatable, EQ) ?? ltm.fasttm(L, (b.value as LuaTable).metatable, EQ);
  if (handler === null) return 0;
  const result = new lobject.TValue(NIL, null);
  luaT_callTM(L, handler, a, b, result, 1);
  return result.type === NIL || result.value === false ? 0 : 1;
};

/** fengari's `luaV_lessthan`. */
export const luaV_lessthan = (L: LuaState, a: TValue, b: TValue): number => {
  if ((a.type & 15) === NUMBER && (b.type & 15) === NUMBER) return (a.value as number) < (b.value as number) ? 1 : 0;
  if (a.type === STRING && b.type === STRING) {
    return compareStrings(L, a.value as TString, b.value as TString) < 0 ? 1 : 0;
  }
  const result = ltm.luaT_callorderTM(L, a, b, LT);
  if (result === null) return ldebug.luaG_ordererror(L, a, b);
  return result ? 1 : 0;
};

/** fengari's `luaV_lessequal`; without `__le` it asks `__lt` the other way round, as Lua 5.3 does. */
export const luaV_lessequal = (L: LuaState, a: TValue, b: TValue): number => {
  if ((a.type & 15) === NUMBER && (b.type & 15) === NUMBER) return (a.value as number) <= (b.value as number) ? 1 : 0;
  if (a.type === STRING && b.type === STRING) {
    return compareStrings(L, a.value as TString, b.value as TString) <= 0 ? 1 : 0;
  }
  const direct = ltm.luaT_callorderTM(L, a, b, LE);
  if (direct !== null) return direct ? 1 : 0;
  L.ci.callstatus |= IS_LEQ;
  const reversed = ltm.luaT_callorderTM(L, b, a, LT);
  L.ci.callstatus ^= IS_LEQ;
  if (reversed === null) return ldebug.luaG_ordererror(L, a, b);
  return reversed ? 0 : 1;
};
