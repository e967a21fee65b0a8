import { html, nothing, type TemplateResult } from 'lit-html';

import { keepFocusNear } from '../elements/focus.js';
import type { Region } from '../protocol/run-setup.js';
import { liveKeys } from '../state/live-keys.js';
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

const REGION_NAMES = { us: 'US', eu: 'EU' } as const;

const renderLiveNotice = (account: string, region: Region): TemplateResult => html`
  <p class="bar live">
    <span><strong>${account}</strong> sends to Segment (${REGION_NAMES[region]}): its events are real.</span>
    <button type="button" class="button small" aria-label="Put ${account} back on the simulator" @click=${(
      event: Event,
    ) => {
      keepFocusNear(event);
      liveKeys.forget(account);
    }}>Back to the simulator</button>
  </p>
`;

/** What a reader ought to know for as long as it is so. */
export const renderNotices = (): TemplateResult => {
  const bring = newVersion.value;
  const failure = siteStore.failure.value;
  return html`
    ${[...liveKeys.regions.value].map(([account, region]) => renderLiveNotice(account, region))}
    ${bring ? renderVersionNotice(bring) : nothing} ${failure ? html`<p class="bar">${storageTexts[failure]}</p>` : nothing}
  `;
};
