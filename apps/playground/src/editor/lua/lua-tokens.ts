/** What a piece of Lua is. Brackets and operators are told apart by their text. */
export type TokenKind = 'keyword' | 'atom' | 'name' | 'number' | 'string' | 'comment' | 'sign';

/** A piece of a line; columns count from 0. */
export interface Token {
  readonly kind: TokenKind;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A string or comment that goes on in the next line, and what ends it: `]==]`, or a quote. */
export interface OpenEnd {
  readonly kind: 'string' | 'comment';
  readonly close: string;
}

/** A line read: its tokens, and what it leaves open. */
export interface LuaLine {
  readonly tokens: readonly Token[];
  readonly open?: OpenEnd;
}

/** Lua's reserved words, but those that are values. */
export const KEYWORDS: readonly string[] =
  'and break do else elseif end for function goto if in local not or repeat return then until while'.split(' ');

/** The reserved words that are values. */
export const ATOMS: readonly string[] = ['nil', 'true', 'false'];

const WORD = /[A-Za-z_]\w*/y;
const NUMBER = /0[xX][\da-fA-F.]*(?:[pP][+-]?\d*)?|(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d*)?/y;
const LONG = /\[(=*)\[/y;
const SIGN = /\.\.\.|\.\.|==|~=|<=|>=|<<|>>|\/\/|::|[^]/y;
const SPACE = /[ \t\v\f\r]*/y;

const match = (pattern: RegExp, text: string, from: number): string => {
  pattern.lastIndex = from;
  return pattern.exec(text)?.[0] ?? '';
};

const classifyWord = (word: string): TokenKind => {
  if (KEYWORDS.includes(word)) return 'keyword';
  return ATOMS.includes(word) ? 'atom' : 'name';
};

/** Where a quoted string ends; absent when it goes on in the next line, after `\` or `\z`. */
const findQuoteEnd = (text: string, from: number, quote: string): number | undefined => {
  for (let at = from; at < text.length; at += 1) {
    if (text[at] === quote) return at + 1;
    if (text[at] !== '\\') continue;
    at += 1;
    if (at >= text.length || (text[at] === 'z' && /^\s*$/.test(text.slice(at + 1)))) return undefined;
  }
  // Not closed: an error, which ends with the line.
  return text.length;
};

const findEnd = (text: string, from: number, { close }: OpenEnd): number | undefined => {
  if (close.length === 1) return findQuoteEnd(text, from, close);
  const at = text.indexOf(close, from);
  return at < 0 ? undefined : at + close.length;
};

/** What a long bracket at `from` opens. */
const readLongBracket = (text: string, from: number, kind: OpenEnd['kind']): OpenEnd | undefined => {
  const bracket = match(LONG, text, from);
  return bracket === '' ? undefined : { kind, close: bracket.replaceAll('[', ']') };
};

interface Opener extends OpenEnd {
  /** Where its text begins. */
  readonly inner: number;
}

const readOpener = (text: string, from: number): Opener | undefined => {
  const character = text.charAt(from);
  if (character === '"' || character === "'") return { kind: 'string', close: character, inner: from + 1 };
  const isComment = text.startsWith('--', from);
  const long = readLongBracket(text, isComment ? from + 2 : from, isComment ? 'comment' : 'string');
  return long && { ...long, inner: from + long.close.length + (isComment ? 2 : 0) };
};

const readPlain = (text: string, from: number): Token => {
  if (text.startsWith('--', from)) return { kind: 'comment', from, to: text.length, text: text.slice(from) };
  const word = match(WORD, text, from);
  const number = match(NUMBER, text, from);
  const piece = word || number || match(SIGN, text, from);
  const kind = word ? classifyWord(word) : number ? 'number' : 'sign';
  return { kind, from, to: from + piece.length, text: piece };
};

/** Reads a line of Lua. @param open What the line before left open. */
export const readLine = (text: string, open?: OpenEnd): LuaLine => {
  const tokens: Token[] = [];
  let left = open;
  let at = 0;
  const long = (kind: OpenEnd['kind'], from: number, inner: number): void => {
    const end = left && findEnd(text, inner, left);
    at = end ?? text.length;
    if (end !== undefined) left = undefined;
    if (at > from) tokens.push({ kind, from, to: at, text: text.slice(from, at) });
  };
  if (left) long(left.kind, 0, 0);
  for (at += match(SPACE, text, at).length; at < text.length; at += match(SPACE, text, at).length) {
    const opener = readOpener(text, at);
    if (opener) {
      left = opener;
      long(opener.kind, at, opener.inner);
    } else {
      const token = readPlain(text, at);
      tokens.push(token);
      at = token.to;
    }
  }
  return { tokens, ...(left && { open: { kind: left.kind, close: left.close } }) };
};

/** Reads the lines of a script. */
export const readLines = (lines: Iterable<string>): LuaLine[] => {
  const read: LuaLine[] = [];
  for (const text of lines) read.push(readLine(text, read.at(-1)?.open));
  return read;
};
