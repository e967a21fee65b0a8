import type { Extension } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { signal } from '@preact/signals-core';
import { html, nothing, type TemplateResult } from 'lit-html';

import { renderIcon } from '../elements/icon.js';
import { formatCount } from '../elements/quantity.js';
import { countMatches, findMarks, replaceMatch, replaceMatches, seek, selectMatch } from './find.js';

const view = signal<EditorView | undefined>(undefined);
const text = signal('');
const replacement = signal('');
const matchCase = signal(false);
/** Counts what changes in the editor while the bar is open. */
const changes = signal(0);

/** The longest selection that is taken over as what is looked for. */
const LONGEST = 100;

const look = (): void => {
  if (!view.value) return;
  seek(view.value, { text: text.value, matchCase: matchCase.value });
  changes.value += 1;
};

const focusField = (): void => {
  document.querySelector<HTMLInputElement>('.find [name=find]')?.select();
};

/** Opens find and replace, with what is selected; opened already, its field has the focus again. */
export const openFind = (editor: EditorView): boolean => {
  const { from, to } = editor.state.selection.main;
  const selected = editor.state.sliceDoc(from, to);
  if (selected !== '' && selected.length <= LONGEST && !selected.includes('\n')) text.value = selected;
  view.value = editor;
  look();
  focusField();
  return true;
};

const close = (): boolean => {
  const editor = view.value;
  if (!editor) return false;
  view.value = undefined;
  seek(editor, { text: '', matchCase: false });
  editor.focus();
  return true;
};

const step = (by: 1 | -1) => (editor: EditorView) => view.value === editor && selectMatch(editor, by);

/** Finding, by its keys and by the bar above the script. */
export const finding: Extension = [
  findMarks,
  keymap.of([
    { key: 'Mod-f', run: openFind },
    { key: 'F3', run: step(1), shift: step(-1), preventDefault: true },
    { key: 'Mod-g', run: step(1), shift: step(-1), preventDefault: true },
    { key: 'Escape', run: close },
  ]),
  EditorView.updateListener.of(({ docChanged, selectionSet }) => {
    if (view.peek() && (docChanged || selectionSet)) changes.value += 1;
  }),
];

const pressKey = (event: KeyboardEvent): void => {
  if (event.key === 'Escape') close();
  else if (event.key !== 'F3' && (event.key !== 'Enter' || (event.target as Element).tagName === 'BUTTON')) return;
  else if (view.value) selectMatch(view.value, event.shiftKey ? -1 : 1);
  event.preventDefault();
};

const describe = (editor: EditorView): string => {
  if (text.value === '') return '';
  const { all, at } = countMatches(editor);
  if (all === 0) return 'None';
  return at > 0 ? `${at} of ${all.toLocaleString('en')}` : formatCount(all, 'match', 'matches');
};

const renderField = (name: string, label: string, value: typeof text): TemplateResult => html`
  <input
    class="input mono"
    name=${name}
    aria-label=${label}
    placeholder=${label}
    autocomplete="off"
    spellcheck="false"
    .value=${value.value}
    @input=${(event: Event) => {
      value.value = (event.target as HTMLInputElement).value;
      look();
    }}
  />
`;

const renderButton = (label: string, press: () => void): TemplateResult =>
  html`<button type="button" class="button small" @click=${press}>${label}</button>`;

const toggleCase = (): void => {
  matchCase.value = !matchCase.value;
  look();
};

const renderOpen = (editor: EditorView): TemplateResult => html`
  <search class="find" aria-label="Find in the script" @keydown=${pressKey}>
    ${renderField('find', 'Find', text)}
    <button type="button" class="button small" aria-label="Match case" title="Match case" aria-pressed=${matchCase.value} @click=${toggleCase}>Aa</button>
    ${renderButton('Previous', () => selectMatch(editor, -1))} ${renderButton('Next', () => selectMatch(editor, 1))}
    <span class="small faint" role="status">${describe(editor)}</span>
    <button type="button" class="button quiet icon" aria-label="Close find" @click=${close}>${renderIcon('close')}</button>
    ${renderField('replace', 'Replace', replacement)}
    ${renderButton('Replace', () => {
      replaceMatch(editor, replacement.value);
    })}
    ${renderButton('Replace all', () => replaceMatches(editor, replacement.value))}
  </search>
`;

/** The bar above the script in which one finds and replaces. */
export const renderFindBar = (): TemplateResult | typeof nothing => {
  // What it says follows the script and the selection.
  void changes.value;
  return view.value ? renderOpen(view.value) : nothing;
};
