import { setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { EditorView, type ViewUpdate } from '@codemirror/view';
import { checkSyntax } from '../run/run-script.js';

/** A message about a line of the script, counted from 1. */
export interface LineProblem {
  readonly line: number;
  readonly message: string;
}

const diagnostic = (view: EditorView, { line, message }: LineProblem): Diagnostic => {
  const { doc } = view.state;
  const { from, to, text } = doc.line(Math.min(Math.max(line, 1), doc.lines));
  const indent = /^\s*/.exec(text)?.[0].length ?? 0;
  return { from: from + (indent < text.length ? indent : 0), to, severity: 'error', message };
};

/** Underlines the problem's line, or nothing. Editing clears it. */
export const showProblem = (view: EditorView, problem: LineProblem | undefined): void => {
  view.dispatch(setDiagnostics(view.state, problem ? [diagnostic(view, problem)] : []));
};

const check = async (view: EditorView): Promise<void> => {
  const { doc } = view.state;
  const problem = await checkSyntax(doc.toString());
  if (view.state.doc.eq(doc)) showProblem(view, problem);
};

// One timer for the page's one editor: short, so that the squiggle is there within 100 ms of the keystroke.
const PAUSE_MS = 25;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Checks the syntax shortly after each change. */
export const syntaxCheck = EditorView.updateListener.of((update: ViewUpdate) => {
  if (!update.docChanged) return;
  clearTimeout(timer);
  timer = setTimeout(() => void check(update.view), PAUSE_MS);
});
