import { signal } from '@preact/signals-core';
import { html, type TemplateResult } from 'lit-html';

import { copyText } from '../elements/clipboard.js';
import { icon } from '../elements/icon.js';
import { modal } from '../elements/modal.js';
import { currentPlayground } from '../state/playground.js';
import { exportScript } from './export-script.js';
import { toHash } from './link-hash.js';

const isOpen = signal(false);
const link = signal<string | undefined>(undefined);

/** The page's address with its state in it; nothing when that is too long. */
export const linkToState = async (): Promise<string | undefined> => {
  const hash = await toHash(currentPlayground());
  return hash && location.origin + location.pathname + hash;
};

/** Shows the link to the page as it is now. */
export const openShareDialog = async (): Promise<void> => {
  link.value = await linkToState();
  isOpen.value = true;
};

const linkField = (address: string): TemplateResult => html`
  <div class="share-link">
    <label class="field">
      Link
      <input class="input mono" readonly .value=${address} @focus=${(event: Event) => {
        (event.target as HTMLInputElement).select();
      }} />
    </label>
    <button type="button" class="button primary" @click=${() => copyText(address, 'link')}>Copy link</button>
  </div>
`;

/** The dialog with the link and the file. */
export const shareDialog = (): TemplateResult =>
  modal({
    isOpen: isOpen.value,
    title: 'Share this playground',
    close: () => {
      isOpen.value = false;
    },
    content: html`
      <div class="stack">
        <p>The link holds the script, the accounts, the workspace and the faults. Real keys are never part of it, and it does not run by itself.</p>
        ${link.value === undefined ? html`<p class="notice warn">This playground is too large for a link. Export the script as a file.</p>` : linkField(link.value)}
        <div class="dialog-actions">
          <button type="button" class="button" @click=${exportScript}>${icon('export')} Export as a file</button>
        </div>
      </div>
    `,
  });
