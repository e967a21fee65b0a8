import { shortenChunkName } from '../calls/position.js';
import { bytesOfLatin1, latin1 } from '../values/string.js';
import { KIND_OF, NEWLINE } from './characters.js';
import type { Compilation } from './compilation.js';
import type { SourceString, SourceTable } from './parts.js';
import { describeToken, TOKEN } from './tokens.js';

const NO_BYTES = new Uint8Array(1);

/* What is read is charged in pieces of so many bytes; a byte of it becomes so many. */
const PIECE = 4096;
const GROWTH = 40;

const EQUALS = 61;

const ANY_NEWLINE = /\r\n|\n\r|\r|\n/g;

/** A source text that is being read. What fengari's parser asks for has its names. */
export class SourceReader {
  /** The line of what was read last. */
  linenumber = 1;
  /** What was seen in the text. */
  h!: SourceTable;
  /** The name of the chunk, and that of the table of globals. */
  source!: SourceString;
  envn!: SourceString;
  L!: Compilation;

  /** The text as bytes, with a zero behind them. */
  bytes = NO_BYTES;
  /** The text with one character for each byte. */
  text = '';
  /** What is read next. */
  at = 0;
  /** What the token that is being read says: this, and what is there from here on. */
  protected spelt = '';
  protected from = 0;
  /** Bytes of the text that have been charged. */
  protected charged = 0;

  /** Begins to read. */
  open(compilation: Compilation, source: Uint8Array, name: SourceString): void {
    this.L = compilation;
    this.source = name;
    this.envn = this.h.intern('_ENV', 0, 4);
    this.bytes = new Uint8Array(source.length + 1);
    this.bytes.set(source);
    this.text = latin1(source);
    compilation.reader = this;
  }

  /** Whether all was read. */
  get isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** The character that is read next; empty at the end. */
  get character(): string {
    return this.text.charAt(this.at);
  }

  /** Refuses the text for what is wrong near a token. */
  refuse(message: string, token: number): never {
    const place = `${latin1(shortenChunkName(bytesOfLatin1(this.source.key)))}:${this.linenumber}`;
    const near = token === 0 ? '' : ` near ${this.describe(token)}`;
    return this.L.fail(`${place}: ${message}${near}`);
  }

  /** Skips the end of a line. */
  skipNewline(): void {
    const first = this.bytes[this.at++];
    const second = this.bytes[this.at] as number;
    if (second !== first && ((KIND_OF[second] as number) & NEWLINE) !== 0) this.at++;
    this.linenumber++;
  }

  /* Names, strings and numerals are shown as they were written, up to the first zero. */
  private describe(token: number): string {
    if (token < TOKEN.TK_FLT) return describeToken(token);
    const text = this.spelt + this.text.slice(this.from, this.at);
    return `'${text.split('\0', 1)[0] as string}'`;
  }

  /** Skips what may be the beginning of a long bracket but for its second `[`; gives its level. */
  protected skipLevel(): number {
    const start = ++this.at;
    while (this.bytes[this.at] === EQUALS) this.at++;
    return this.at - start;
  }

  /** What is in a long bracket, of which the second `[` is next, with its lines as Lua ends them. */
  protected readLong(level: number, what: string): string {
    const line = this.linenumber;
    const start = this.at + 1;
    const closing = `]${'='.repeat(level)}]`;
    const found = this.text.indexOf(closing, start);
    this.at = found < 0 ? this.text.length : found + closing.length;
    this.charge();
    const raw = this.text.slice(start, found < 0 ? undefined : found);
    const lines = raw.split(ANY_NEWLINE);
    this.linenumber += lines.length - 1;
    if (found < 0) this.refuse(`unfinished long ${what} (starting at line ${line})`, TOKEN.TK_EOS);
    if (lines[0] === '') lines.shift();
    return lines.join('\n');
  }

  /** Notes that the token says what stands there up to here, and what is said about what follows. */
  protected say(end: number): void {
    this.spelt += this.text.slice(this.from, end);
    this.from = end;
  }

  /** Charges what is read for the first time, so that limits hold meanwhile. */
  protected charge(): void {
    const { budget } = this.L;
    while (this.charged <= this.at && this.charged < this.text.length) {
      const piece = Math.min(PIECE, this.text.length - this.charged);
      this.charged += piece;
      budget.spend(piece);
      budget.allocate(piece * GROWTH);
    }
  }
}
