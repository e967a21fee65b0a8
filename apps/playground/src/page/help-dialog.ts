import { signal } from '@preact/signals-core';
import { html, type TemplateResult } from 'lit-html';

import { renderModal } from '../elements/modal.js';
import { DOCS, REPOSITORY } from '../elements/places.js';

const isOpen = signal(false);

/** Shows the keys, and where more is to be read. */
export const openHelp = (): void => {
  isOpen.value = true;
};

/** `?` outside of what is written in. */
export const openHelpByKey = (): void => {
  document.addEventListener('keydown', ({ key, target }) => {
    const place = target as HTMLElement;
    if (key === '?' && !place.matches('input, select, .editor')) openHelp();
  });
};

const KEYS: readonly (readonly [keys: string, what: string])[] = [
  ['Ctrl Enter', 'Run the script; while it runs, begin anew'],
  ['Ctrl Space', 'Complete'],
  ['Tab', 'Take the completion, or indent'],
  ['Shift Tab', 'Unindent'],
  ['Escape, Tab', 'Leave the editor'],
  ['Shift Alt F', 'Format'],
  ['Ctrl /', 'Comment'],
  ['Alt ↑ ↓', 'Move the line'],
  ['Ctrl F', 'Find and replace'],
  ['F3, Shift F3', 'Next and previous match'],
  ['Ctrl Z, Ctrl Y', 'Undo and redo'],
  ['↑ ↓ Home End', 'Walk through the events; Escape closes one'],
  ['?', 'This sheet'],
];

/** The sheet of keys, with the way to the documentation and to the sources. */
export const renderHelpDialog = (): TemplateResult =>
  renderModal({
    isOpen: isOpen.value,
    title: 'Help',
    close: () => {
      isOpen.value = false;
    },
    content: html`
      <div class="stack">
        <dl class="keys">${KEYS.map(([keys, what]) => html`<dt>${keys.split(' ').map((key) => html`<kbd>${key}</kbd> `)}</dt><dd>${what}</dd>`)}</dl>
        <p>On a Mac, Ctrl is Cmd.</p>
        <p><a href=${DOCS} target="_blank" rel="noopener">Documentation</a> · <a href=${REPOSITORY} target="_blank" rel="noopener">Source</a></p>
      </div>
    `,
  });
