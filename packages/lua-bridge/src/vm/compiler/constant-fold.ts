import type { Integer } from '../values/arithmetic.js';
import * as integer from '../values/arithmetic.js';
import { tointeger, tonumber } from '../values/number.js';
import { FLOAT, INTEGER } from '../values/tags.js';
import type { LuaState, TValue } from '../values/types.js';

/* Operators as the compiler numbers them (`defs.js`, LUA_OPADD and on). */
const SUB = 1;
const MUL = 2;
const MOD = 3;
const POW = 4;
const DIV = 5;
const IDIV = 6;
const UNM = 12;
const BNOT = 13;

const onIntegers: Readonly<Record<number, (a: Integer, b: Integer) => Integer>> = {
  0: integer.add,
  [SUB]: integer.subtract,
  [MUL]: integer.multiply,
  [MOD]: (a, b) => integer.modulo(null, a, b),
  [IDIV]: (a, b) => integer.floorDivide(null, a, b),
  [UNM]: integer.negate,
};

const onBits: Readonly<Record<number, (a: Integer, b: Integer) => Integer>> = {
  7: integer.and,
  8: integer.or,
  9: integer.xor,
  10: integer.shiftLeft,
  11: integer.shiftRight,
  [BNOT]: integer.not,
};

const onFloats: Readonly<Record<number, (a: number, b: number) => number>> = {
  0: (a, b) => a + b,
  [SUB]: (a, b) => a - b,
  [MUL]: (a, b) => a * b,
  [MOD]: integer.floatModulo,
  [POW]: (a, b) => (a === 1 ? 1 : a ** b),
  [DIV]: (a, b) => a / b,
  [IDIV]: (a, b) => Math.floor(a / b),
  [UNM]: (a) => -a,
};

/** fengari's `luaO_arith` as the compiler uses it: an operation on two numerals known to be valid. */
export const luaO_arith = (_L: LuaState | null, op: number, a: TValue, b: TValue, result: TValue): void => {
  const bits = onBits[op];
  const integers = onIntegers[op];
  if (bits !== undefined) {
    result.type = INTEGER;
    result.value = bits(tointeger(a) as Integer, tointeger(b) as Integer);
  } else if (integers !== undefined && a.type === INTEGER && b.type === INTEGER) {
    result.type = INTEGER;
    result.value = integers(a.value as Integer, b.value as Integer);
  } else {
    result.type = FLOAT;
    result.value = onFloats[op]?.(tonumber(a) as number, tonumber(b) as number) ?? NaN;
  }
};
