import { latin1 } from '../values/string.js';
import { encodeCode } from '../values/text.js';
import { DIGIT, HEX_DIGIT, KIND_OF, NEWLINE, SPACE } from './characters.js';
import type { SourceReader } from './source-reader.js';
import { TOKEN } from './tokens.js';

/* Escape sequences of strings in quotes. */

const MEANINGS: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  '"': '"',
  "'": "'",
};

const LAST_CODE_POINT = 0x10ffff;

/** Reads an escape sequence, whose backslash has been read, and gives the bytes for which it stands as a text. */
export const readEscape = (reader: SourceReader): string => {
  const letter = reader.character;
  const meaning = MEANINGS[letter];
  if (meaning !== undefined) {
    reader.at++;
    return meaning;
  }
  if (is(reader, NEWLINE)) {
    reader.skipNewline();
    return '\n';
  }
  if (is(reader, DIGIT)) return readDecimal(reader);
  if (letter === 'x') return readByte(reader);
  if (letter === 'u') return readCodePoint(reader);
  if (letter === 'z') return skipSpace(reader);
  // Whoever goes on with the string will find that it does not end.
  return letter === '' ? '' : refuse(reader, 'invalid escape sequence');
};

const is = ({ bytes, at }: SourceReader, kind: number): boolean =>
  ((KIND_OF[bytes[at] as number] as number) & kind) !== 0;

/* Messages show the sequence up to where it is wrong. */
const refuse = (reader: SourceReader, message: string): never => {
  if (!reader.isAtEnd) reader.at++;
  return reader.refuse(message, TOKEN.TK_STRING);
};

const readDecimal = (reader: SourceReader): string => {
  let byte = 0;
  for (let n = 0; n < 3 && is(reader, DIGIT); n++) {
    byte = byte * 10 + Number(reader.character);
    reader.at++;
  }
  return byte < 256 ? String.fromCharCode(byte) : refuse(reader, 'decimal escape too large');
};

const readHexDigit = (reader: SourceReader): number => {
  if (!is(reader, HEX_DIGIT)) refuse(reader, 'hexadecimal digit expected');
  const digit = parseInt(reader.character, 16);
  reader.at++;
  return digit;
};

const readByte = (reader: SourceReader): string => {
  reader.at++;
  const high = readHexDigit(reader);
  return String.fromCharCode(high * 16 + readHexDigit(reader));
};

const readCodePoint = (reader: SourceReader): string => {
  reader.at++;
  if (reader.character !== '{') refuse(reader, "missing '{'");
  reader.at++;
  let code = readHexDigit(reader);
  while (is(reader, HEX_DIGIT)) {
    code = code * 16 + parseInt(reader.character, 16);
    if (code > LAST_CODE_POINT) refuse(reader, 'UTF-8 value too large');
    reader.at++;
  }
  if (reader.character !== '}') refuse(reader, "missing '}'");
  reader.at++;
  return latin1(encodeCode(code));
};

const skipSpace = (reader: SourceReader): string => {
  reader.at++;
  while (is(reader, SPACE)) {
    if (is(reader, NEWLINE)) reader.skipNewline();
    else reader.at++;
  }
  return '';
};
