import { html, nothing, type TemplateResult } from 'lit-html';

import { setAside } from '../state/open-script.js';
import { openKept } from './open-playground.js';

/** Says where the reader's own script is, after a shared one has taken its place. */
export const renderSetAsideBar = (): TemplateResult | typeof nothing => {
  const own = setAside.value;
  if (!own) return nothing;
  return html`
    <p class="bar">
      This script came with a link. Your script is kept.
      <button type="button" class="button small" @click=${() => openKept(own.id)}>Restore</button>
      <button type="button" class="button small quiet" @click=${() => (setAside.value = undefined)}>Dismiss</button>
    </p>
  `;
};
