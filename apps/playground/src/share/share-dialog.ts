import { signal } from '@preact/signals-core';
import { html, type TemplateResult } from 'lit-html';

import { copyText } from '../elements/clipboard.js';
import { renderIcon } from '../elements/icon.js';
import { renderModal } from '../elements/modal.js';
import { readPlayground } from '../state/playground.js';
import { exportScript } from './export-script.js';
import { writeHash } from './link-hash.js';

const isOpen = signal(false);
const link = signal<string | undefined>(undefined);

/** The page's address with its state in it; nothing when that is too long. */
export const createLink = async (): Promise<string | undefined> => {
  const hash = await writeHash(readPlayground());
  return hash && location.origin + location.pathname + hash;
};

/** Shows the link to the page as it is now. */
export const openShareDialog = async (): Promise<void> => {
  link.value = await createLink();
  isOpen.value = true;
};

const renderLinkField = (address: string): TemplateResult => html`
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
export const renderShareDialog = (): TemplateResult =>
  renderModal({
    isOpen: isOpen.value,
    title: 'Share this playground',
    close: () => {
      isOpen.value = false;
    },
    content: html`
      <div class="stack">
        <p>The link holds the script, the accounts, the workspace and the faults. Real keys are never part of it, and it does not run by itself.</p>
        ${link.value === undefined ? html`<p class="notice warn">This playground is too large for a link. Export the script as a file.</p>` : renderLinkField(link.value)}
        <div class="dialog-actions">
          <button type="button" class="button" @click=${exportScript}>${renderIcon('export')} Export as a file</button>
        </div>
      </div>
    `,
  });
