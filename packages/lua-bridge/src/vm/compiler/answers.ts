import { shortenChunkName } from '../calls/position.js';
import { readNumeral, toInteger } from '../values/number.js';
import { latin1 } from '../values/string.js';
import { STRING } from '../values/tags.js';
import { encode, encodeCode } from '../values/text.js';
import type { Compilation } from './compilation.js';
import { foldConstants } from './constant-fold.js';
import door from './door.cjs';
import { SourceLocal, SourceString, SourceTable, SourceValue } from './parts.js';

/*
 * What fengari's compiler gets for an answer when it calls the modules that are not there: its own values and tables,
 * numbers and arithmetic as the machine does them, messages, and the way out.
 */

type Piece = Uint8Array | number | null;

const values = {
  makeValue: (type: number, value: unknown) => new SourceValue(type, value),
  makeFunction: (compilation: Compilation) => compilation.addFunction(),
  makeString: (bytes: Uint8Array) => new SourceString(bytes, latin1(bytes)),
  makeLiteral: (text: string) => new SourceString(encode(text), text),
  makeKey: latin1,
  LocVar: SourceLocal,
  luaF_newLclosure: () => ({ p: null }),
  luaD_inctop: (compilation: Compilation) => {
    compilation.push();
  },
};

const fileUnder = ({ type, value }: SourceValue): unknown => (type === STRING ? (value as SourceString).key : value);
const NOTHING = new SourceValue(0, null);

const tables = {
  luaH_new: (compilation: Compilation) => compilation.seen,
  luaH_get: (_: unknown, table: SourceTable, key: SourceValue) => table.strong.get(fileUnder(key))?.value ?? NOTHING,
  luaH_setfrom: (_: unknown, table: SourceTable, key: SourceValue, value: SourceValue) => {
    table.set(fileUnder(key), key, value);
  },
};

const numbers = {
  /* The length read plus one, or 0. The scanner hands over its buffer, which may end with zeros. */
  luaO_str2num: (buffer: Uint8Array, into: SourceValue): number => {
    const end = buffer.indexOf(0);
    const bytes = end < 0 ? buffer : buffer.subarray(0, end);
    const numeral = readNumeral(latin1(bytes));
    if (numeral === undefined) return 0;
    into.type = numeral.type;
    into.value = numeral.value;
    return bytes.length + 1;
  },
  tointeger: toInteger,
  luaO_arith: foldConstants,
  luaO_hexavalue: (digit: number): number => parseInt(String.fromCharCode(digit), 16),
  /* The size of a table constructor as a float of eight bits, rounded up; `op-table.ts` reads it. */
  luaO_int2fb: (size: number): number => {
    let [mantissa, exponent] = [size, 0];
    if (size < 8) return size;
    for (; mantissa >= 16; exponent++) mantissa = (mantissa + 1) >> 1;
    return ((exponent + 1) << 3) | (mantissa - 8);
  },
  /* Writes a code point to the end of a buffer; gives how many bytes that took. */
  luaO_utf8esc: (buffer: Uint8Array, codePoint: number): number => {
    const bytes = encodeCode(codePoint);
    buffer.set(bytes, buffer.length - bytes.length);
    return bytes.length;
  },
};

const messages = {
  luaO_pushfstring: (compilation: Compilation, format: Uint8Array, ...pieces: Piece[]) => {
    const next = pieces.values();
    return compilation.say(latin1(format).replace(/%([sdc%])/g, (_, kind: string) => spell(kind, next)));
  },
  luaG_addinfo: (compilation: Compilation, message: Uint8Array, source: SourceString, line: number) =>
    compilation.say(`${quote(shortenChunkName(source.bytes))}:${line}: ${quote(message)}`),
  luaD_throw: (compilation: Compilation) => compilation.fail(),
};

const spell = (kind: string, pieces: Iterator<Piece>): string => {
  if (kind === '%') return '%';
  const piece = pieces.next().value as Piece;
  if (piece === null) return '(null)';
  if (typeof piece !== 'number') return quote(piece);
  return kind === 'c' && isPrintable(piece)
    ? String.fromCharCode(piece)
    : kind === 'c'
      ? `<\\${piece}>`
      : String(piece);
};

const isPrintable = (byte: number): boolean => byte >= 32 && byte < 127;

/* Lua's messages quote text up to its first zero byte. */
const quote = (bytes: Uint8Array): string => {
  const end = bytes.indexOf(0);
  return latin1(end < 0 ? bytes : bytes.subarray(0, end));
};

/** Puts the answers where fengari's compiler finds them. */
export const openDoor = (): void => {
  Object.assign(door, values, tables, numbers, messages);
};
