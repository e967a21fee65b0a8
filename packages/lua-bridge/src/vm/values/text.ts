import { bytesOfLatin1, LONGEST_TEXT, type LuaString, newJoinedText, newString, stringKey } from './string.js';

const encoder = new TextEncoder();
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });
const strict = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });

/** Whether a text is ASCII. Not by a regular expression, which would have to name control characters. */
export const isAscii = (text: string): boolean => {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
};

/** The UTF-8 bytes of a text. */
export const encode = (text: string): Uint8Array =>
  text.length < 64 && isAscii(text) ? bytesOfLatin1(text) : encoder.encode(text);

/** The UTF-8 bytes of a code point; surrogates too have some, as in Lua. */
export const encodeCode = (code: number): Uint8Array => {
  if (code < 0x80) return Uint8Array.of(code);
  const extra = code < 0x800 ? 1 : code < 0x10000 ? 2 : 3;
  const bytes = Uint8Array.of((0xff00 >> (extra + 1)) | (code >> (6 * extra)), 0x80, 0x80, 0x80);
  for (let i = 1; i <= extra; i++) bytes[i] = 0x80 | ((code >> (6 * (extra - i))) & 0x3f);
  return bytes.subarray(0, extra + 1);
};

/** A Lua string of a text. ASCII is its own text of one character per byte. */
export const luaString = (text: string): LuaString =>
  text.length <= LONGEST_TEXT && isAscii(text) ? newJoinedText(text) : newString(encoder.encode(text));

/** The text of bytes; what is not UTF-8 becomes U+FFFD. For messages. */
export const decode = (bytes: Uint8Array): string => lenient.decode(bytes);

/** The text of a Lua string; what is not UTF-8 becomes U+FFFD. */
export const textOf = (string: LuaString): string => asciiText(string) ?? lenient.decode(string.bytes);

/** The text of an ASCII string that is not long, which is its table key and costs nothing; undefined for any other. */
export const asciiText = (string: LuaString): string | undefined => {
  if (string.length > LONGEST_TEXT) return undefined;
  const key = stringKey(string);
  return isAscii(key) ? key : undefined;
};

/** The same of a string so short that nobody need ask what it costs. */
export const shortAscii = (string: LuaString): string | undefined =>
  string.length < 64 ? asciiText(string) : undefined;

/** The text of bytes, or a copy of them if they are not UTF-8: nothing is lost. */
export const textOrBytes = (bytes: Uint8Array): string | Uint8Array => {
  try {
    return strict.decode(bytes);
  } catch {
    return bytes.slice();
  }
};
