import { historyField } from '@codemirror/commands';
import { EditorState, type Extension } from '@codemirror/state';

const DRAFT = 'playground.draft';
const WITH_HISTORY = 'playground.history';
const fields = { history: historyField };
const MAX_HISTORY = 500_000;

/** The script as it was last, in whatever tab; absent on the first visit. */
const storedDraft = (): string | undefined => localStorage.getItem(DRAFT) ?? undefined;

/** Keeps the script for the next visit, and for a reload of this tab what can be undone. */
export const storeDraft = (state: EditorState): void => {
  const withHistory = JSON.stringify(state.toJSON(fields));
  localStorage.setItem(DRAFT, state.doc.toString());
  if (withHistory.length <= MAX_HISTORY) sessionStorage.setItem(WITH_HISTORY, withHistory);
  else sessionStorage.removeItem(WITH_HISTORY);
};

/** The state this tab had before a reload, undo included, or a new one holding `fallback`. */
export const restoreDraft = (fallback: string, extensions: Extension): EditorState => {
  const stored = sessionStorage.getItem(WITH_HISTORY);
  if (stored === null) return EditorState.create({ doc: storedDraft() ?? fallback, extensions });
  try {
    return EditorState.fromJSON(JSON.parse(stored), { extensions }, fields);
  } catch {
    // Written by another version of the page.
    return EditorState.create({ doc: storedDraft() ?? fallback, extensions });
  }
};
