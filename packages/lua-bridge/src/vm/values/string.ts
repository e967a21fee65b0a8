import { LAST_MARK, MARK_BITS } from './mark.js';

/*
 * Strings are bytes. A table files one under a text of one character per byte, which is exact and orders like the
 * bytes. An array of bytes takes two hundred more than it holds, a text sixteen: so all but long strings are texts, and
 * whoever wants their bytes gets an array that is soon forgotten.
 */

/** Strings up to this length are texts. */
export const LONGEST_TEXT = 1024;

/* Slots that are remembered. Small integers have 31 bits in any engine. */
const MOST_SLOTS = (1 << (30 - MARK_BITS)) - 1;

/** A Lua string: a text of one character per byte, or bytes; a long one may have both, made of each other. */
export class LuaString {
  /* The mark, and above it one more than the slot. */
  private word = 0;

  /** @param key The text, under which tables file it. Not one that an engine keeps in pieces. */
  constructor(
    private content: Uint8Array | undefined,
    public key: string | undefined,
  ) {}

  /** The last census that counted it. */
  get mark(): number {
    return this.word & LAST_MARK;
  }

  set mark(census: number) {
    this.word = (this.word & ~LAST_MARK) | census;
  }

  /** The number of the slot in which a table was last found to have it as a key; -1 if none was. */
  get slot(): number {
    return (this.word >> MARK_BITS) - 1;
  }

  set slot(n: number) {
    if (n < MOST_SLOTS) this.word = ((n + 1) << MARK_BITS) | (this.word & LAST_MARK);
  }

  /** The bytes. Nobody writes to them. */
  get bytes(): Uint8Array {
    if (this.content !== undefined) return this.content;
    const text = this.key as string;
    return text.length > LONGEST_TEXT ? (this.content = bytesOfLatin1(text)) : bytesOfText(text);
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
    return (
      48 + (content === undefined ? 0 : 200 + content.length) + (key === undefined ? 0 : 16 + ((key.length + 7) & -8))
    );
  }
}

/* The texts whose bytes were asked for last: who wants them once often does again. */
interface Spelt {
  text: string;
  bytes: Uint8Array;
}
const last: Spelt = { text: '', bytes: new Uint8Array(0) };
const before: Spelt = { text: '', bytes: new Uint8Array(0) };

const bytesOfText = (text: string): Uint8Array => {
  if (last.text === text) return last.bytes;
  const bytes = before.text === text ? before.bytes : bytesOfLatin1(text);
  before.text = last.text;
  before.bytes = last.bytes;
  last.text = text;
  return (last.bytes = bytes);
};

/** A Lua string of bytes, which it may take over. */
export const newString = (bytes: Uint8Array): LuaString =>
  bytes.length > LONGEST_TEXT ? new LuaString(bytes, undefined) : new LuaString(undefined, latin1(bytes));

/** A Lua string of a text of one character per byte that an engine does not keep in pieces. */
export const newText = (text: string): LuaString => new LuaString(undefined, text);

/** A Lua string of a text of one character per byte that was just put together. */
export const newJoinedText = (text: string): LuaString =>
  text.length > LONGEST_TEXT ? newString(bytesOfLatin1(text)) : newText(flatten(text));

/* Who reads a character has an engine copy a text that it has kept in pieces so far, and the pieces can go. */
const flatten = (text: string): string => (text.charCodeAt(0) >= 0 ? text : '');

const BYTES = Array.from({ length: 256 }, (_, byte) => newText(String.fromCharCode(byte)));
const EMPTY = newText('');

/** A Lua string of one byte. */
export const byteString = (byte: number): LuaString => BYTES[byte] as LuaString;

/** A Lua string of a piece of a text, which does not keep that alive: an engine copies what is short or joined. */
export const sliceText = (text: string, from: number, to: number): LuaString => {
  const size = to - from;
  if (size > SHORT) return newText(flatten(text.slice(from, to - 1) + text.charAt(to - 1)));
  if (size > 1) return newText(text.slice(from, to));
  return size === 1 ? byteString(text.charCodeAt(from)) : EMPTY;
};

/** A Lua string of a piece of bytes. */
export const sliceString = (bytes: Uint8Array, from: number, to: number): LuaString => {
  const size = to - from;
  if (size > LONGEST_TEXT) return newString(bytes.slice(from, to));
  if (size <= 1) return size === 1 ? (BYTES[bytes[from] as number] as LuaString) : EMPTY;
  return newText(size <= SHORT ? spell(bytes, from, to) : latin1(bytes.subarray(from, to)));
};

/** Pieces up to this length are spelt: any call would cost more. */
const SHORT = 12;

const spell = (bytes: Uint8Array, from: number, to: number): string => {
  let text = '';
  for (let i = from; i < to; i++) text += String.fromCharCode(bytes[i] as number);
  return text;
};

const CHUNK = 4096;

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * The bytes as text of one character per byte.
 * @example latin1(Uint8Array.of(72, 105)) // 'Hi'
 */
export const latin1 = (bytes: Uint8Array): string => {
  if (bytes.length <= SHORT) return spell(bytes, 0, bytes.length);
  // By far the quickest way, and right for ASCII: anything else gets shorter by it, or a mark of what is not UTF-8.
  const ascii = utf8.decode(bytes);
  if (ascii.length === bytes.length && !ascii.includes('\uFFFD')) return ascii;
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
  if (length <= LONGEST_TEXT || (a.key !== undefined && b.key !== undefined)) return stringKey(a) === stringKey(b);
  for (let i = 0; i < length; i++) if (a.bytes[i] !== b.bytes[i]) return false;
  return true;
};
