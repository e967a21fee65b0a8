/*
 * Strings are bytes. A table files one under a text of one character per byte, which is exact and orders like the
 * bytes. An array of bytes takes two hundred more than it holds, a text twenty: most short strings never have the
 * former.
 */

/** A Lua string: bytes, or a text of one character per byte, each made of the other when it is asked for first. */
export class LuaString {
  /** The last census that counted it. */
  mark = 0;

  /** @param key The text, under which tables file it. */
  constructor(
    private content: Uint8Array | undefined,
    public key: string | undefined,
  ) {}

  /** The bytes. Nobody writes to them. */
  get bytes(): Uint8Array {
    return (this.content ??= bytesOfLatin1(this.key as string));
  }

  /** The text, if it has never had bytes. */
  get textAlone(): string | undefined {
    return this.content === undefined ? this.key : undefined;
  }

  /** Number of bytes. */
  get length(): number {
    return this.content === undefined ? (this.key as string).length : this.content.length;
  }

  /** What it takes in memory, in bytes. */
  get weight(): number {
    const { content, key } = this;
    return 50 + (content === undefined ? 0 : 200 + content.length) + (key === undefined ? 0 : 20 + key.length);
  }
}

/** A Lua string that takes the bytes over. */
export const newString = (bytes: Uint8Array): LuaString => new LuaString(bytes, undefined);

/** A Lua string of a text of one character per byte. */
export const newText = (text: string): LuaString => new LuaString(undefined, text);

/** Slices up to this length are texts from the start. */
const SHORT = 16;

const BYTES = Array.from({ length: 256 }, (_, byte) => newText(String.fromCharCode(byte)));
const EMPTY = newText('');

/** A Lua string of a piece of bytes. */
export const sliceString = (bytes: Uint8Array, from: number, to: number): LuaString => {
  const size = to - from;
  if (size > SHORT) return newString(bytes.slice(from, to));
  if (size <= 1) return size === 1 ? (BYTES[bytes[from] as number] as LuaString) : EMPTY;
  let text = '';
  for (let i = from; i < to; i++) text += String.fromCharCode(bytes[i] as number);
  return newText(text);
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
  const { length } = a;
  if (length !== b.length) return false;
  if (length <= 32 || (a.key !== undefined && b.key !== undefined)) return stringKey(a) === stringKey(b);
  for (let i = 0; i < length; i++) if (a.bytes[i] !== b.bytes[i]) return false;
  return true;
};
