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

/** All tokens of a script but its comments. */
export const listTokens = (state: EditorState): PlacedToken[] =>
  state.field(luaLines).flatMap(({ tokens }, index) => {
    const start = state.doc.line(index + 1).from;
    return tokens
      .filter(({ kind }) => kind !== 'comment')
      .map(({ kind, text, from, to }) => ({ kind, text, from: start + from, to: start + to }));
  });
