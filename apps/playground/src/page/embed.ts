import { html, type TemplateResult } from 'lit-html';

import { linkToState } from '../share/share-dialog.js';
import { runButton } from './masthead.js';
import { wordmark } from './wordmark.js';

const openWhole = async (): Promise<void> => {
  const whole = (await linkToState()) ?? location.pathname;
  window.open(whole, '_blank', 'noopener');
};

/** The bar at the top of an embedded playground. */
export const embedMasthead = (): TemplateResult => html`
  ${wordmark()}
  <span class="spring"></span>
  <button type="button" class="button quiet" @click=${openWhole}>Open in the playground</button>
  ${runButton()}
`;
