import { wrapInteger } from './integer.js';
import { lobject } from './internals.js';
import { floatText } from './number-text.js';
import { latin1 } from './string-hash.js';
import { FLOAT, INTEGER, NUMBER, STRING } from './tags.js';
import { luaString } from './text.js';
import type { LuaState, TString, TValue } from './types.js';

/** Longest text that can be a numeral; what is longer is not worth reading. */
const MAX_NUMERAL = 4096;

const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
const DECIMAL_INTEGER = /^[+-]?\d+$/;
const HEX = /^([+-]?)0x([0-9a-f]*)(?:\.([0-9a-f]*))?(?:p([+-]?\d+))?$/i;

const isSpace = (byte: number | undefined): boolean => byte === 32 || (byte !== undefined && byte >= 9 && byte <= 13);

const trimmed = (bytes: Uint8Array): string => {
  let [start, end] = [0, bytes.length];
  while (start < end && isSpace(bytes[start])) start++;
  while (end > start && isSpace(bytes[end - 1])) end--;
  return latin1(bytes.subarray(start, end));
};

/** Reads a numeral by Lua's rules into a type and value; undefined if the text is none. */
const readNumber = (bytes: Uint8Array): { type: number; value: number | bigint } | undefined => {
  if (bytes.length === 0 || bytes.length > MAX_NUMERAL) return undefined;
  const text = trimmed(bytes);
  if (DECIMAL_INTEGER.test(text)) return readInteger(text);
  if (DECIMAL.test(text)) return { type: FLOAT, value: Number(text) };
  const hex = HEX.exec(text);
  return hex === null ? undefined : readHex(hex);
};

const readInteger = (text: string): { type: number; value: number | bigint } => {
  const number = Number(text);
  if (Number.isSafeInteger(number)) return { type: INTEGER, value: number + 0 };
  if (text.length > 20) return { type: FLOAT, value: number };
  const exact = BigInt(text.startsWith('+') ? text.slice(1) : text);
  return BigInt.asIntN(64, exact) === exact
    ? { type: INTEGER, value: wrapInteger(exact) }
    : { type: FLOAT, value: number };
};

const readHex = (parts: RegExpExecArray): { type: number; value: number | bigint } | undefined => {
  const [, sign, whole = '', fraction, exponent] = parts;
  if (whole === '' && (fraction ?? '') === '') return undefined;
  if (fraction === undefined && exponent === undefined) {
    const magnitude = BigInt(`0x${whole.slice(-16)}`);
    return { type: INTEGER, value: wrapInteger(sign === '-' ? -magnitude : magnitude) };
  }
  const digits = `${whole}${fraction ?? ''}`.replace(/^0+/, '');
  // Twenty digits are more than a float holds; of the rest only counts whether there is any.
  const kept = digits.slice(0, 20);
  const sticky = /[1-9a-f]/i.test(digits.slice(20)) ? 1n : 0n;
  const power = Number(exponent ?? 0) - 4 * (fraction ?? '').length + 4 * (digits.length - kept.length);
  const magnitude = scale(Number(BigInt(`0x0${kept}`) | sticky), power);
  return { type: FLOAT, value: sign === '-' ? -magnitude : magnitude };
};

/* In two steps, because 2 ** power alone may overflow although the product does not. */
const scale = (value: number, power: number): number => {
  const half = Math.trunc(power / 2);
  return value * 2 ** half * 2 ** (power - half);
};

/** fengari's `luaO_str2num`: the length read plus one, or 0. */
export const luaO_str2num = (bytes: Uint8Array, into: TValue): number => {
  // The scanner hands over its buffer, which may end with zeros.
  const end = bytes.indexOf(0);
  const text = end < 0 ? bytes : bytes.subarray(0, end);
  const number = readNumber(text);
  if (number === undefined) return 0;
  into.type = number.type;
  into.value = number.value;
  return text.length + 1;
};

/** The text of a number as `tostring` and `..` write it. */
const numberText = (value: TValue): string =>
  value.type === INTEGER ? String(value.value) : floatText(value.value as number);

/** Turns a number into a string in place. */
export const luaO_tostring = (_L: LuaState, value: TValue): void => {
  const text = luaString(numberText(value));
  value.type = STRING;
  value.value = text;
};

/** The number a value stands for, strings converted; false if it stands for none. */
export const tonumber = (value: TValue): number | false => {
  if ((value.type & 15) === NUMBER) return Number(value.value);
  if (value.type !== STRING) return false;
  const number = readNumber((value.value as TString).realstring);
  return number === undefined ? false : Number(number.value);
};

/**
 * The integer a value stands for, strings converted; false if it stands for none.
 * @param rounding 0: only integral values, 1: floor, 2: ceiling.
 */
export const luaV_tointeger = (value: TValue, rounding: number): number | bigint | false => {
  if (value.type === INTEGER) return value.value as number | bigint;
  if (value.type === FLOAT) return floatToInteger(value.value as number, rounding);
  if (value.type !== STRING) return false;
  const number = readNumber((value.value as TString).realstring);
  if (number === undefined) return false;
  return luaV_tointeger(new lobject.TValue(number.type, number.value), rounding);
};

/** The integer a float stands for; false if it is out of range or, without rounding, not integral. */
export const floatToInteger = (value: number, rounding: number): number | bigint | false => {
  let integral = Math.floor(value);
  if (integral !== value) {
    if (rounding === 0) return false;
    if (rounding === 2) integral += 1;
  }
  if (Number.isSafeInteger(integral)) return integral + 0;
  return integral >= -(2 ** 63) && integral < 2 ** 63 ? BigInt(integral) : false;
};

/** `luaV_tointeger` without rounding. */
export const tointeger = (value: TValue): number | bigint | false =>
  value.type === INTEGER ? (value.value as number | bigint) : luaV_tointeger(value, 0);
