import { html, type nothing, type TemplateResult } from 'lit-html';

import { renderIcon } from './icon.js';
import { met } from './met.js';

/** A dialog over the page. */
export interface Modal {
  readonly isOpen: boolean;
  readonly title: string;
  readonly content: TemplateResult | typeof nothing;
  /** Called when the reader leaves it by Escape or the close button. */
  readonly close: () => void;
}

const follow = (isOpen: boolean) => (element: Element) => {
  if (!(element instanceof HTMLDialogElement) || element.open === isOpen) return;
  if (isOpen) element.showModal();
  else element.close();
};

/** Renders a {@link Modal} on the browser's own dialog: it keeps the focus inside and gives it back. */
export const renderModal = ({ isOpen, title, content, close }: Modal): TemplateResult => html`
  <dialog class="dialog" aria-label=${title} ${met(follow(isOpen))} @close=${close}>
    <header class="dialog-head">
      <h2>${title}</h2>
      <button type="button" class="button quiet icon" aria-label="Close" @click=${close}>${renderIcon('close')}</button>
    </header>
    ${content}
  </dialog>
`;
