import { type EditorState, StateField, type Text } from '@codemirror/state';

import { type LuaLine, type OpenEnd, readLine, readLines, type Token } from './lua-tokens.js';

/** Every line of the script, read; a change reads again the lines it touches, and on until nothing differs. */
export const luaLines = StateField.define<readonly LuaLine[]>({
  create: ({ doc }) => readLines(doc.iterLines()),
  update: (lines, { docChanged, startState, newDoc, changes }) => {
    if (!docChanged) return lines;
    let [from, toBefore, toAfter] = [Infinity, 0, 0];
    changes.iterChangedRanges((fromA, toA, _fromB, toB) => {
      from = Math.min(from, startState.doc.lineAt(fromA).number);
      toBefore = startState.doc.lineAt(toA).number;
      toAfter = newDoc.lineAt(toB).number;
    });
    return readAgain(lines, newDoc, { from, toBefore, toAfter });
  },
});

/** The token at a position, or the one that ends there. */
export const findToken = (state: EditorState, position: number, side: -1 | 1 = 1): Token | undefined => {
  const { number, from } = state.doc.lineAt(position);
  const column = position - from;
  const tokens = state.field(luaLines)[number - 1]?.tokens;
  return tokens?.find((token) => (side < 0 ? token.from < column && column <= token.to : holds(token, column)));
};

/** Whether a position is inside a string or a comment. */
export const isInert = (state: EditorState, position: number, side: -1 | 1 = 1): boolean => {
  const kind = findToken(state, position, side)?.kind;
  return kind === 'string' || kind === 'comment';
};

/** Lines counted from 1: the change replaced `from` to `toBefore` with `from` to `toAfter`. */
interface Touched {
  readonly from: number;
  readonly toBefore: number;
  readonly toAfter: number;
}

const holds = ({ from, to }: Token, column: number): boolean => from <= column && column < to;

const isSameEnd = (one: OpenEnd | undefined, other: OpenEnd | undefined): boolean =>
  one?.close === other?.close && one?.kind === other?.kind;

const readAgain = (lines: readonly LuaLine[], doc: Text, { from, toBefore, toAfter }: Touched): LuaLine[] => {
  const kept = lines.slice(0, from - 1);
  const after = lines.slice(toBefore);
  let before = lines[toBefore - 1]?.open;
  const read = kept;
  for (let number = from; number <= doc.lines; number += 1) {
    const open = read.at(-1)?.open;
    // What follows begins as it did: nothing there can have changed.
    if (number > toAfter && isSameEnd(open, before)) return read.concat(after.slice(number - toAfter - 1));
    read.push(readLine(doc.line(number).text, open));
    if (number > toAfter) before = after[number - toAfter - 1]?.open;
  }
  return read;
};
