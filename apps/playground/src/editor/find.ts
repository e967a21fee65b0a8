import { type EditorState, type Extension, StateEffect, StateField, type Text } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';

/** What is looked for. */
export interface Query {
  readonly text: string;
  /** Capital and small letters differ. */
  readonly matchCase: boolean;
}

interface Match {
  readonly from: number;
  readonly to: number;
}

interface Finding {
  readonly query: Query;
  readonly matches: readonly Match[];
  readonly marks: DecorationSet;
}

/** More would not help anybody. */
const MOST = 10_000;
const NOTHING: Finding = { query: { text: '', matchCase: false }, matches: [], marks: Decoration.none };
const sought = StateEffect.define<Query>();
const MARK = Decoration.mark({ class: 'cm-searchMatch' });
const CHOSEN = Decoration.mark({ class: 'cm-searchMatch cm-searchMatch-selected' });

const escapePattern = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);

const listMatches = (doc: Text, { text, matchCase }: Query): Match[] => {
  if (text === '') return [];
  const found: Match[] = [];
  const pattern = new RegExp(escapePattern(text), matchCase ? 'gu' : 'giu');
  for (const { 0: word, index } of doc.toString().matchAll(pattern)) {
    found.push({ from: index, to: index + word.length });
    if (found.length === MOST) break;
  }
  return found;
};

const isAt = ({ selection: { main } }: EditorState, { from, to }: Match): boolean =>
  main.from === from && main.to === to;

const mark = (state: EditorState, matches: readonly Match[]): DecorationSet =>
  Decoration.set(matches.map((match) => (isAt(state, match) ? CHOSEN : MARK).range(match.from, match.to)));

const finding = StateField.define<Finding>({
  create: () => NOTHING,
  update: (known, { state, effects, docChanged, selection }) => {
    const query = effects.find((effect) => effect.is(sought))?.value ?? known.query;
    if (query === known.query && !(query.text !== '' && (docChanged || selection))) return known;
    const matches = query === known.query && !docChanged ? known.matches : listMatches(state.doc, query);
    return { query, matches, marks: mark(state, matches) };
  },
  provide: (field) => EditorView.decorations.from(field, ({ marks }) => marks),
});

/** Marks what is looked for. */
export const findMarks: Extension = finding;

/** Looks for something else; an empty text for nothing. */
export const seek = (view: EditorView, query: Query): void => {
  view.dispatch({ effects: sought.of(query) });
};

/** How many places match, and which of them is selected, counted from 1; 0 when none is. */
export const countMatches = ({ state }: EditorView): { readonly all: number; readonly at: number } => {
  const { matches } = state.field(finding);
  return { all: matches.length, at: matches.findIndex((match) => isAt(state, match)) + 1 };
};

const chooseMatch = ({ state }: EditorView, step: 1 | -1): Match | undefined => {
  const { matches } = state.field(finding);
  const { from, to } = state.selection.main;
  return step > 0
    ? (matches.find((match) => match.from >= to && !isAt(state, match)) ?? matches[0])
    : (matches.findLast((match) => match.to <= from) ?? matches.at(-1));
};

/** Selects the next match after the cursor, or the one before; past an end it goes on from the other. */
export const selectMatch = (view: EditorView, step: 1 | -1): boolean => {
  const match = chooseMatch(view, step);
  if (!match) return false;
  view.dispatch({
    selection: { anchor: match.from, head: match.to },
    effects: EditorView.scrollIntoView(match.from, { y: 'center' }),
    userEvent: 'select.search',
  });
  return true;
};

/** Replaces the match that is selected, and selects the next one. */
export const replaceMatch = (view: EditorView, insert: string): void => {
  const match = view.state.field(finding).matches.find((known) => isAt(view.state, known));
  if (match) {
    const anchor = match.from + insert.length;
    view.dispatch({ changes: { ...match, insert }, selection: { anchor }, userEvent: 'input.replace' });
  }
  selectMatch(view, 1);
};

/** Replaces every match, in one step that can be undone. @returns How many there were. */
export const replaceMatches = (view: EditorView, insert: string): number => {
  const { matches } = view.state.field(finding);
  view.dispatch({ changes: matches.map((match) => ({ ...match, insert })), userEvent: 'input.replace.all' });
  return matches.length;
};
