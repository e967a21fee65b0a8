import { closeCompletion, selectedCompletion } from '@codemirror/autocomplete';
import type { EditorView } from '@codemirror/view';

import { ATOMS, KEYWORDS } from '../lua/lua-tokens.js';

/**
 * For Enter while completions are on offer: a word that is written out, such as `end` or `then`, is not completed, and
 * Enter breaks the line as ever.
 */
export const breakAfterWord = (view: EditorView): boolean => {
  const offered = selectedCompletion(view.state);
  if (!offered) return false;
  const { head } = view.state.selection.main;
  const word = /\w*$/.exec(view.state.sliceDoc(Math.max(0, head - 100), head))?.[0] ?? '';
  const isWhole = KEYWORDS.includes(word) || ATOMS.includes(word) || (word === offered.label && !offered.apply);
  if (isWhole) closeCompletion(view);
  return false;
};
