import { ANY_BYTE, type ByteSet, complement, getSingleton, readEscapedSet } from './byte-set.js';
import {
  AGAIN,
  ALL,
  BALANCE,
  BROKEN,
  CLOSE,
  END,
  FRONTIER,
  LEAST,
  MAYBE,
  MOST,
  ONE,
  OPEN,
  OPTIONAL,
  Piece,
  POSITION,
} from './piece.js';

/** A pattern ready to match. */
export interface Pattern {
  readonly pieces: readonly Piece[];
  readonly anchored: boolean;
  /** Number of captures. */
  readonly captures: number;
  /** Whether no match of it can raise an error. */
  readonly isSound: boolean;
  /** The bytes every match starts with, as far as they are known and no more than a few. */
  readonly prefix: string;
  /** The bytes a match can start with; undefined if it may be empty or that is not known. */
  readonly starts: ByteSet | undefined;
}

/** What is wrong with a pattern. */
export class PatternError extends Error {}

const ESC = 37;
const CARET = 94;

/* As in Lua: so many captures, and so many pieces after each of which the rest of the pattern is tried anew. */
const MOST_CAPTURES = 32;
const MOST_BRANCHES = 200;

/* Bytes of a prefix: an engine may look for it in quadratic time. */
const LONGEST_PREFIX = 8;

/** Compiles a Lua pattern. Where it is malformed, it ends with what says so. */
export const compilePattern = (source: Uint8Array): Pattern => {
  const anchored = source[0] === CARET;
  const reader: Reader = { source, at: anchored ? 1 : 0, captures: 0, open: [], branches: 0 };
  const pieces: Piece[] = [];
  while (reader.at < source.length && pieces.at(-1)?.kind !== BROKEN) pieces.push(readPieceOrFault(reader));
  for (let n = 0; n < pieces.length; n++) decide(pieces, n);
  const heads = pieces.filter(({ kind }) => kind !== OPEN);
  const [head] = heads;
  const required = head?.kind === ONE || ((head?.kind === ALL || head?.kind === MOST) && head.number === 1);
  return {
    pieces,
    anchored,
    captures: reader.captures,
    isSound: reader.open.length === 0 && pieces.at(-1)?.kind !== BROKEN,
    prefix: readPrefix(heads),
    starts: required ? head.set : undefined,
  };
};

const readPrefix = (pieces: readonly Piece[]): string => {
  let prefix = '';
  for (const { kind, byte } of pieces) {
    if (kind !== ONE || byte < 0 || prefix.length === LONGEST_PREFIX) break;
    prefix += String.fromCharCode(byte);
  }
  return prefix;
};

/* Where what follows cannot begin with a byte of its set, a piece need not be tried in more than one way. */
const decide = (pieces: readonly Piece[], n: number): void => {
  const piece = pieces[n] as Piece;
  if (piece.kind !== MOST && piece.kind !== OPTIONAL) return;
  if (isDecided(pieces, n + 1, piece)) piece.kind = piece.kind === MOST ? ALL : MAYBE;
};

/* Pieces that are looked at to decide about one. */
const AHEAD = 10;

const isDecided = (pieces: readonly Piece[], from: number, taken: Piece): boolean => {
  for (let n = from; n < pieces.length; n++) {
    const next = pieces[n] as Piece;
    const { kind, number } = next;
    if (kind === END) return true;
    if (kind === OPEN || kind === CLOSE || kind === POSITION) continue;
    if (kind > END || n > from + AHEAD || overlap(next, taken)) return false;
    if (kind === ONE || number === 1) return true;
  }
  return true;
};

const overlap = (a: Piece, b: Piece): boolean => {
  if (a.byte >= 0) return b.set[a.byte] === 1;
  if (b.byte >= 0) return a.set[b.byte] === 1;
  for (let byte = 0; byte < 256; byte++) if (a.set[byte] === 1 && b.set[byte] === 1) return true;
  return false;
};

interface Reader {
  readonly source: Uint8Array;
  at: number;
  /** Captures begun so far, and those of them that are open. */
  captures: number;
  readonly open: number[];
  branches: number;
}

const readPieceOrFault = (reader: Reader): Piece => {
  try {
    const piece = readPiece(reader);
    if (piece.kind >= OPEN && piece.kind <= OPTIONAL && ++reader.branches > MOST_BRANCHES)
      throw new PatternError('pattern too complex');
    return piece;
  } catch (error) {
    if (error instanceof PatternError) return new Piece(BROKEN, ANY_BYTE, -1, 0, error.message);
    throw error;
  }
};

const readPiece = (reader: Reader): Piece => {
  const { source, at } = reader;
  switch (source[at]) {
    case 40:
      return readOpening(reader);
    case 41:
      return readClosing(reader);
    case 36:
      if (at + 1 < source.length) return readSingle(reader);
      reader.at++;
      return new Piece(END);
    case ESC:
      return readEscape(reader);
    default:
      return readSingle(reader);
  }
};

const readOpening = (reader: Reader): Piece => {
  const isPosition = reader.source[reader.at + 1] === 41;
  const capture = reader.captures;
  if (capture >= MOST_CAPTURES) throw new PatternError('too many captures');
  reader.captures++;
  reader.at += isPosition ? 2 : 1;
  if (!isPosition) reader.open.push(capture);
  return new Piece(isPosition ? POSITION : OPEN, ANY_BYTE, -1, capture);
};

const readClosing = (reader: Reader): Piece => {
  const capture = reader.open.pop();
  if (capture === undefined) throw new PatternError('invalid pattern capture');
  reader.at++;
  return new Piece(CLOSE, ANY_BYTE, -1, capture);
};

const readEscape = (reader: Reader): Piece => {
  const { source, at } = reader;
  const next = source[at + 1];
  if (next === 98) {
    if (at + 3 >= source.length) throw new PatternError("malformed pattern (missing arguments to '%b')");
    reader.at += 4;
    return new Piece(BALANCE, ANY_BYTE, source[at + 2], source[at + 3]);
  }
  if (next === 102) {
    if (source[at + 2] !== 91) throw new PatternError("missing '[' after '%f' in pattern");
    reader.at += 2;
    return new Piece(FRONTIER, readSet(reader).set);
  }
  if (next !== undefined && next >= 48 && next <= 57) {
    const capture = next - 49;
    if (capture < 0 || capture >= reader.captures || reader.open.includes(capture))
      throw new PatternError(`invalid capture index %${capture + 1}`);
    reader.at += 2;
    return new Piece(AGAIN, ANY_BYTE, -1, capture);
  }
  return readSingle(reader);
};

const readSingle = (reader: Reader): Piece => {
  const { set, byte } = readSet(reader);
  const suffix = String.fromCharCode(reader.source[reader.at] ?? 0);
  if (!'*+-?'.includes(suffix) || reader.at >= reader.source.length) return new Piece(ONE, set, byte);
  reader.at++;
  if (suffix === '?') return new Piece(OPTIONAL, set, byte);
  return new Piece(suffix === '-' ? LEAST : MOST, set, byte, suffix === '+' ? 1 : 0);
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
