import { shortenChunkName } from '../calls/position.js';
import { readNumeral } from '../values/number.js';
import { bytesOfLatin1, latin1 } from '../values/string.js';
import { INTEGER } from '../values/tags.js';
import { DIGIT, HEX_DIGIT, KIND_OF, LETTER, NEWLINE, QUOTED, SIGN, SPACE, WORD } from './characters.js';
import type { Compilation } from './compilation.js';
import { readEscape } from './escape.js';
import type { SourceString, SourceTable } from './parts.js';
import { describeToken, SIGN_PAIRS, TOKEN } from './tokens.js';

/** What a token says: the text of a name or a string, or the value of a numeral. */
interface Meaning {
  ts: SourceString | undefined;
  i: unknown;
  r: unknown;
}

/** A token. */
class Token {
  token: number = TOKEN.TK_EOS;
  readonly seminfo: Meaning = { ts: undefined, i: 0, r: 0 };
}

const NO_BYTES = new Uint8Array(1);

/* What is read is charged in pieces of so many bytes; a byte of it becomes so many. */
const PIECE = 4096;
const GROWTH = 40;

const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;
const PLUS = 43;
const MINUS = 45;
const POINT = 46;
const ZERO = 48;
const EQUALS = 61;
const BRACKET = 91;
const BACKSLASH = 92;
/* As small letters; a capital one has this bit less. */
const SMALL = 32;
const E = 101;
const P = 112;
const X = 120;

/* What is no token. */
const COMMENT = -1;

const ANY_NEWLINE = /\r\n|\n\r|\r|\n/g;

/** Reads a text token by token. What the parser asks of it, or keeps in it, has fengari's names. */
export class Scanner {
  /** The current token. */
  t = new Token();
  /** The lines of what was read last and of the token before the current one. */
  linenumber = 1;
  lastline = 1;
  /** What it has seen in the text. */
  h!: SourceTable;
  /** The name of the chunk, and that of the table of globals. */
  source!: SourceString;
  envn!: SourceString;
  /** What only the parser uses. */
  L: unknown = null;
  fs: unknown = null;
  dyd: unknown = null;
  buff: unknown = null;

  /** The text as bytes, with a zero behind them. */
  bytes = NO_BYTES;
  /** What is read next. */
  at = 0;
  /* The text with one character for each byte. */
  private text = '';
  /* What the token that is being read says: this, and what is there from here on. */
  private spelt = '';
  private from = 0;
  private ahead = new Token();
  private charged = 0;
  private compilation!: Compilation;

  /** Begins to read. */
  open(compilation: Compilation, source: Uint8Array, name: SourceString): void {
    this.L = compilation;
    this.compilation = compilation;
    this.source = name;
    this.envn = this.h.intern('_ENV', 0, 4);
    this.bytes = new Uint8Array(source.length + 1);
    this.bytes.set(source);
    this.text = latin1(source);
    compilation.scanner = this;
  }

  /** Whether all was read. */
  get isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** The character that is read next; empty at the end. */
  get character(): string {
    return this.text.charAt(this.at);
  }

  /** Goes on to the next token. */
  next(): void {
    const { t, ahead } = this;
    this.lastline = this.linenumber;
    if (ahead.token === TOKEN.TK_EOS) t.token = this.read(t.seminfo);
    else {
      this.t = ahead;
      this.ahead = t;
      t.token = TOKEN.TK_EOS;
    }
  }

  /** Looks at the token after the current one. */
  lookAhead(): number {
    return (this.ahead.token = this.read(this.ahead.seminfo));
  }

  /** Refuses the text for what is wrong near a token. */
  refuse(message: string, token: number): never {
    const place = `${latin1(shortenChunkName(bytesOfLatin1(this.source.key)))}:${this.linenumber}`;
    const near = token === 0 ? '' : ` near ${this.describe(token)}`;
    return this.compilation.fail(`${place}: ${message}${near}`);
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

  private read(into: Meaning): number {
    this.spelt = '';
    for (;;) {
      const { at } = this;
      if (at >= this.charged) this.charge();
      this.from = at;
      const byte = this.bytes[at] as number;
      const kind = KIND_OF[byte] as number;
      if ((kind & LETTER) !== 0) return this.readName(into);
      if ((kind & NEWLINE) !== 0) this.skipNewline();
      else if ((kind & SPACE) !== 0) this.at++;
      else if ((kind & DIGIT) !== 0) return this.readNumeral(into);
      else if ((kind & SIGN) === 0) {
        this.at++;
        return byte;
      } else {
        const token = this.readSign(byte, into);
        if (token !== COMMENT) return token;
      }
    }
  }

  private readName(into: Meaning): number {
    const { bytes } = this;
    let end = this.at + 1;
    while (((KIND_OF[bytes[end] as number] as number) & WORD) !== 0) end++;
    this.at = end;
    const name = this.h.intern(this.text, this.from, end);
    into.ts = name;
    return name.token;
  }

  /* What might be a numeral, and whether it is one. */
  private readNumeral(into: Meaning): number {
    const { bytes } = this;
    let end = this.at + 1;
    let exponent = E;
    if (bytes[this.at] === ZERO && ((bytes[end] as number) | SMALL) === X) {
      exponent = P;
      end++;
    }
    for (;;) {
      if (((bytes[end] as number) | SMALL) === exponent) {
        end++;
        if (bytes[end] === PLUS || bytes[end] === MINUS) end++;
      }
      if (((KIND_OF[bytes[end] as number] as number) & HEX_DIGIT) === 0 && bytes[end] !== POINT) break;
      end++;
    }
    this.at = end;
    const numeral = readNumeral(this.text.slice(this.from, end));
    if (numeral === undefined) return this.refuse('malformed number', TOKEN.TK_FLT);
    if (numeral.type === INTEGER) {
      into.i = numeral.value;
      return TOKEN.TK_INT;
    }
    into.r = numeral.value;
    return TOKEN.TK_FLT;
  }

  private readSign(byte: number, into: Meaning): number {
    switch (byte) {
      case DOUBLE_QUOTE:
      case SINGLE_QUOTE:
        return this.readQuoted(byte, into);
      case POINT:
        return this.readPoints(into);
      case BRACKET:
        return this.readBracket(into);
      case 0:
        if (this.isAtEnd) return TOKEN.TK_EOS;
        break;
      case MINUS:
        if (this.bytes[this.at + 1] === MINUS) return this.skipComment();
    }
    const pair = SIGN_PAIRS.get(this.text.slice(this.at, this.at + 2));
    this.at += pair === undefined ? 1 : 2;
    return pair ?? byte;
  }

  private readPoints(into: Meaning): number {
    const { bytes } = this;
    const next = bytes[++this.at] as number;
    if (((KIND_OF[next] as number) & DIGIT) !== 0) return this.readNumeral(into);
    if (next !== POINT) return POINT;
    if (bytes[++this.at] !== POINT) return TOKEN.TK_CONCAT;
    this.at++;
    return TOKEN.TK_DOTS;
  }

  private readQuoted(quote: number, into: Meaning): number {
    const { bytes } = this;
    let end = this.at + 1;
    for (;;) {
      while (((KIND_OF[bytes[end] as number] as number) & QUOTED) === 0) end++;
      const byte = bytes[end];
      this.at = end;
      if (byte === quote) break;
      if (byte === BACKSLASH) {
        this.say(end);
        this.at++;
        this.spelt += readEscape(this);
        this.from = end = this.at;
      } else if (this.isAtEnd) this.refuse('unfinished string', TOKEN.TK_EOS);
      else if (((KIND_OF[byte as number] as number) & NEWLINE) !== 0) this.refuse('unfinished string', TOKEN.TK_STRING);
      else end++;
    }
    this.at = ++end;
    this.charge();
    if (this.spelt === '') into.ts = this.h.intern(this.text, this.from + 1, end - 1);
    else {
      this.say(end);
      into.ts = this.h.intern(this.spelt, 1, this.spelt.length - 1);
    }
    return TOKEN.TK_STRING;
  }

  private readBracket(into: Meaning): number {
    const level = this.skipLevel();
    if (this.bytes[this.at] === BRACKET) {
      const text = this.readLong(level, 'string');
      into.ts = this.h.intern(text, 0, text.length);
      const equals = '='.repeat(level);
      this.spelt = `[${equals}[${text}]${equals}]`;
      this.from = this.at;
      return TOKEN.TK_STRING;
    }
    if (level > 0) this.refuse('invalid long string delimiter', TOKEN.TK_STRING);
    return BRACKET;
  }

  private skipComment(): typeof COMMENT {
    const { bytes } = this;
    this.at += 2;
    if (bytes[this.at] === BRACKET) {
      const level = this.skipLevel();
      if (bytes[this.at] === BRACKET) {
        this.readLong(level, 'comment');
        return COMMENT;
      }
    }
    while (((KIND_OF[bytes[this.at] as number] as number) & NEWLINE) === 0 && !this.isAtEnd) this.at++;
    return COMMENT;
  }

  /* Skips what may be the beginning of a long bracket but for its second `[`; gives its level. */
  private skipLevel(): number {
    const start = ++this.at;
    while (this.bytes[this.at] === EQUALS) this.at++;
    return this.at - start;
  }

  /* What is in a long bracket, of which the second `[` is next, with its lines as Lua ends them. */
  private readLong(level: number, what: string): string {
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

  /* Notes that the token says what stands there up to here, and what is said about what follows. */
  private say(end: number): void {
    this.spelt += this.text.slice(this.from, end);
    this.from = end;
  }

  private charge(): void {
    const { budget } = this.compilation;
    while (this.charged <= this.at && this.charged < this.text.length) {
      const piece = Math.min(PIECE, this.text.length - this.charged);
      this.charged += piece;
      budget.spend(piece);
      budget.allocate(piece * GROWTH);
    }
  }
}
