import rawStrings from 'fengari/src/lstring.js';
import type { TString } from './types.js';

/*
 * fengari files strings in tables under a hexadecimal text built byte by byte without padding, so
 * "\n1" and "\xa3\1" collide, and it compares strings by that text. One character per byte is exact,
 * orders like the bytes, and is far cheaper. Imported before any module that copies these functions.
 */

const strings = rawStrings as {
  luaS_hash(bytes: Uint8Array): string;
  luaS_hashlongstr(text: TString): string;
};

const CHUNK = 4096;

/**
 * The bytes as text of one character per byte.
 * @example latin1(Uint8Array.of(72, 105)) // 'Hi'
 */
export const latin1 = (bytes: Uint8Array): string => {
  if (bytes.length <= CHUNK) return String.fromCharCode.apply(null, bytes as unknown as number[]);
  let text = '';
  for (let i = 0; i < bytes.length; i += CHUNK) {
    text += String.fromCharCode.apply(null, bytes.subarray(i, i + CHUNK) as unknown as number[]);
  }
  return text;
};

/** The table key of a Lua string; computed once and kept on it. */
export const stringKey = (text: TString): string => (text.hash ??= latin1(text.realstring));

strings.luaS_hash = latin1;
strings.luaS_hashlongstr = stringKey;
