import { wrapInteger } from '../../vm/values/arithmetic.js';
import { latin1 } from '../../vm/values/string.js';
import { FLOAT, INTEGER } from '../../vm/values/tags.js';
import { Value } from '../../vm/values/value.js';

/* Of the bytes of a number: digits, signs, a point, an exponent. */
const PART = new Uint8Array(256);
for (const char of '0123456789+-.eE') PART[char.charCodeAt(0)] = 1;

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const INTEGER_TEXT = /^-?\d{1,19}$/;

/** Where the number that begins at `at` ends. */
export const findNumberEnd = (bytes: Uint8Array, at: number): number => {
  let end = at;
  while (PART[bytes[end] ?? 0] === 1) end++;
  return end;
};

/**
 * The number in a piece of JSON text, exact if it is an integer of 64 bits; undefined if it is none (RFC 8259, section
 * 6).
 */
export const readNumber = (bytes: Uint8Array, from: number, to: number): Value | undefined => {
  const small = readSmallInteger(bytes, from, to);
  if (small >= 0) return new Value(INTEGER, small);
  const text = latin1(bytes.subarray(from, to));
  if (!NUMBER.test(text)) return undefined;
  const number = Number(text);
  if (Number.isSafeInteger(number)) return new Value(Object.is(number, -0) ? FLOAT : INTEGER, number);
  return readExactInteger(text) ?? new Value(FLOAT, number);
};

/* Most numbers are a few digits; -1 for any other. */
const readSmallInteger = (bytes: Uint8Array, from: number, to: number): number => {
  if (to - from > 9 || (bytes[from] === 48 && to - from > 1)) return -1;
  let value = 0;
  for (let at = from; at < to; at++) {
    const digit = (bytes[at] as number) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
};

const readExactInteger = (text: string): Value | undefined => {
  if (!INTEGER_TEXT.test(text)) return undefined;
  const exact = BigInt(text);
  return BigInt.asIntN(64, exact) === exact ? new Value(INTEGER, wrapInteger(exact)) : undefined;
};
