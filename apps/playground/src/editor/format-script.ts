import { indentRange } from '@codemirror/language';
import type { ChangeSpec } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';

import { isInert } from './call-at.js';

const trailingSpace = (view: EditorView): ChangeSpec[] => {
  const { doc } = view.state;
  const changes: ChangeSpec[] = [];
  for (let number = 1; number <= doc.lines; number += 1) {
    const { text, to } = doc.line(number);
    const space = /\s+$/.exec(text)?.[0].length ?? 0;
    // Space at the end of a line of a long string is part of the string.
    if (space > 0 && !isInert(view.state, to, -1)) changes.push({ from: to - space, to });
  }
  return changes;
};

/** Indents every line as the language would and drops space at the ends of lines. */
export const formatScript = (view: EditorView): boolean => {
  view.dispatch({ changes: trailingSpace(view), userEvent: 'format' });
  view.dispatch({ changes: indentRange(view.state, 0, view.state.doc.length), userEvent: 'format' });
  return true;
};
