/*
 * Strings are bytes. A table files one under a text of one character per byte, which is exact and orders like the
 * bytes.
 */

/** A Lua string. */
export class LuaString {
  /** Under what tables file it, once that was needed. */
  key: string | undefined = undefined;
  /** The last census that counted it. */
  mark = 0;

  constructor(readonly bytes: Uint8Array) {}
}

/** A Lua string that takes the bytes over. */
export const newString = (bytes: Uint8Array): LuaString => new LuaString(bytes);

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

/** The bytes of a text of one character per byte. */
export const bytesOfLatin1 = (text: string): Uint8Array => {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
};

/** The table key of a Lua string; computed once and kept on it. */
export const stringKey = (string: LuaString): string => (string.key ??= latin1(string.bytes));

/** Whether two strings have the same bytes. */
export const equalStrings = (a: LuaString, b: LuaString): boolean => {
  if (a === b) return true;
  const { length } = a.bytes;
  if (length !== b.bytes.length) return false;
  if (length <= 32 || (a.key !== undefined && b.key !== undefined)) return stringKey(a) === stringKey(b);
  for (let i = 0; i < length; i++) if (a.bytes[i] !== b.bytes[i]) return false;
  return true;
};
