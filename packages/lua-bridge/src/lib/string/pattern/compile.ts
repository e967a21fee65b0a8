import { ANY_BYTE, type ByteSet, complement, getSingleton, readEscapedSet } from './byte-set.js';

/** One piece of a pattern. */
export type Item =
  | { kind: 'one'; set: ByteSet; byte: number }
  | { kind: 'optional' | 'most' | 'least'; set: ByteSet; from: 0 | 1 }
  | { kind: 'end' }
  | { kind: 'open' | 'close' | 'position' }
  | { kind: 'again'; capture: number }
  | { kind: 'balance'; open: number; shut: number }
  | { kind: 'frontier'; set: ByteSet }
  /** What is malformed, which matters only to a match that gets there. */
  | { kind: 'broken'; fault: string };

/** A pattern ready to match. */
export interface Pattern {
  items: readonly Item[];
  anchored: boolean;
  /** The byte every match starts with, or -1. */
  first: number;
  /** The bytes a match can start with; undefined if it may be empty or that is not known. */
  starts: ByteSet | undefined;
}

/** What is wrong with a pattern. */
export class PatternError extends Error {}

const ESC = 37;
const CARET = 94;

/** Compiles a Lua pattern. Where it is malformed, it ends with what says so. */
export const compilePattern = (source: Uint8Array): Pattern => {
  const anchored = source[0] === CARET;
  const reader = { source, at: anchored ? 1 : 0 };
  const items: Item[] = [];
  while (reader.at < source.length && items.at(-1)?.kind !== 'broken') items.push(readItemOrFault(reader));
  const head = items.find((item) => item.kind !== 'open');
  const required = head?.kind === 'one' || (head?.kind === 'most' && head.from === 1);
  return { items, anchored, first: head?.kind === 'one' ? head.byte : -1, starts: required ? head.set : undefined };
};

interface Reader {
  source: Uint8Array;
  at: number;
}

const readItemOrFault = (reader: Reader): Item => {
  try {
    return readItem(reader);
  } catch (error) {
    if (error instanceof PatternError) return { kind: 'broken', fault: error.message };
    throw error;
  }
};

const readItem = (reader: Reader): Item => {
  const { source, at } = reader;
  switch (source[at]) {
    case 40:
      reader.at += source[at + 1] === 41 ? 2 : 1;
      return { kind: source[at + 1] === 41 ? 'position' : 'open' };
    case 41:
      reader.at++;
      return { kind: 'close' };
    case 36:
      if (at + 1 < source.length) return readSingle(reader);
      reader.at++;
      return { kind: 'end' };
    case ESC:
      return readEscape(reader);
    default:
      return readSingle(reader);
  }
};

const readEscape = (reader: Reader): Item => {
  const { source, at } = reader;
  const next = source[at + 1];
  if (next === 98) {
    if (at + 3 >= source.length) throw new PatternError("malformed pattern (missing arguments to '%b')");
    reader.at += 4;
    return { kind: 'balance', open: source[at + 2] as number, shut: source[at + 3] as number };
  }
  if (next === 102) {
    if (source[at + 2] !== 91) throw new PatternError("missing '[' after '%f' in pattern");
    reader.at += 2;
    return { kind: 'frontier', set: readSet(reader).set };
  }
  if (next !== undefined && next >= 48 && next <= 57) {
    reader.at += 2;
    return { kind: 'again', capture: next - 49 };
  }
  return readSingle(reader);
};

const readSingle = (reader: Reader): Item => {
  const { set, byte } = readSet(reader);
  const suffix = String.fromCharCode(reader.source[reader.at] ?? 0);
  if (!'*+-?'.includes(suffix) || reader.at >= reader.source.length) return { kind: 'one', set, byte };
  reader.at++;
  if (suffix === '?') return { kind: 'optional', set, from: 0 };
  return { kind: suffix === '-' ? 'least' : 'most', set, from: suffix === '+' ? 1 : 0 };
};

const readSet = (reader: Reader): { set: ByteSet; byte: number } => {
  const { source } = reader;
  const byte = source[reader.at++] as number;
  if (byte === 46) return { set: ANY_BYTE, byte: -1 };
  if (byte === 91) return { set: readBrackets(reader), byte: -1 };
  if (byte !== ESC) return { set: getSingleton(byte), byte };
  if (reader.at >= source.length) throw new PatternError("malformed pattern (ends with '%')");
  const letter = source[reader.at++] as number;
  const isClass = /[acdglpsuwxz]/i.test(String.fromCharCode(letter));
  return { set: readEscapedSet(letter), byte: isClass ? -1 : letter };
};

/* The part after `[`, up to its `]`. A `]` that comes first stands for itself. */
const readBrackets = (reader: Reader): ByteSet => {
  const { source } = reader;
  const negated = source[reader.at] === CARET;
  if (negated) reader.at++;
  const set = new Uint8Array(256);
  const start = reader.at;
  for (;;) {
    const byte = source[reader.at];
    if (byte === undefined) throw new PatternError("malformed pattern (missing ']')");
    if (byte === 93 && reader.at > start) break;
    reader.at++;
    if (byte === ESC) addEscape(reader, set);
    else addRange(reader, set, byte);
  }
  reader.at++;
  return negated ? complement(set) : set;
};

const addEscape = (reader: Reader, set: ByteSet): void => {
  const letter = reader.source[reader.at++];
  if (letter === undefined) throw new PatternError("malformed pattern (missing ']')");
  readEscapedSet(letter).forEach((flag, byte) => {
    if (flag === 1) set[byte] = 1;
  });
};

const addRange = (reader: Reader, set: ByteSet, low: number): void => {
  const high = reader.source[reader.at + 1];
  const isRange = reader.source[reader.at] === 45 && high !== undefined && high !== 93;
  if (isRange) reader.at += 2;
  for (let byte = low; byte <= (isRange ? high : low); byte++) set[byte] = 1;
};
