import { historyField } from '@codemirror/commands';
import { EditorState, type Extension } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';

import { tabStore } from '../state/storage.js';

const HISTORY = 'playground.history';
const MAX_LETTERS = 500_000;
const fields = { history: historyField };

/** A state that holds `code`, with what could be undone before a reload of this tab. */
export const restoreState = (code: string, extensions: Extension): EditorState => {
  try {
    const state = EditorState.fromJSON(JSON.parse(tabStore.read(HISTORY) ?? ''), { extensions }, fields);
    if (state.doc.toString() === code) return state;
  } catch {
    // There is none, or another version of the page wrote it.
  }
  return EditorState.create({ doc: code, extensions });
};

/** Keeps what can be undone for a reload: when the page is left, since it takes longer than a key may. */
export const keepHistory = (view: EditorView): void => {
  window.addEventListener('pagehide', () => {
    const text = JSON.stringify(view.state.toJSON(fields));
    if (text.length <= MAX_LETTERS) tabStore.write(HISTORY, text);
    else tabStore.remove(HISTORY);
  });
};
