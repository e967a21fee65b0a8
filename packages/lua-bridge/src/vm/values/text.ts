import { stringKey } from './internals.js';
import { newString } from './string-hash.js';
import type { TString } from './types.js';

const encoder = new TextEncoder();
const lenient = new TextDecoder('utf-8', { ignoreBOM: true });
const strict = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true });

/** Whether a text is ASCII. Not by a regular expression, which would have to name control characters. */
export const isAscii = (text: string): boolean => {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
};

const asciiBytes = (text: string): Uint8Array => {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
};

/** The UTF-8 bytes of a text. */
export const encode = (text: string): Uint8Array =>
  text.length < 64 && isAscii(text) ? asciiBytes(text) : encoder.encode(text);

/** A Lua string of a text. Plain ASCII gets its table key at once: it is the text itself. */
export const luaString = (text: string): TString => {
  if (text.length >= 64 || !isAscii(text)) return newString(encoder.encode(text));
  const string = newString(asciiBytes(text));
  string.key = text;
  return string;
};

/** The text of bytes; what is not UTF-8 becomes U+FFFD. For messages. */
export const decode = (bytes: Uint8Array): string => lenient.decode(bytes);

/** The text of a Lua string; what is not UTF-8 becomes U+FFFD. */
export const textOf = (string: TString): string => shortAscii(string) ?? lenient.decode(string.realstring);

/** The text of a short ASCII string, which is its table key and costs nothing; undefined for any other. */
export const shortAscii = (string: TString): string | undefined => {
  if (string.realstring.length >= 64) return undefined;
  const key = stringKey(string);
  return isAscii(key) ? key : undefined;
};

/** The text of bytes, or a copy of them if they are not UTF-8: nothing is lost. */
export const textOrBytes = (bytes: Uint8Array): string | Uint8Array => {
  try {
    return strict.decode(bytes);
  } catch {
    return bytes.slice();
  }
};
