import { ChangeSet, type EditorState, StateEffect, StateField, type Text } from '@codemirror/state';

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

/** Where a line of the script that was run, counted from 1, is now. */
export const findRunLine = (state: EditorState, line: number): number => {
  const { doc, since } = state.field(runLines);
  const { from } = doc.line(Math.min(Math.max(line, 1), doc.lines));
  return state.doc.lineAt(since.mapPos(from, 1)).number;
};
