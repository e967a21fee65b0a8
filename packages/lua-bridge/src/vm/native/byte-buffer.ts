import type { Budget } from '../../meter/budget.js';
import type { LuaString } from '../values/string.js';
import { encode, encodeCode, isAscii } from '../values/text.js';

/** Bytes put together piece by piece; too long a result ends the run before it is allocated. */
export class ByteBuffer {
  length = 0;
  #bytes = new Uint8Array(64);

  constructor(private readonly budget: Budget) {}

  /** Adds the bytes of `source` from `from` to `to`. */
  add(source: Uint8Array, from = 0, to = source.length): void {
    const size = to - from;
    this.#reserve(size);
    if (size < 16) for (let i = 0; i < size; i++) this.#bytes[this.length + i] = source[from + i] as number;
    else this.#bytes.set(source.subarray(from, to), this.length);
    this.length += size;
  }

  /** Adds a Lua string. */
  addString(string: LuaString): void {
    const { textAlone } = string;
    if (textAlone === undefined) this.add(string.bytes);
    else this.addLatin1(textAlone);
  }

  /** Adds one byte. */
  addByte(byte: number): void {
    this.#reserve(1);
    this.#bytes[this.length++] = byte;
  }

  /** Adds text of one character per byte. */
  addLatin1(text: string): void {
    this.#reserve(text.length);
    for (let i = 0; i < text.length; i++) this.#bytes[this.length++] = text.charCodeAt(i);
  }

  /** Adds text as UTF-8. */
  addText(text: string): void {
    if (text.length < 64 && isAscii(text)) this.addLatin1(text);
    else this.add(encode(text));
  }

  /** Adds a code point as UTF-8. */
  addCode(code: number): void {
    if (code < 0x80) {
      this.addByte(code);
      return;
    }
    this.add(encodeCode(code));
  }

  /** The bytes so far, as an array of their own. */
  take(): Uint8Array {
    this.budget.allocateString(this.length);
    return this.#bytes.slice(0, this.length);
  }

  #reserve(size: number): void {
    const needed = this.length + size;
    if (needed <= this.#bytes.length) return;
    if (needed > this.budget.limits.stringBytes) this.budget.exceed('stringBytes', 'limit_string', needed);
    this.budget.spend(needed >> 4);
    const larger = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
    larger.set(this.#bytes.subarray(0, this.length));
    this.#bytes = larger;
  }
}
