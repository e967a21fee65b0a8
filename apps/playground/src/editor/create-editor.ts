import {
  acceptCompletion,
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete';
import {
  history,
  historyKeymap,
  indentLess,
  indentMore,
  moveLineDown,
  moveLineUp,
  standardKeymap,
  toggleLineComment,
} from '@codemirror/commands';
import type { Extension } from '@codemirror/state';
import { EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers } from '@codemirror/view';

import { callMarks, followCalls } from './call-marks.js';
import { adoptCodeStyle } from './code-style.js';
import { format } from './editor-actions.js';
import { editorTheme } from './editor-theme.js';
import { finding } from './find-bar.js';
import { breakAfterWord } from './help/break-after-word.js';
import { completeLua } from './help/complete-lua.js';
import { hoverHelp } from './help/hover-help.js';
import { placeInfo } from './help/place-info.js';
import { signatureHelp } from './help/signature-help.js';
import { luaLanguage } from './lua/lua-language.js';
import { problemMarks } from './problems.js';
import { runLines } from './run-lines.js';
import { keepHistory, restoreState } from './undo-history.js';

/** What the page wants to know of the editor. */
export interface EditorEvents {
  readonly onChange: (script: string) => void;
  /** Ctrl/Cmd+Enter. */
  readonly onRun: () => void;
}

const appearance: Extension = [
  lineNumbers(),
  highlightActiveLine(),
  highlightActiveLineGutter(),
  editorTheme,
  // It takes the focus by being editable; the tabindex says so to tools that look for one.
  EditorView.contentAttributes.of({ 'aria-label': 'Lua script', tabindex: '0' }),
];

const language: Extension = [
  luaLanguage,
  autocompletion({ override: [completeLua], defaultKeymap: false, icons: false, positionInfo: placeInfo }),
  closeBrackets(),
  hoverHelp,
  signatureHelp,
  problemMarks,
  runLines,
  callMarks,
];

/** After Escape the next Tab, and no later one, moves the focus on: the keyboard never gets stuck in the editor. */
const leaveAfterEscape = (view: EditorView, { key }: KeyboardEvent): boolean => {
  if (key === 'Escape') view.setTabFocusMode(Number.MAX_SAFE_INTEGER);
  return false;
};

const bindKeys = ({ onRun }: EditorEvents): Extension =>
  keymap.of([
    { key: 'Mod-Enter', run: () => (onRun(), true), preventDefault: true },
    { key: 'Shift-Alt-f', run: format },
    { any: leaveAfterEscape },
    { key: 'Enter', run: breakAfterWord },
    ...completionKeymap,
    { key: 'Tab', run: acceptCompletion },
    { key: 'Tab', run: indentMore, shift: indentLess },
    ...closeBracketsKeymap,
    ...historyKeymap,
    { key: 'Alt-ArrowUp', run: moveLineUp },
    { key: 'Alt-ArrowDown', run: moveLineDown },
    { key: 'Mod-/', run: toggleLineComment },
    ...standardKeymap,
  ]);

const reportChanges = ({ onChange }: EditorEvents): Extension =>
  EditorView.updateListener.of(({ docChanged, state }) => {
    if (docChanged) onChange(state.doc.toString());
  });

/**
 * The editor, in a shadow root of `parent`: there the library can adopt its styles, where in the page it would need a
 * style element that the content security policy forbids.
 * @param code The script to begin with.
 */
export const createEditor = (parent: HTMLElement, code: string, events: EditorEvents): EditorView => {
  const root = parent.attachShadow({ mode: 'open' });
  adoptCodeStyle(root);
  const extensions = [history(), appearance, language, bindKeys(events), finding, reportChanges(events)];
  const view = new EditorView({ state: restoreState(code, extensions), root, parent: root });
  keepHistory(view);
  followCalls(view);
  events.onChange(code);
  return view;
};
