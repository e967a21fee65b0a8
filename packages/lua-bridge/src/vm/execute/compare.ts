import { IS_LEQ } from '../calls/frames.js';
import { callHandler, compareByHandler } from '../calls/handlers.js';
import { raiseOrder } from '../calls/raise.js';
import type { LuaState } from '../state/lua-state.js';
import { getFastHandler } from '../state/metatables.js';
import { EVENT } from '../values/events.js';
import { equalStrings, type LuaString } from '../values/string.js';
import type { LuaTable } from '../values/table.js';
import { NIL, STRING, TABLE, USERDATA } from '../values/tags.js';
import { isFalsy, isNumber, Value } from '../values/value.js';

/** `a == b` with metamethods. */
export const isEqual = (L: LuaState, a: Value, b: Value): boolean => {
  const { type } = a;
  if (type !== b.type) return isNumber(a) && isNumber(b) && equalNumbers(a, b);
  if (type === NIL || a.value === b.value) return true;
  if (type === STRING) return areEqualStrings(L, a.value as LuaString, b.value as LuaString);
  return (type === TABLE || type === USERDATA) && isEqualByHandler(L, a, b);
};

/* Strings up to this length are compared for nothing. */
const MOST_FREE = 256;

const areEqualStrings = (L: LuaState, a: LuaString, b: LuaString): boolean => {
  const { key } = a;
  if (key !== undefined && key.length <= MOST_FREE && b.key !== undefined) return key === b.key;
  chargeComparison(L, a, b);
  return equalStrings(a, b);
};

/** `a == b` without metamethods. */
export const isRawEqual = (a: Value, b: Value): boolean => {
  if (a.type !== b.type) return isNumber(a) && isNumber(b) && equalNumbers(a, b);
  if (a.type === NIL || a.value === b.value) return true;
  return a.type === STRING && equalStrings(a.value as LuaString, b.value as LuaString);
};

/* Unlike ===, == compares a bigint with a number by value. */
const equalNumbers = (a: Value, b: Value): boolean => (a.value as number) == (b.value as number);

/** Charges the comparison of two strings, if they are long. */
export const chargeComparison = (L: LuaState, a: LuaString, b: LuaString): void => {
  const { length } = a;
  if (length > MOST_FREE && length === b.length) L.runtime.budget.spend(length >> 4);
};

const isEqualByHandler = (L: LuaState, a: Value, b: Value): boolean => {
  const handler =
    getFastHandler((a.value as LuaTable).metatable, EVENT.EQ) ??
    getFastHandler((b.value as LuaTable).metatable, EVENT.EQ);
  if (handler === null) return false;
  const result = new Value(NIL, null);
  callHandler(L, handler, a, b, result);
  return !isFalsy(result);
};

/** `a < b` with metamethods. */
export const isLess = (L: LuaState, a: Value, b: Value): boolean => {
  if (isNumber(a) && isNumber(b)) return (a.value as number) < (b.value as number);
  if (a.type === STRING && b.type === STRING) {
    return compareStrings(L, a.value as LuaString, b.value as LuaString) < 0;
  }
  return compareByHandler(L, a, b, EVENT.LT) ?? raiseOrder(L, a, b);
};

/** `a <= b` with metamethods; without `__le` it asks `__lt` the other way round, as Lua 5.3 does. */
export const isLessOrEqual = (L: LuaState, a: Value, b: Value): boolean => {
  if (isNumber(a) && isNumber(b)) return (a.value as number) <= (b.value as number);
  if (a.type === STRING && b.type === STRING) {
    return compareStrings(L, a.value as LuaString, b.value as LuaString) <= 0;
  }
  const direct = compareByHandler(L, a, b, EVENT.LE);
  if (direct !== undefined) return direct;
  L.frame.flags |= IS_LEQ;
  const reversed = compareByHandler(L, b, a, EVENT.LT);
  L.frame.flags ^= IS_LEQ;
  return reversed === undefined ? raiseOrder(L, a, b) : !reversed;
};

/** Negative, zero or positive as `a` sorts before, with or after `b`, byte by byte. */
export const compareStrings = (L: LuaState, a: LuaString, b: LuaString): number => {
  const length = Math.min(a.length, b.length);
  if (length > 64) L.runtime.budget.spend(length >> 6);
  if (a.key !== undefined && b.key !== undefined) {
    if (a.key === b.key) return 0;
    return a.key < b.key ? -1 : 1;
  }
  const [x, y] = [a.bytes, b.bytes];
  for (let i = 0; i < length; i++) {
    const difference = (x[i] as number) - (y[i] as number);
    if (difference !== 0) return difference;
  }
  return x.length - y.length;
};
