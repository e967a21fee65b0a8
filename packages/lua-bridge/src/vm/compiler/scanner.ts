import { readNumeral } from '../values/number.js';
import { INTEGER } from '../values/tags.js';
import { DIGIT, HEX_DIGIT, KIND_OF, LETTER, NEWLINE, QUOTED, SIGN, SPACE, WORD } from './characters.js';
import { readEscape } from './escape.js';
import type { SourceString } from './parts.js';
import { SourceReader } from './source-reader.js';
import { SIGN_PAIRS, TOKEN } from './tokens.js';

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

const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;
const PLUS = 43;
const MINUS = 45;
const POINT = 46;
const ZERO = 48;
const BRACKET = 91;
const BACKSLASH = 92;
/* As small letters; a capital one has this bit less. */
const SMALL = 32;
const E = 101;
const P = 112;
const X = 120;

/* What is no token. */
const COMMENT = -1;

/** Reads a text token by token. What fengari's parser asks for, or keeps here, has its names. */
export class Scanner extends SourceReader {
  /** The current token. */
  t = new Token();
  /** The line of the token before it. */
  lastline = 1;
  /** What only the parser uses. */
  fs: unknown = null;
  dyd: unknown = null;
  buff: unknown = null;

  private ahead = new Token();
  private isAhead = false;

  /** Goes on to the next token. */
  next(): void {
    const { t, bytes } = this;
    this.lastline = this.linenumber;
    if (this.isAhead) {
      this.t = this.ahead;
      this.ahead = t;
      this.isAhead = false;
      return;
    }
    this.spelt = '';
    for (;;) {
      const { at } = this;
      if (at >= this.charged) this.charge();
      const byte = bytes[at] as number;
      const kind = KIND_OF[byte] as number;
      this.from = at;
      if ((kind & LETTER) !== 0) {
        // Written out, since most of a text is names.
        let end = at + 1;
        while (((KIND_OF[bytes[end] as number] as number) & WORD) !== 0) end++;
        this.at = end;
        const name = this.h.intern(this.text, at, end);
        t.seminfo.ts = name;
        t.token = name.token;
        return;
      }
      if ((kind & NEWLINE) !== 0) this.skipNewline();
      else if ((kind & SPACE) !== 0) this.at++;
      else if ((kind & (DIGIT | SIGN)) === 0) {
        this.at++;
        t.token = byte;
        return;
      } else {
        const token = (kind & DIGIT) !== 0 ? this.readNumeral(t.seminfo) : this.readSign(byte, t.seminfo);
        if (token === COMMENT) continue;
        t.token = token;
        return;
      }
    }
  }

  /** Looks at the token after the current one. */
  lookAhead(): number {
    const { t, ahead, lastline } = this;
    this.t = ahead;
    this.next();
    this.t = t;
    this.lastline = lastline;
    this.isAhead = true;
    return ahead.token;
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
}
