import { html, type TemplateResult } from 'lit-html';

import { renderIcon } from '../elements/icon.js';
import { openGallery } from '../gallery/gallery-dialog.js';
import { runScript, stopScript } from '../run/run-script.js';
import { openShareDialog } from '../share/share-dialog.js';
import { isRunning } from '../state/run.js';
import { script } from '../state/script.js';
import { nextTheme, theme } from '../state/theme.js';
import { showView } from '../state/view.js';
import { renderWordmark } from './wordmark.js';

const shortcut = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘↵' : 'Ctrl ↵';

/** Runs the script in the editor. A narrow page then shows the output. */
export const run = (): void => {
  runScript(script.value);
  showView('output');
};

/** Run, or Stop while a script is running: one button, so that the focus stays where it is. */
export const renderRunButton = (): TemplateResult =>
  isRunning.value
    ? html`<button type="button" class="button danger run" @click=${stopScript}>${renderIcon('stop')} Stop</button>`
    : html`<button type="button" class="button primary run" @click=${run}>${renderIcon('play')} Run <kbd aria-hidden="true">${shortcut}</kbd></button>`;

/** The bar at the top. */
export const renderMasthead = (): TemplateResult => html`
  ${renderWordmark()}
  <span class="spring"></span>
  <button type="button" class="button quiet" @click=${openGallery}>${renderIcon('examples')} <span class="label">Examples</span></button>
  <button type="button" class="button quiet" @click=${openShareDialog}>${renderIcon('share')} <span class="label">Share</span></button>
  <button type="button" class="button quiet icon" aria-label="Theme: ${theme.value}" title="Theme: ${theme.value}" @click=${nextTheme}>${renderIcon(theme.value)}</button>
  ${renderRunButton()}
`;
