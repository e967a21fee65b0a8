import { type EditorState, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';

import { findToken, luaLines } from './lua-lines.js';
import type { Token } from './lua-tokens.js';

const PAIRS: Readonly<Record<string, string>> = { '(': ')', '{': '}', '[': ']' };
const OPENS = Object.keys(PAIRS);
const CLOSES = Object.values(PAIRS);
const MARK = Decoration.mark({ class: 'cm-matchingBracket' });

/** Lines looked through for the other bracket. */
const REACH = 400;

interface Bracket {
  readonly text: string;
  /** In the document. */
  readonly at: number;
}

const readBracket = (state: EditorState, position: number, token: Token | undefined): Bracket | undefined => {
  if (token?.kind !== 'sign' || !(OPENS.includes(token.text) || CLOSES.includes(token.text))) return undefined;
  return { text: token.text, at: state.doc.lineAt(position).from + token.from };
};

/** The brackets from one on, in reading order or against it. */
function* walkBrackets(state: EditorState, { at }: Bracket, step: 1 | -1): Generator<Bracket> {
  const { number } = state.doc.lineAt(at);
  const lines = state.field(luaLines);
  for (let line = number, left = REACH; line >= 1 && line <= state.doc.lines && left > 0; line += step, left -= 1) {
    const { from } = state.doc.line(line);
    const tokens = lines[line - 1]?.tokens ?? [];
    for (const token of step > 0 ? tokens : tokens.toReversed()) {
      const found = readBracket(state, from, token);
      if (found && (step > 0 ? found.at >= at : found.at <= at)) yield found;
    }
  }
}

const findPartner = (state: EditorState, bracket: Bracket): Bracket | undefined => {
  const step = OPENS.includes(bracket.text) ? 1 : -1;
  let depth = 0;
  for (const found of walkBrackets(state, bracket, step)) {
    depth += OPENS.includes(found.text) === step > 0 ? 1 : -1;
    if (depth === 0) return found;
  }
  return undefined;
};

const isPair = (one: Bracket, other: Bracket): boolean =>
  PAIRS[one.text] === other.text || PAIRS[other.text] === one.text;

const markBrackets = (state: EditorState): DecorationSet => {
  const { main } = state.selection;
  if (!main.empty) return Decoration.none;
  const beside =
    readBracket(state, main.head, findToken(state, main.head, -1)) ??
    readBracket(state, main.head, findToken(state, main.head));
  const partner = beside && findPartner(state, beside);
  if (!partner || !isPair(beside, partner)) return Decoration.none;
  const [first, second] = [beside.at, partner.at].toSorted((a, b) => a - b) as [number, number];
  return Decoration.set([MARK.range(first, first + 1), MARK.range(second, second + 1)]);
};

/** Marks the bracket beside the cursor and its other half. */
export const bracketMarks = StateField.define<DecorationSet>({
  create: markBrackets,
  update: (marks, { state, docChanged, selection }) => (docChanged || selection ? markBrackets(state) : marks),
  provide: (field) => EditorView.decorations.from(field),
});
