import { signal } from '@preact/signals-core';
import { html, type TemplateResult } from 'lit-html';

import { loadScript } from '../editor/editor-actions.js';
import { modal } from '../page/modal.js';
import { documentation } from '../reference/documentation.js';
import { replaceFaults } from '../state/faults.js';
import { type Guide, guides } from './guides.js';

const isOpen = signal(false);

/** Shows the examples. */
export const openGallery = (): void => {
  isOpen.value = true;
};

const close = (): void => {
  isOpen.value = false;
};

const load = ({ code, faults = [] }: Pick<Guide, 'code' | 'faults'>): void => {
  replaceFaults(faults);
  loadScript(code);
  close();
};

const card = (guide: Guide): TemplateResult => html`
  <li>
    <button type="button" class="card" @click=${() => {
      load(guide);
    }}>
      <strong>${guide.title}</strong>
      <span>${guide.description}</span>
    </button>
  </li>
`;

const referenceExamples = (): Guide[] =>
  documentation.functions.flatMap(({ name, examples }) =>
    examples.map(({ title, code }) => ({ title, description: name, code })),
  );

/** The dialog with every guide and every example of the reference; choosing one puts it into the editor. */
export const galleryDialog = (): TemplateResult =>
  modal({
    isOpen: isOpen.value,
    title: 'Examples',
    close,
    content: html`
      <div class="gallery">
        <h3>Guides</h3>
        <ul class="cards">${guides.map(card)}</ul>
        <h3>From the reference</h3>
        <ul class="cards compact">${referenceExamples().map(card)}</ul>
      </div>
    `,
  });
