import { checkLuaInteger, checkLuaString, checkNumber } from '../../vm/native/arguments.js';
import { ByteBuffer } from '../../vm/native/byte-buffer.js';
import { arg, argCount, hasArg, push } from '../../vm/native/frame.js';
import type { Library } from '../../vm/native/library.js';
import { raise, raiseArgument } from '../../vm/native/raise.js';
import { resumable, type Steps } from '../../vm/native/resumable.js';
import type { LuaState } from '../../vm/state/lua-state.js';
import { getMetafield } from '../../vm/state/metatables.js';
import type { Native } from '../../vm/state/native.js';
import type { Integer } from '../../vm/values/arithmetic.js';
import { writeNumber } from '../../vm/values/number.js';
import { latin1, type LuaString, newJoinedText } from '../../vm/values/string.js';
import { BOOLEAN, FLOAT, INTEGER, NIL, STRING } from '../../vm/values/tags.js';
import { isFalsy, type Value } from '../../vm/values/value.js';
import { toText } from '../base/tostring.js';
import { type Conversion, formatFloat, formatHexadecimal, formatInteger } from './format-number.js';
import { type ReadConversion, readTemplate, type Template } from './format-template.js';

/* A `__tostring` behind `%s` may wait. */
const formatAny = resumable(function* (L) {
  const { conversions, texts, fault } = readTemplate(checkLuaString(L, 1), argCount(L) - 1);
  const buffer = new ByteBuffer(L.runtime.budget);
  for (const [n, text] of texts.entries()) {
    buffer.addLatin1(text);
    const conversion = conversions[n];
    if (conversion === undefined) break;
    if (!hasArg(L, n + 2)) return raiseArgument(L, n + 2, 'no value');
    yield* addConversion(L, buffer, conversion, n + 2);
  }
  return fault === undefined ? push(L, STRING, buffer.take()) : raise(L, fault);
});

function* addConversion(L: LuaState, buffer: ByteBuffer, conversion: ReadConversion, n: number): Steps<void> {
  switch (conversion.letter) {
    case 'c':
      buffer.addLatin1(padText(String.fromCharCode(readByte(L, n)), { ...conversion, precision: undefined }));
      break;
    case 'd':
    case 'i':
    case 'o':
    case 'u':
    case 'x':
    case 'X':
      buffer.addLatin1(formatInteger(checkLuaInteger(L, n), conversion));
      break;
    case 'q':
      addQuoted(L, buffer, n);
      break;
    case 's':
      yield* addText(L, buffer, conversion, n);
      break;
    default:
      buffer.addLatin1(formatFloat(checkNumber(L, n), conversion));
  }
}

/* `string.format`. Strings and numbers are written without more ado. */
const format: Native = (L) => {
  const { type, value } = arg(L, 1);
  const text = type === STRING ? writePlainly(L, readTemplate(value as LuaString, argCount(L) - 1)) : undefined;
  if (text === undefined) return formatAny(L);
  L.runtime.budget.spend((value as LuaString).length >> 6);
  L.runtime.budget.allocateString(text.length);
  return push(L, STRING, newJoinedText(text));
};

/* Conversions of what is put together before it is looked how long it is. */
const MOST_PLAIN = 100;

const writePlainly = (L: LuaState, { conversions, texts, fault }: Template): string | undefined => {
  if (fault !== undefined || conversions.length > MOST_PLAIN) return undefined;
  let text = texts[0] as string;
  for (let n = 0; n < conversions.length; n++) {
    const piece = hasArg(L, n + 2) ? convert(L, conversions[n] as ReadConversion, arg(L, n + 2)) : undefined;
    if (piece === undefined) return undefined;
    text += piece + (texts[n + 1] as string);
  }
  return text;
};

const WHOLE = 'dioxXu';
const BROKEN = 'aAeEfgG';

/* What a string or a number is written as; undefined for whatever takes more thought. */
const convert = (L: LuaState, conversion: ReadConversion, given: Value): string | undefined => {
  const { letter } = conversion;
  if (letter === 's') return convertText(L, conversion, given);
  const { type, value } = given;
  if (type === INTEGER && WHOLE.includes(letter)) return formatInteger(value as Integer, conversion);
  if ((type === FLOAT || type === INTEGER) && BROKEN.includes(letter)) return formatFloat(Number(value), conversion);
  return undefined;
};

const convertText = (L: LuaState, conversion: ReadConversion, given: Value): string | undefined => {
  const { type, value } = given;
  let text: string | undefined;
  if (type === STRING && getMetafield(L, given, '__tostring') === undefined) text = (value as LuaString).textAlone;
  else if (type === INTEGER || type === FLOAT) text = writeNumber(type, value);
  if (text === undefined || conversion.isBare) return text;
  return text.length >= 100 || text.includes('\0') ? undefined : padText(text, conversion);
};

const readByte = (L: LuaState, n: number): number => Number(BigInt.asUintN(8, BigInt(checkLuaInteger(L, n))));

function* addText(L: LuaState, buffer: ByteBuffer, conversion: ReadConversion, n: number): Steps<void> {
  const { bytes } = yield* toText(L, arg(L, n));
  L.top--;
  const { isBare, precision } = conversion;
  if (!isBare && bytes.includes(0)) raiseArgument(L, n, 'string contains zeros');
  if (isBare || (precision === undefined && bytes.length >= 100)) buffer.add(bytes);
  else buffer.addLatin1(padText(latin1(bytes.subarray(0, 100)), conversion));
}

const padText = (text: string, { flags, width, precision }: Conversion): string => {
  const cut = precision === undefined ? text : text.slice(0, precision);
  return flags.includes('-') ? cut.padEnd(width) : cut.padStart(width);
};

const addQuoted = (L: LuaState, buffer: ByteBuffer, n: number): void => {
  const { type, value } = arg(L, n);
  if (type === STRING) addQuotedString(buffer, (value as LuaString).bytes);
  else if (type === INTEGER) buffer.addLatin1(value === -(2n ** 63n) ? '0x8000000000000000' : String(value));
  else if (type === FLOAT) buffer.addLatin1(quoteFloat(value as number));
  else if (type === NIL || type === BOOLEAN) buffer.addLatin1(type === NIL ? 'nil' : String(!isFalsy(arg(L, n))));
  else raiseArgument(L, n, 'value has no literal form');
};

const quoteFloat = (value: number): string => {
  if (Number.isNaN(value)) return '(0/0)';
  if (!Number.isFinite(value)) return value > 0 ? '1e9999' : '-1e9999';
  return (value < 0 || Object.is(value, -0) ? '-' : '') + formatHexadecimal(Math.abs(value), undefined, 'as needed');
};

const addQuotedString = (buffer: ByteBuffer, bytes: Uint8Array): void => {
  buffer.addByte(34);
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    if (byte === 34 || byte === 92 || byte === 10) buffer.addByte(92);
    if ((byte >= 32 && byte !== 127) || byte === 10) buffer.addByte(byte);
    else buffer.addLatin1(`\\${isDigit(bytes[i + 1]) ? String(byte).padStart(3, '0') : byte}`);
  }
  buffer.addByte(34);
};

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 48 && byte <= 57;

/** `string.format`. */
export const formatFunctions: Library = { format };
