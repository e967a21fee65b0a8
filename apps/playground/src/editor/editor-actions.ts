import type { EditorView } from '@codemirror/view';

import { showView } from '../state/view.js';
import { openFind } from './find-bar.js';
import { listFormatChanges } from './lua/lua-language.js';
import { findRunLine } from './run-lines.js';

let editor: EditorView | undefined;

/** Lets the page's actions reach its one editor. */
export const useEditor = (view: EditorView): void => {
  editor = view;
};

/** Puts another script into the editor, as an edit that can be undone. */
export const loadScript = (code: string): void => {
  if (!editor) return;
  editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: code }, userEvent: 'input.load' });
  showView('script');
};

/** Moves the cursor to a line of the script that was run, wherever it is now, and shows it. */
export const goToLine = (line: number): void => {
  if (!editor) return;
  showView('script');
  const { from, to } = editor.state.doc.line(findRunLine(editor.state, line));
  editor.dispatch({ selection: { anchor: from, head: to }, scrollIntoView: true });
  editor.focus();
};

/** Formats the script, in one step that can be undone. */
export const format = (): boolean => {
  editor?.dispatch({ changes: listFormatChanges(editor.state), userEvent: 'format' });
  return true;
};

/** Opens find and replace. */
export const find = (): void => {
  if (editor) openFind(editor);
};
