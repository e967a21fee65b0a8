import { signal } from '@preact/signals-core';
import { html, nothing, type TemplateResult } from 'lit-html';

import { renderModal } from '../elements/modal.js';
import { formatCount, formatDayAndTime } from '../elements/quantity.js';
import { documentation } from '../reference/documentation.js';
import { openExample, openKept } from '../share/open-playground.js';
import { type KeptScript, keptScripts } from '../state/kept-scripts.js';
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
  openExample(code, faults);
  close();
};

const renderKept = ({ id, code, savedAt }: KeptScript): TemplateResult => html`
  <li>
    <button type="button" class="card" @click=${() => {
      void openKept(id);
      close();
    }}>
      <strong>${findTitle(code)}</strong>
      <span>${formatCount(code.split('\n').length, 'line')}, ${formatDayAndTime(savedAt)}</span>
    </button>
  </li>
`;

const renderKeptList = (): TemplateResult | typeof nothing =>
  keptScripts.value.length === 0
    ? nothing
    : html`<h3>Your scripts in this browser</h3><ul class="cards compact">${keptScripts.value.map(renderKept)}</ul>`;

/** What a script is about: its first comment, or else its first line. */
const findTitle = (code: string): string => {
  const lines = code.split('\n').map((line) => line.replace(/^\s*(?:--)?\s*/, ''));
  return (lines.find((line) => line !== '') ?? 'Empty').slice(0, 60);
};

const renderCard = (guide: Guide): TemplateResult => html`
  <li>
    <button type="button" class="card" @click=${() => {
      load(guide);
    }}>
      <strong>${guide.title}</strong>
      <span>${guide.description}</span>
    </button>
  </li>
`;

const listReferenceExamples = (): Guide[] =>
  documentation.functions.flatMap(({ name, examples }) =>
    examples.map(({ title, code }) => ({ title, description: name, code })),
  );

/** The dialog with every guide and every example of the reference; choosing one puts it into the editor. */
export const renderGalleryDialog = (): TemplateResult =>
  renderModal({
    isOpen: isOpen.value,
    title: 'Examples',
    close,
    content: html`
      <div class="gallery">
        ${renderKeptList()}
        <h3>Guides</h3>
        <ul class="cards">${guides.map(renderCard)}</ul>
        <h3>From the reference</h3>
        <ul class="cards compact">${listReferenceExamples().map(renderCard)}</ul>
      </div>
    `,
  });
