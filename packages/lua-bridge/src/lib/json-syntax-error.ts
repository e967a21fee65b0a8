import { decode } from '../vm/values/text.js';

const LINE_FEED = 10;

/** What is wrong in a JSON text, and where. */
export class JsonSyntaxError extends Error {}

/** The error that something else stands at `at` than was expected there; columns count bytes. */
export const unexpected = (bytes: Uint8Array, at: number, expected: string): JsonSyntaxError => {
  const before = bytes.subarray(0, at);
  const line = before.reduce((count, byte) => (byte === LINE_FEED ? count + 1 : count), 1);
  const column = at - before.lastIndexOf(LINE_FEED);
  return new JsonSyntaxError(`${expected} expected at line ${line}, column ${column}, got ${found(bytes, at)}`);
};

const found = (bytes: Uint8Array, at: number): string => {
  if (at >= bytes.length) return 'the end of the text';
  const [char = ''] = decode(bytes.subarray(at, at + 4));
  return /[\p{Cc}\p{Zl}\p{Zp}]/u.test(char) ? `character ${char.codePointAt(0)}` : `'${char}'`;
};
