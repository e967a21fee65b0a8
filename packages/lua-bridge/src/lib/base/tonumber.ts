import { checkAny, checkInteger, toStringValue } from '../../vm/native/arguments.js';
import { arg, push, pushNil, pushValue } from '../../vm/native/frame.js';
import { raiseArgument, raiseType } from '../../vm/native/raise.js';
import { withOneResult } from '../../vm/native/shortcut.js';
import { exchange } from '../../vm/state/exchange.js';
import type { LuaState } from '../../vm/state/lua-state.js';
import { NO_SHORTCUT } from '../../vm/state/native.js';
import { wrapInteger } from '../../vm/values/arithmetic.js';
import { readNumeral } from '../../vm/values/number.js';
import { type LuaString, stringKey } from '../../vm/values/string.js';
import { FLOAT, INTEGER, NIL, STRING } from '../../vm/values/tags.js';
import { textOf } from '../../vm/values/text.js';
import { isNumber, NIL_VALUE } from '../../vm/values/value.js';

/* Digits that are read one by one; more of them are no numeral. */
const MAX_DIGITS = 65_536;

const convert = (L: LuaState): number => {
  if (arg(L, 2).type !== NIL) return readInBase(L);
  const value = checkAny(L, 1);
  if (isNumber(value)) return pushValue(L, value);
  const text = toStringValue(L, value);
  if (text === undefined) return pushNil(L);
  L.runtime.budget.spend(text.length >> 2);
  const numeral = readNumeral(stringKey(text));
  return numeral === undefined ? pushNil(L) : push(L, numeral.type, numeral.value);
};

/** Lua's `tonumber`. */
export const tonumber = withOneResult(convert, (L, count, tag, value) => {
  if (count !== 1) return NO_SHORTCUT;
  exchange.value = value;
  if (tag === INTEGER || tag === FLOAT) return tag;
  if (tag !== STRING) return NO_SHORTCUT;
  const text = value as LuaString;
  L.runtime.budget.spend(text.length >> 2);
  const { type, value: number } = readNumeral(stringKey(text)) ?? NIL_VALUE;
  exchange.value = number;
  return type;
});

const readInBase = (L: LuaState): number => {
  const base = checkInteger(L, 2);
  const value = arg(L, 1);
  if (value.type !== STRING) return raiseType(L, 1, 'string');
  if (base < 2 || base > 36) return raiseArgument(L, 2, 'base out of range');
  const text = value.value as LuaString;
  L.runtime.budget.spend(text.length);
  if (text.length > MAX_DIGITS) return pushNil(L);
  const parsed = /^[ \t\n\v\f\r]*([-+]?)([0-9a-z]+)[ \t\n\v\f\r]*$/i.exec(textOf(text));
  if (parsed === null) return pushNil(L);
  let result = 0n;
  for (const char of parsed[2] ?? '') {
    const digit = parseInt(char, 36);
    if (digit >= base) return pushNil(L);
    result = BigInt.asIntN(64, result * BigInt(base) + BigInt(digit));
  }
  return push(L, INTEGER, wrapInteger(parsed[1] === '-' ? -result : result));
};
