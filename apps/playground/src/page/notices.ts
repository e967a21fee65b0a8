import { html, nothing, type TemplateResult } from 'lit-html';

import { siteStore } from '../state/storage.js';
import { newVersion } from './versions.js';

const storageTexts = {
  full: 'This browser’s storage is full: your script is kept only until you close the page. Share or export it.',
  unavailable:
    'This browser stores nothing here: your script is kept only until you close the page. Share or export it.',
} as const;

const renderVersionNotice = (bring: () => void): TemplateResult => html`
  <p class="bar">
    A new version is ready. <button type="button" class="button small" @click=${bring}>Reload</button>
  </p>
`;

/** What a reader ought to know for as long as it is so. */
export const renderNotices = (): TemplateResult => {
  const bring = newVersion.value;
  const failure = siteStore.failure.value;
  return html`
    ${bring ? renderVersionNotice(bring) : nothing} ${failure ? html`<p class="bar">${storageTexts[failure]}</p>` : nothing}
  `;
};
