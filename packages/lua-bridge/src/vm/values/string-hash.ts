import rawStrings from 'fengari/src/lstring.js';

import type { TString } from './types.js';

/*
 * fengari files strings in tables under a hexadecimal text built byte by byte without padding, so
 * "\n1" and "\xa3\1" collide, and it compares strings by that text. One character per byte is exact,
 * orders like the bytes, and is far cheaper. Imported before any module that copies these functions.
 */

const strings = rawStrings as Record<string, unknown>;

/** The string class that replaces fengari's. */
class LuaString implements TString {
  key: string | undefined = undefined;
  mark = 0;

  constructor(readonly realstring: Uint8Array) {}

  getstr(): Uint8Array {
    return this.realstring;
  }

  tsslen(): number {
    return this.realstring.length;
  }
}

/** A Lua string that takes the bytes over. */
export const newString = (bytes: Uint8Array): TString => new LuaString(bytes);

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
export const stringKey = (text: TString): string => (text.key ??= latin1(text.realstring));

/** Whether two strings have the same bytes. */
export const equalStrings = (a: TString, b: TString): boolean => {
  if (a === b) return true;
  const { length } = a.realstring;
  if (length !== b.realstring.length) return false;
  if (length <= 32 || (a.key !== undefined && b.key !== undefined)) return stringKey(a) === stringKey(b);
  for (let i = 0; i < length; i++) if (a.realstring[i] !== b.realstring[i]) return false;
  return true;
};

/* `new` is how fengari's metamethod names call `luaS_new`, so these must be able to construct. */
const luaS_new = function (_L: unknown, bytes: Uint8Array): TString {
  return newString(bytes.slice());
};
const luaS_newliteral = (_L: unknown, text: string): TString => newString(new TextEncoder().encode(text));
const luaS_bless = (_L: unknown, bytes: Uint8Array): TString => newString(bytes);

Object.assign(strings, {
  TString: LuaString,
  luaS_hash: latin1,
  luaS_hashlongstr: stringKey,
  luaS_eqlngstr: equalStrings,
  luaS_new,
  luaS_newliteral,
  luaS_bless,
});
