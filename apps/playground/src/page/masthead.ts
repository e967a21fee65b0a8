import { html, nothing, type TemplateResult } from 'lit-html';

import { renderIcon } from '../elements/icon.js';
import { formatCount } from '../elements/quantity.js';
import { openGallery } from '../gallery/gallery-dialog.js';
import { runScript, stopScript } from '../run/run-script.js';
import { openShareDialog } from '../share/share-dialog.js';
import { faults } from '../state/faults.js';
import { liveKeys } from '../state/live-keys.js';
import { isRunning } from '../state/run.js';
import { script } from '../state/script.js';
import { nextTheme, theme } from '../state/theme.js';
import { showView } from '../state/view.js';
import { renderWordmark } from './wordmark.js';

const shortcut = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘↵' : 'Ctrl ↵';

/** Runs the script in the editor, after ending a run that is under way. A narrow page then shows the output. */
export const run = (): void => {
  stopScript();
  runScript(script.value);
  showView('output');
};

/** Runs or stops; the second press of a double click does neither, or it would stop what the first began. */
const press = ({ detail }: MouseEvent): void => {
  if (detail > 1) return;
  if (isRunning.value) stopScript();
  else run();
};

const renderRunLabel = (): TemplateResult =>
  isRunning.value
    ? html`${renderIcon('stop')} Stop`
    : html`${renderIcon('play')} ${liveKeys.regions.value.size > 0 ? 'Run live' : 'Run'} <kbd aria-hidden="true">${shortcut}</kbd>`;

/** Run, or Stop while a script is running: one button, so that the focus stays where it is. */
export const renderRunButton = (): TemplateResult => html`
  <button type="button" class="button run ${isRunning.value ? 'danger' : 'primary'}" @click=${press}>${renderRunLabel()}</button>
`;

const openSimulator = (): void => {
  showView('simulator');
};

/** Says beside Run what it will meet. */
const renderFaultCount = (): TemplateResult | typeof nothing =>
  faults.value.length === 0
    ? nothing
    : html`<button type="button" class="button small quiet fault-count" @click=${openSimulator}>${formatCount(faults.value.length, 'fault')}</button>`;

/** The bar at the top. */
export const renderMasthead = (): TemplateResult => html`
  ${renderWordmark()}
  <span class="spring"></span>
  <button type="button" class="button quiet" @click=${openGallery}>${renderIcon('examples')} <span class="label">Examples</span></button>
  <button type="button" class="button quiet" @click=${openShareDialog}>${renderIcon('share')} <span class="label">Share</span></button>
  <button type="button" class="button quiet icon" aria-label="Theme: ${theme.value}" title="Theme: ${theme.value}" @click=${nextTheme}>${renderIcon(theme.value)}</button>
  ${renderFaultCount()} ${renderRunButton()}
`;
