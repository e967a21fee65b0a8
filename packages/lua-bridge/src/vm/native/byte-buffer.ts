import type { Budget } from '../../meter/budget.js';
import { bytesOfLatin1, LONGEST_TEXT, type LuaString, newJoinedText, newString } from '../values/string.js';
import { encode, encodeCode, isAscii } from '../values/text.js';

/**
 * A string put together piece by piece, as a text as long as it is short; too long a result ends the run before it is
 * allocated.
 */
export class ByteBuffer {
  length = 0;
  #text = '';
  #bytes: Uint8Array | undefined = undefined;

  constructor(private readonly budget: Budget) {}

  /** Adds the bytes of `source` from `from` to `to`. */
  add(source: Uint8Array, from = 0, to = source.length): void {
    const size = to - from;
    const bytes = this.#reserve(size);
    if (size < 16) for (let i = 0; i < size; i++) bytes[this.length + i] = source[from + i] as number;
    else bytes.set(source.subarray(from, to), this.length);
    this.length += size;
  }

  /** Adds a piece of a text of one character per byte, or of bytes. */
  addPiece(source: string | Uint8Array, from: number, to: number): void {
    if (typeof source === 'string') this.addLatin1(source.slice(from, to));
    else this.add(source, from, to);
  }

  /** Adds a Lua string. */
  addString(string: LuaString): void {
    const { textAlone } = string;
    if (textAlone === undefined) this.add(string.bytes);
    else this.addLatin1(textAlone);
  }

  /** Adds one byte. */
  addByte(byte: number): void {
    if (this.#bytes === undefined) this.addLatin1(String.fromCharCode(byte));
    else {
      const bytes = this.#reserve(1);
      bytes[this.length++] = byte;
    }
  }

  /** Adds text of one character per byte. */
  addLatin1(text: string): void {
    const { length } = text;
    if (this.#bytes === undefined && this.length + length <= LONGEST_TEXT) {
      this.#text += text;
      this.length += length;
      return;
    }
    const bytes = this.#reserve(length);
    for (let i = 0; i < length; i++) bytes[this.length++] = text.charCodeAt(i);
  }

  /** Adds text as UTF-8. */
  addText(text: string): void {
    if (text.length < 64 && isAscii(text)) this.addLatin1(text);
    else this.add(encode(text));
  }

  /** Adds a code point as UTF-8. */
  addCode(code: number): void {
    if (code < 0x80) this.addByte(code);
    else this.add(encodeCode(code));
  }

  /** The whole string. */
  take(): LuaString {
    this.budget.allocateString(this.length);
    return this.#bytes === undefined ? newJoinedText(this.#text) : newString(this.#bytes.slice(0, this.length));
  }

  /* The bytes, with room for so many more. */
  #reserve(size: number): Uint8Array {
    const needed = this.length + size;
    const bytes = this.#bytes;
    if (bytes !== undefined && needed <= bytes.length) return bytes;
    if (needed > this.budget.limits.stringBytes) this.budget.exceed('stringBytes', 'limit_string', needed);
    this.budget.spend(needed >> 4);
    const larger = new Uint8Array(Math.max(needed, this.length * 2, 64));
    larger.set(bytes === undefined ? bytesOfLatin1(this.#text) : bytes.subarray(0, this.length));
    this.#text = '';
    return (this.#bytes = larger);
  }
}
