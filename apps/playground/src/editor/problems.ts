import { type EditorState, type Extension, type Range, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, hoverTooltip, type ViewUpdate } from '@codemirror/view';

import { checkScript } from '../run/run-script.js';
import { placeProblems, type SchemaProblem } from './help/schema-problems.js';
import { listUses } from './help/script-uses.js';

/** A message about a line of the script, counted from 1. */
export interface LineProblem {
  readonly line: number;
  readonly message: string;
}

const found = StateEffect.define<{
  readonly problem: LineProblem | undefined;
  readonly hints: readonly SchemaProblem[];
}>();

const markProblem = ({ doc }: EditorState, { line, message }: LineProblem): Range<Decoration> => {
  const { from, to, text } = doc.line(Math.min(Math.max(line, 1), doc.lines));
  const start = from + Math.max(0, text.search(/\S/));
  const mark = Decoration.mark({ class: 'cm-problem', message });
  // An empty line has nothing to underline: its whole line is tinted.
  return start < to ? mark.range(start, to) : Decoration.line({ class: 'cm-problem-line', message }).range(from);
};

const markHint = ({ from, to, message }: SchemaProblem): Range<Decoration> =>
  Decoration.mark({ class: 'cm-hint', message }).range(from, to);

const problems = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(known, transaction) {
    const effect = transaction.effects.find((candidate) => candidate.is(found));
    if (!effect) return known.map(transaction.changes);
    const { problem, hints } = effect.value;
    const marks = hints.map(markHint);
    return Decoration.set(problem ? [markProblem(transaction.state, problem), ...marks] : marks, true);
  },
  provide: (field) => EditorView.decorations.from(field),
});

const findMessage = (view: EditorView, position: number): string | undefined => {
  let message: string | undefined;
  view.state.field(problems).between(position, position, (_from, _to, { spec }) => {
    message = (spec as LineProblem).message;
  });
  return message;
};

const explanation = hoverTooltip((view, pos) => {
  const message = findMessage(view, pos);
  if (message === undefined) return null;
  const dom = document.createElement('div');
  dom.className = 'cm-diagnostic';
  dom.textContent = message;
  return { pos, above: true, create: () => ({ dom }) };
});

/** Counts what was shown: a check of an earlier edit does not take away what came after it. */
let shown = 0;

const show = (view: EditorView, problem: LineProblem | undefined, hints: readonly SchemaProblem[]): void => {
  shown += 1;
  view.dispatch({ effects: found.of({ problem, hints }) });
};

/** Underlines the problem's line, or else what is known to fail. The check after the next edit clears it. */
export const showProblem = (view: EditorView, problem: LineProblem | undefined): void => {
  if (problem) show(view, problem, []);
  else checkAgain(view);
};

/** Looks at the script again: what it is held to is another plan now. */
export const checkAgain = (view: EditorView): void => void check(view, shown);

const check = async (view: EditorView, shownBefore: number): Promise<void> => {
  const { doc } = view.state;
  const uses = listUses(view.state);
  const { problem, misuses = [] } =
    (await checkScript(
      doc.toString(),
      uses.map(({ use }) => use),
    )) ?? {};
  if (!view.state.doc.eq(doc) || shown !== shownBefore) return;
  // A script that does not compile is not looked into any further.
  show(view, problem, problem ? [] : placeProblems(uses, misuses));
};

// One timer for the page's one editor: short, so that the squiggle is there within 100 ms of the keystroke.
const PAUSE_MS = 25;
let timer: ReturnType<typeof setTimeout> | undefined;

const checkAfterChanges = EditorView.updateListener.of((update: ViewUpdate) => {
  if (!update.docChanged) return;
  clearTimeout(timer);
  const before = shown;
  timer = setTimeout(() => void check(update.view, before), PAUSE_MS);
});

/** Checks the syntax shortly after each change, underlines what is wrong and says so under the pointer. */
export const problemMarks: Extension = [problems, explanation, checkAfterChanges];
