import { checkInteger, checkNumber } from '../vm/native/arguments.js';
import { pushFloat, pushInteger } from '../vm/native/frame.js';
import type { Library } from '../vm/native/library.js';
import type { LuaState } from '../vm/state/lua-state.js';
import { power } from '../vm/values/arithmetic.js';

const applyToFloat =
  (operation: (x: number) => number) =>
  (L: LuaState): number =>
    pushFloat(L, operation(checkNumber(L, 1)));

/* A fraction from 0.5 up to 1, and the power of two that it takes. */
const frexp = (L: LuaState): number => {
  const value = checkNumber(L, 1);
  if (value === 0 || !Number.isFinite(value)) {
    pushFloat(L, value);
    return pushInteger(L, 0) + 1;
  }
  let exponent = Math.max(-1023, Math.floor(Math.log2(Math.abs(value))) + 1);
  let fraction = scale(value, -exponent);
  for (; Math.abs(fraction) < 0.5; exponent--) fraction *= 2;
  for (; Math.abs(fraction) >= 1; exponent++) fraction /= 2;
  pushFloat(L, fraction);
  return pushInteger(L, exponent) + 1;
};

/* In steps, because a power of two alone may be out of range although the product is not. */
const scale = (value: number, exponent: number): number => {
  let [scaled, left] = [value, exponent];
  for (; left > 1000; left -= 1000) scaled *= 2 ** 1000;
  for (; left < -1000; left += 1000) scaled *= 2 ** -1000;
  return scaled * 2 ** left;
};

const MOST = 5000;

const ldexp = (L: LuaState): number =>
  pushFloat(L, scale(checkNumber(L, 1), Math.max(-MOST, Math.min(MOST, checkInteger(L, 2)))));

/** The functions of `math` that 5.3 deprecates and its usual builds still have. */
export const olderMath: Library = {
  frexp,
  ldexp,
  cosh: applyToFloat(Math.cosh),
  sinh: applyToFloat(Math.sinh),
  tanh: applyToFloat(Math.tanh),
  log10: applyToFloat(Math.log10),
  pow: (L) => pushFloat(L, power(checkNumber(L, 1), checkNumber(L, 2))),
};
