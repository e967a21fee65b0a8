import { type Integer, wrapInteger } from './arithmetic.js';
import { writeFloat } from './number-text.js';
import { type LuaString, newJoinedText, stringKey } from './string.js';
import { FLOAT, INTEGER, STRING } from './tags.js';
import { isNumber, type Value } from './value.js';

/** Longest text that arithmetic reads as a numeral. Reading is not charged there. */
const MAX_NUMERAL = 4096;

const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
const DECIMAL_INTEGER = /^[+-]?\d+$/;
const HEX = /^([+-]?)0x([0-9a-f]*)(?:\.([0-9a-f]*))?(?:p([+-]?\d+))?$/i;

/** The number a value stands for, strings converted; false if it stands for none. */
export const toNumber = (value: Value): number | false => {
  if (isNumber(value)) return Number(value.value);
  const numeral = value.type === STRING ? readShort(value.value as LuaString) : undefined;
  return numeral === undefined ? false : Number(numeral.value);
};

/** What becomes of a float on its way to an integer: only integral ones count, or it is rounded. */
export type Rounding = 'exact' | 'floor' | 'ceiling';

/** The integer a value stands for, strings converted; false if it stands for none. */
export const toInteger = (value: Value, rounding: Rounding = 'exact'): Integer | false => {
  if (value.type === INTEGER) return value.value as Integer;
  if (value.type === FLOAT) return floatToInteger(value.value as number, rounding);
  const numeral = value.type === STRING ? readShort(value.value as LuaString) : undefined;
  if (numeral === undefined) return false;
  return numeral.type === INTEGER ? numeral.value : floatToInteger(numeral.value as number, rounding);
};

const readShort = (string: LuaString): Numeral | undefined =>
  string.length > MAX_NUMERAL ? undefined : readNumeral(stringKey(string));

/** The integer a float stands for; false if it is out of range or, without rounding, not integral. */
export const floatToInteger = (value: number, rounding: Rounding = 'exact'): Integer | false => {
  let integral = Math.floor(value);
  if (integral !== value) {
    if (rounding === 'exact') return false;
    if (rounding === 'ceiling') integral += 1;
  }
  if (Number.isSafeInteger(integral)) return integral + 0;
  return integral >= -(2 ** 63) && integral < 2 ** 63 ? BigInt(integral) : false;
};

/** A number as `tostring` and `..` write it. */
export const writeNumber = (type: number, value: unknown): string =>
  type === INTEGER ? String(value) : writeFloat(value as number);

/** Turns a number into a string in place. */
export const makeText = (value: Value): void => {
  const text = writeNumber(value.type, value.value);
  value.type = STRING;
  value.value = newJoinedText(text);
};

/** A numeral that was read. */
export interface Numeral {
  readonly type: number;
  readonly value: Integer;
}

/** Reads a numeral by Lua's rules into a type and value; undefined if the text, one character per byte, is none. */
export const readNumeral = (given: string): Numeral | undefined => {
  const text = trim(given);
  const points = countPoints(text);
  if (points >= 0) return { type: points === 0 ? INTEGER : FLOAT, value: Number(text) };
  if (DECIMAL_INTEGER.test(text)) return readInteger(text);
  if (DECIMAL.test(text)) return { type: FLOAT, value: Number(text) };
  const hex = HEX.exec(text);
  return hex === null ? undefined : readHex(hex);
};

/* Digits that a JavaScript number holds exactly. */
const FEW_DIGITS = 15;

/* The points in a plain numeral of few digits, of which there may be one; -1 if it is something else. */
const countPoints = (text: string): number => {
  const { length } = text;
  if (length > FEW_DIGITS) return -1;
  let points = 0;
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    if (code === 46) points++;
    else if (code < 48 || code > 57) return -1;
  }
  return points < 2 && length > points ? points : -1;
};

const isSpace = (code: number): boolean => code === 32 || (code >= 9 && code <= 13);

const trim = (text: string): string => {
  let start = 0;
  let end = text.length;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return end - start === text.length ? text : text.slice(start, end);
};

const readInteger = (text: string): Numeral => {
  const number = Number(text);
  if (Number.isSafeInteger(number)) return { type: INTEGER, value: number + 0 };
  // Beyond the range by far; the digits need not be read one by one.
  if (Math.abs(number) > 2 ** 64) return { type: FLOAT, value: number };
  const exact = BigInt(text.replace(/^\+?/, '').replace(/^(-?)0+(?=\d)/, '$1'));
  return BigInt.asIntN(64, exact) === exact
    ? { type: INTEGER, value: wrapInteger(exact) }
    : { type: FLOAT, value: number };
};

const readHex = (parts: RegExpExecArray): Numeral | undefined => {
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
  if (value === 0) return 0;
  const half = Math.trunc(power / 2);
  return value * 2 ** half * 2 ** (power - half);
};
