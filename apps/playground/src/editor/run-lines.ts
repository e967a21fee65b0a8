import { ChangeSet, type EditorState, type Line, StateEffect, StateField, type Text } from '@codemirror/state';

/** The script as it was run, and what was edited since. */
interface Edited {
  readonly doc: Text;
  readonly since: ChangeSet;
}

const started = StateEffect.define();

/** To be dispatched when a run starts: the lines that it tells of are those of now. */
export const markRunStart = started.of(null);

const begin = ({ doc }: EditorState): Edited => ({ doc, since: ChangeSet.empty(doc.length) });

/** Follows the lines of the script that was run through later edits. */
export const runLines = StateField.define<Edited>({
  create: begin,
  update: (edited, { state, changes, docChanged, effects }) => {
    if (effects.some((effect) => effect.is(started))) return begin(state);
    return docChanged ? { doc: edited.doc, since: edited.since.compose(changes) } : edited;
  },
});

const readLine = ({ doc }: Edited, line: number): Line => doc.line(Math.min(Math.max(line, 1), doc.lines));

/** Where a line of the script that was run, counted from 1, is now; where it was, if it is gone. */
export const findRunLine = (state: EditorState, line: number): number => {
  const edited = state.field(runLines);
  return state.doc.lineAt(edited.since.mapPos(readLine(edited, line).from, 1)).number;
};

/** Whether a line of the script that was run, counted from 1, is there no more: removed, or replaced as a whole. */
export const isRunLineGone = (state: EditorState, line: number): boolean => {
  const edited = state.field(runLines);
  const { from, to, text } = readLine(edited, line);
  // A removal that is undone puts the same text there again.
  if (state.doc.line(findRunLine(state, line)).text === text) return false;
  let isGone = false;
  edited.since.iterChangedRanges((start, end) => {
    isGone ||= from < to && start <= from && end >= to;
  });
  return isGone;
};
