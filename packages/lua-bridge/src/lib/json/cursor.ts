import { decode } from '../../vm/values/text.js';

const LINE_FEED = 10;

/** What is wrong in a JSON text, and where. */
export class JsonSyntaxError extends Error {}

/** The error that something else stands at `at` than was expected there; columns count bytes. */
export const createSyntaxError = (bytes: Uint8Array, at: number, expected: string): JsonSyntaxError => {
  const before = bytes.subarray(0, at);
  const line = before.reduce((count, byte) => (byte === LINE_FEED ? count + 1 : count), 1);
  const column = at - before.lastIndexOf(LINE_FEED);
  return new JsonSyntaxError(`${expected} expected at line ${line}, column ${column}, got ${describeFound(bytes, at)}`);
};

const describeFound = (bytes: Uint8Array, at: number): string => {
  if (at >= bytes.length) return 'the end of the text';
  const [char = ''] = decode(bytes.subarray(at, at + 4));
  return /[\p{Cc}\p{Zl}\p{Zp}]/u.test(char) ? `character ${char.codePointAt(0)}` : `'${char}'`;
};

/** A place in a JSON text. */
export class JsonCursor {
  at = 0;

  constructor(readonly bytes: Uint8Array) {}

  /** Passes over a word if it stands here. */
  follows(word: string): boolean {
    for (let i = 0; i < word.length; i++) if (this.bytes[this.at + i] !== word.charCodeAt(i)) return false;
    this.at += word.length;
    return true;
  }

  /** Passes over a byte if it is the next one that is not space. */
  takes(byte: number): boolean {
    this.skipSpace();
    if (this.bytes[this.at] !== byte) return false;
    this.at++;
    return true;
  }

  /** Passes over space. */
  skipSpace(): void {
    const { bytes } = this;
    let { at } = this;
    for (let byte = bytes[at]; byte === 32 || byte === 10 || byte === 13 || byte === 9; byte = bytes[at]) at++;
    this.at = at;
  }

  /** Something else was expected here. @throws JsonSyntaxError */
  expected(what: string, at = this.at): never {
    throw createSyntaxError(this.bytes, at, what);
  }
}
