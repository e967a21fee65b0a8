import { unexpected } from './json-syntax-error.js';

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
    throw unexpected(this.bytes, at, what);
  }
}
