import { html, type TemplateResult } from 'lit-html';

import { createLink } from '../share/share-dialog.js';
import { renderRunButton } from './masthead.js';
import { renderWordmark } from './wordmark.js';

const openWhole = async (): Promise<void> => {
  const whole = (await createLink()) ?? location.pathname;
  window.open(whole, '_blank', 'noopener');
};

/** The bar at the top of an embedded playground. */
export const renderEmbedMasthead = (): TemplateResult => html`
  ${renderWordmark()}
  <span class="spring"></span>
  <button type="button" class="button quiet" @click=${openWhole}>Open in the playground</button>
  ${renderRunButton()}
`;
