import type { EditorState } from '@codemirror/state';

import { luaLines } from '../lua/lua-lines.js';
import type { TokenKind } from '../lua/lua-tokens.js';

/** A token with its place in the script. */
export interface PlacedToken {
  readonly kind: TokenKind;
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** The fields that a table in the script names. */
export interface TableFields {
  readonly named: readonly PlacedToken[];
  /** Whether it may hold others: positions, names that are computed. */
  readonly isOpen: boolean;
}

const OPENS: ReadonlySet<string> = new Set(['(', '{', '[', 'function', 'do', 'if', 'repeat']);
const CLOSES: ReadonlySet<string> = new Set([')', '}', ']', 'end', 'until']);

/** All tokens of a script but its comments. */
export const listTokens = (state: EditorState): PlacedToken[] =>
  state.field(luaLines).flatMap(({ tokens }, index) => {
    const start = state.doc.line(index + 1).from;
    return tokens
      .filter(({ kind }) => kind !== 'comment')
      .map(({ kind, text, from, to }) => ({ kind, text, from: start + from, to: start + to }));
  });

const isSign = ({ kind }: PlacedToken): boolean => kind === 'sign' || kind === 'keyword';

/**
 * Reads the fields of a table.
 * @param at Where its `{` is.
 * @returns Nothing when it is not closed.
 */
export const readFields = (tokens: readonly PlacedToken[], at: number): TableFields | undefined => {
  const named: PlacedToken[] = [];
  let isOpen = false;
  let depth = 0;
  for (let index = at; index < tokens.length; index += 1) {
    const [token, before] = [tokens[index], tokens[index - 1]];
    if (!token) break;
    const begins = depth === 1 && before !== undefined && /^[{,;]$/.test(before.text) && !/^[},;]$/.test(token.text);
    if (begins && token.kind === 'name' && tokens[index + 1]?.text === '=') named.push(token);
    else if (begins) isOpen = true;
    if (isSign(token) && OPENS.has(token.text)) depth += 1;
    if (isSign(token) && CLOSES.has(token.text)) depth -= 1;
    if (depth === 0) return { named, isOpen };
  }
  return undefined;
};
