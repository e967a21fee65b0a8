import { html, nothing, type TemplateResult } from 'lit-html';

import { keepFocusNear } from '../elements/focus.js';
import { setAside } from '../state/open-script.js';
import { openKept } from './open-playground.js';

const dismiss = (event: Event): void => {
  keepFocusNear(event);
  setAside.value = undefined;
};

/** Says where the reader's own script is, after a shared one has taken its place. */
export const renderSetAsideBar = (): TemplateResult | typeof nothing => {
  const own = setAside.value;
  if (!own) return nothing;
  const restore = (event: Event): void => {
    keepFocusNear(event);
    void openKept(own.id);
  };
  return html`
    <p class="bar">
      This script came with a link. Your script is kept.
      <button type="button" class="button small" @click=${restore}>Restore</button>
      <button type="button" class="button small quiet" @click=${dismiss}>Dismiss</button>
    </p>
  `;
};
