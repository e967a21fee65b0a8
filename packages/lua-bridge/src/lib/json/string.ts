import type { Budget } from '../../meter/budget.js';
import { ByteBuffer } from '../../vm/native/byte-buffer.js';
import type { LuaString } from '../../vm/values/string.js';
import { createSyntaxError } from './cursor.js';

/*
 * JSON strings as bytes (RFC 8259, section 7): what is not escaped is taken as it stands, whatever its encoding.
 */

const QUOTE = 34;
const BACKSLASH = 92;
const U = 117;

/** Where the first quote or backslash is, from `at` on. */
export const findPlainEnd = (bytes: Uint8Array, at: number): number => {
  for (let i = at; ; i++) {
    const byte = bytes[i];
    if (byte === QUOTE || byte === BACKSLASH) return i;
    if (byte === undefined) throw createSyntaxError(bytes, i, "'\"'");
    if (byte < 32) throw createSyntaxError(bytes, i, 'an escape such as \\n');
  }
};

/** Where the closing quote is, from `at` on. */
export const findStringEnd = (bytes: Uint8Array, at: number): number => {
  let end = findPlainEnd(bytes, at);
  while (bytes[end] === BACKSLASH) end = findPlainEnd(bytes, end + 2);
  return end;
};

/** The string between two quotes, with escapes resolved; a surrogate without its other half becomes U+FFFD. */
export const unescape = (budget: Budget, bytes: Uint8Array, from: number, to: number): LuaString => {
  const out = new ByteBuffer(budget);
  for (let at = from; at < to;) {
    const byte = bytes[at] as number;
    if (byte !== BACKSLASH) {
      out.addByte(byte);
      at++;
    } else if (bytes[at + 1] === U) {
      const { code, end } = readEscapedCode(bytes, at);
      out.addCode(code);
      at = end;
    } else {
      out.addByte(readSimpleEscape(bytes, at + 1));
      at += 2;
    }
  }
  return out.take();
};

const SIMPLE_ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

const readSimpleEscape = (bytes: Uint8Array, at: number): number =>
  SIMPLE_ESCAPES[String.fromCharCode(bytes[at] as number)]?.charCodeAt(0) ?? refuseEscape(bytes, at);

const refuseEscape = (bytes: Uint8Array, at: number): never => {
  throw createSyntaxError(bytes, at, 'one of "\\/bfnrtu');
};

/* The code point of `\uXXXX`, or of two of them that are a surrogate pair. */
const readEscapedCode = (bytes: Uint8Array, at: number): { code: number; end: number } => {
  const code = readHexadecimal(bytes, at + 2);
  const isHigh = code >= 0xd800 && code <= 0xdbff;
  if (isHigh && bytes[at + 6] === BACKSLASH && bytes[at + 7] === U) {
    const low = readHexadecimal(bytes, at + 8);
    if (low >= 0xdc00 && low <= 0xdfff)
      return { code: 0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00), end: at + 12 };
  }
  return { code: code >= 0xd800 && code <= 0xdfff ? 0xfffd : code, end: at + 6 };
};

const readHexadecimal = (bytes: Uint8Array, at: number): number => {
  let code = 0;
  for (let i = at; i < at + 4; i++) {
    const digit = readDigit(bytes[i] ?? 0);
    if (digit < 0) throw createSyntaxError(bytes, i, 'a hexadecimal digit');
    code = code * 16 + digit;
  }
  return code;
};

const readDigit = (byte: number): number => {
  if (byte >= 48 && byte <= 57) return byte - 48;
  const letter = byte | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
};
