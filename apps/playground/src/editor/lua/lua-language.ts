import { indentService, indentUnit } from '@codemirror/language';
import { type ChangeSpec, EditorState, type Extension, RangeSetBuilder } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';

import { bracketMarks } from './bracket-marks.js';
import { INDENT, Indentation, indentLines } from './lua-indent.js';
import { luaLines } from './lua-lines.js';
import { readLine, type TokenKind } from './lua-tokens.js';

/** The class of each kind, as `code.css` colours it; names and signs are as the text. */
export const TOKEN_CLASSES: Readonly<Partial<Record<TokenKind, string>>> = {
  keyword: 'tok-keyword',
  atom: 'tok-atom',
  number: 'tok-number',
  string: 'tok-string',
  comment: 'tok-comment',
  sign: 'tok-operator',
};

const MARKS = new Map(
  Object.entries(TOKEN_CLASSES).map(([kind, name]) => [kind, Decoration.mark({ class: name })] as const),
);

const colour = ({ state, visibleRanges }: EditorView): DecorationSet => {
  const builder = new RangeSetBuilder<Decoration>();
  const lines = state.field(luaLines);
  for (const { from, to } of visibleRanges) {
    const last = state.doc.lineAt(to).number;
    for (let { number } = state.doc.lineAt(from); number <= last; number += 1) {
      const start = state.doc.line(number).from;
      for (const token of lines[number - 1]?.tokens ?? []) {
        const mark = MARKS.get(token.kind);
        if (mark) builder.add(start + token.from, start + token.to, mark);
      }
    }
  }
  return builder.finish();
};

const colours = ViewPlugin.define(
  (view) => ({
    decorations: colour(view),
    update(update: ViewUpdate) {
      if (update.docChanged || update.viewportChanged) this.decorations = colour(update.view);
    },
  }),
  { decorations: ({ decorations }) => decorations },
);

/**
 * How far a line is to be indented that begins at a position, as the lines before it have it.
 * @param isBroken The line is to be broken there.
 */
const findIndent = (state: EditorState, position: number, isBroken: boolean): number | null => {
  const { number, from } = state.doc.lineAt(position);
  const upTo = isBroken ? number : number - 1;
  const indentation = new Indentation();
  const lines = state.field(luaLines);
  for (let at = 1; at <= upTo; at += 1) {
    const { text, from: start } = state.doc.line(at);
    const line =
      isBroken && at === number ? readLine(text.slice(0, position - start), lines[at - 2]?.open) : lines[at - 1];
    const isInside = lines[at - 2]?.open !== undefined;
    if (line) indentation.pass(line, isInside ? undefined : /^\s*/.exec(text)?.[0].length);
    if (at === upTo && line?.open) return null;
  }
  const rest = state.doc.sliceString(position, state.doc.lineAt(position).to);
  return indentation.spacesBefore(readLine(isBroken ? rest : state.doc.lineAt(from).text).tokens);
};

const indentAt = indentService.of(({ state, simulatedBreak }, position) =>
  findIndent(state, position, simulatedBreak === position),
);

/** What goes back a level as soon as it is written out, at the beginning of a line. */
const CLOSER = /^\s*(?:end|until|else|elseif|\)|\}|\])$/;

const indentClosers = EditorState.transactionFilter.of((transaction) => {
  if (!transaction.isUserEvent('input.type') && !transaction.isUserEvent('input.complete')) return transaction;
  const { newDoc, newSelection, state } = transaction;
  const { from, text } = newDoc.lineAt(newSelection.main.head);
  if (!CLOSER.test(text.slice(0, newSelection.main.head - from))) return transaction;
  const spaces = findIndent(state, from, false);
  const to = from + text.search(/\S/);
  return spaces === null || spaces === to - from
    ? transaction
    : [transaction, { changes: { from, to, insert: ' '.repeat(spaces) }, sequential: true }];
});

/** The changes that indent the script and drop space at the ends of lines; strings and comments stay as they are. */
export const listFormatChanges = (state: EditorState): ChangeSpec[] => {
  const { doc } = state;
  const lines = state.field(luaLines);
  const changes: ChangeSpec[] = [];
  for (const [index, spaces] of indentLines(lines).entries()) {
    const { from, to, text } = doc.line(index + 1);
    const line = lines[index];
    const last = line?.tokens.at(-1);
    const end = last?.to ?? (spaces === undefined ? text.length : 0);
    const start = line?.tokens[0]?.from ?? 0;
    const indent = ' '.repeat(last ? (spaces ?? 0) : 0);
    if (spaces !== undefined && last && text.slice(0, start) !== indent)
      changes.push({ from, to: from + start, insert: indent });
    if (end < text.length) changes.push({ from: from + end, to });
  }
  return changes;
};

/** Lua as the editor reads it: colours, indentation, brackets, comments. */
export const luaLanguage: Extension = [
  luaLines,
  colours,
  bracketMarks,
  indentUnit.of(' '.repeat(INDENT)),
  indentAt,
  indentClosers,
  EditorState.languageData.of(() => [{ commentTokens: { line: '--' } }]),
];
