import { latin1 } from '../values/string.js';
import { encodeCode } from '../values/text.js';
import { DIGIT, HEX_DIGIT, KIND_OF, NEWLINE, SPACE } from './characters.js';
import type { Scanner } from './scanner.js';
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
export const readEscape = (scanner: Scanner): string => {
  const letter = scanner.character;
  const meaning = MEANINGS[letter];
  if (meaning !== undefined) {
    scanner.at++;
    return meaning;
  }
  if (is(scanner, NEWLINE)) {
    scanner.skipNewline();
    return '\n';
  }
  if (is(scanner, DIGIT)) return readDecimal(scanner);
  if (letter === 'x') return readByte(scanner);
  if (letter === 'u') return readCodePoint(scanner);
  if (letter === 'z') return skipSpace(scanner);
  // Whoever goes on with the string will find that it does not end.
  return letter === '' ? '' : refuse(scanner, 'invalid escape sequence');
};

const is = ({ bytes, at }: Scanner, kind: number): boolean => ((KIND_OF[bytes[at] as number] as number) & kind) !== 0;

/* Messages show the sequence up to where it is wrong. */
const refuse = (scanner: Scanner, message: string): never => {
  if (!scanner.isAtEnd) scanner.at++;
  return scanner.refuse(message, TOKEN.TK_STRING);
};

const readDecimal = (scanner: Scanner): string => {
  let byte = 0;
  for (let n = 0; n < 3 && is(scanner, DIGIT); n++) {
    byte = byte * 10 + Number(scanner.character);
    scanner.at++;
  }
  return byte < 256 ? String.fromCharCode(byte) : refuse(scanner, 'decimal escape too large');
};

const readHexDigit = (scanner: Scanner): number => {
  if (!is(scanner, HEX_DIGIT)) refuse(scanner, 'hexadecimal digit expected');
  const digit = parseInt(scanner.character, 16);
  scanner.at++;
  return digit;
};

const readByte = (scanner: Scanner): string => {
  scanner.at++;
  const high = readHexDigit(scanner);
  return String.fromCharCode(high * 16 + readHexDigit(scanner));
};

const readCodePoint = (scanner: Scanner): string => {
  scanner.at++;
  if (scanner.character !== '{') refuse(scanner, "missing '{'");
  scanner.at++;
  let code = readHexDigit(scanner);
  while (is(scanner, HEX_DIGIT)) {
    code = code * 16 + parseInt(scanner.character, 16);
    if (code > LAST_CODE_POINT) refuse(scanner, 'UTF-8 value too large');
    scanner.at++;
  }
  if (scanner.character !== '}') refuse(scanner, "missing '}'");
  scanner.at++;
  return latin1(encodeCode(code));
};

const skipSpace = (scanner: Scanner): string => {
  scanner.at++;
  while (is(scanner, SPACE)) {
    if (is(scanner, NEWLINE)) scanner.skipNewline();
    else scanner.at++;
  }
  return '';
};
