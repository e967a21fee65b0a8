/*
 * Integers have 64 bits. One is a JavaScript number while it is exact (up to 2^53 - 1 either way) and a bigint beyond,
 * so that everyday arithmetic stays fast and nothing is ever rounded. Results wrap as Lua's do.
 */

/** A Lua integer: a number while exact, else a bigint. */
export type Integer = number | bigint;

/** The 64-bit integer that a bigint wraps to, as a number if it is exact as one. */
export const wrapInteger = (value: bigint): Integer => {
  const wrapped = BigInt.asIntN(64, value);
  const number = Number(wrapped);
  return Number.isSafeInteger(number) ? number : wrapped;
};

const SAFE = Number.MAX_SAFE_INTEGER;

const isSafe = (value: number): boolean => value <= SAFE && value >= -SAFE;

/** Sum. */
export const add = (a: Integer, b: Integer): Integer => {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b;
    if (isSafe(sum)) return sum;
  }
  return wrapInteger(BigInt(a) + BigInt(b));
};

/** Difference. */
export const subtract = (a: Integer, b: Integer): Integer => {
  if (typeof a === 'number' && typeof b === 'number') {
    const difference = a - b;
    if (isSafe(difference)) return difference;
  }
  return wrapInteger(BigInt(a) - BigInt(b));
};

/** Product. */
export const multiply = (a: Integer, b: Integer): Integer => {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b;
    // Adding zero turns the negative zero of 0 * -1 into an integer's only zero.
    if (isSafe(product)) return product + 0;
  }
  return wrapInteger(BigInt(a) * BigInt(b));
};

/** Quotient, rounded down. The divisor must not be zero. */
export const floorDivide = (a: Integer, b: Integer): Integer => {
  if (typeof a === 'number' && typeof b === 'number') {
    // Dividing what is a multiple is exact; dividing `a` itself could round up to the next integer.
    const remainder = a % b;
    return (a - remainder) / b - (remainder !== 0 && remainder < 0 !== b < 0 ? 1 : 0) + 0;
  }
  const [x, y] = [BigInt(a), BigInt(b)];
  const quotient = x / y;
  return wrapInteger(x % y !== 0n && x < 0n !== y < 0n ? quotient - 1n : quotient);
};

/** Remainder with the sign of the divisor, which must not be zero. */
export const modulo = (a: Integer, b: Integer): Integer => {
  if (typeof a === 'number' && typeof b === 'number') {
    const remainder = a % b;
    return remainder !== 0 && remainder < 0 !== b < 0 ? remainder + b : remainder + 0;
  }
  const [x, y] = [BigInt(a), BigInt(b)];
  const remainder = x % y;
  return wrapInteger(remainder !== 0n && remainder < 0n !== y < 0n ? remainder + y : remainder);
};

/** Remainder of floats with the sign of the divisor. */
export const floatModulo = (a: number, b: number): number => {
  const remainder = a % b;
  return remainder * b < 0 ? remainder + b : remainder;
};

/** Power of floats. C has 1 for any power of 1, and for infinite powers of -1; JavaScript has NaN. */
export const power = (a: number, b: number): number => {
  if (b === 2) return a * a;
  return a === 1 || (a === -1 && (b === Infinity || b === -Infinity)) ? 1 : a ** b;
};

/** Negation. */
export const negate = (a: Integer): Integer => (typeof a === 'number' ? 0 - a : wrapInteger(-a));

const isInt32 = (value: Integer): boolean => typeof value === 'number' && (value | 0) === value;

/** Bitwise and. */
export const and = (a: Integer, b: Integer): Integer =>
  isInt32(a) && isInt32(b) ? Number(a) & Number(b) : wrapInteger(BigInt(a) & BigInt(b));

/** Bitwise or. */
export const or = (a: Integer, b: Integer): Integer =>
  isInt32(a) && isInt32(b) ? Number(a) | Number(b) : wrapInteger(BigInt(a) | BigInt(b));

/** Bitwise exclusive or. */
export const xor = (a: Integer, b: Integer): Integer =>
  isInt32(a) && isInt32(b) ? Number(a) ^ Number(b) : wrapInteger(BigInt(a) ^ BigInt(b));

/** Bitwise complement. */
export const not = (a: Integer): Integer => (isInt32(a) ? ~Number(a) : wrapInteger(~BigInt(a)));

/** Shift to the left; a negative distance shifts to the right, filling with zeros. */
export const shiftLeft = (a: Integer, by: Integer): Integer => {
  const distance = Number(by);
  if (distance >= 64 || distance <= -64) return 0;
  if (distance < 0) return wrapInteger(BigInt.asUintN(64, BigInt(a)) >> BigInt(-distance));
  if (typeof a === 'bigint') return wrapInteger(a << BigInt(distance));
  const shifted = a * 2 ** distance;
  return Number.isSafeInteger(shifted) ? shifted : wrapInteger(BigInt(a) << BigInt(distance));
};

/** Shift to the right, filling with zeros. */
export const shiftRight = (a: Integer, by: Integer): Integer =>
  typeof a === 'number' && a >= 0 && typeof by === 'number' && by >= 0 && by < 53
    ? Math.floor(a / 2 ** by)
    : shiftLeft(a, -by);
