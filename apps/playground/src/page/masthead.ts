import { html, type TemplateResult } from 'lit-html';

import { icon } from '../elements/icon.js';
import { openGallery } from '../gallery/gallery-dialog.js';
import { runScript, stopScript } from '../run/run-script.js';
import { openShareDialog } from '../share/share-dialog.js';
import { isRunning } from '../state/run.js';
import { script } from '../state/script.js';
import { nextTheme, theme } from '../state/theme.js';
import { showView } from '../state/view.js';
import { wordmark } from './wordmark.js';

const shortcut = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘↵' : 'Ctrl ↵';

/** Runs the script in the editor. A narrow page then shows the output. */
export const run = (): void => {
  runScript(script.value);
  showView('output');
};

/** Run, or Stop while a script is running: one button, so that the focus stays where it is. */
export const runButton = (): TemplateResult =>
  isRunning.value
    ? html`<button type="button" class="button danger run" @click=${stopScript}>${icon('stop')} Stop</button>`
    : html`<button type="button" class="button primary run" @click=${run}>${icon('play')} Run <kbd aria-hidden="true">${shortcut}</kbd></button>`;

/** The bar at the top. */
export const masthead = (): TemplateResult => html`
  ${wordmark()}
  <span class="spring"></span>
  <button type="button" class="button quiet" @click=${openGallery}>${icon('examples')} <span class="label">Examples</span></button>
  <button type="button" class="button quiet" @click=${openShareDialog}>${icon('share')} <span class="label">Share</span></button>
  <button type="button" class="button quiet icon" aria-label="Theme: ${theme.value}" title="Theme: ${theme.value}" @click=${nextTheme}>${icon(theme.value)}</button>
  ${runButton()}
`;
