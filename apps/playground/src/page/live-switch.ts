import { html, type TemplateResult } from 'lit-html';

import { liveKeys } from '../state/live-keys.js';
import { isLive } from '../state/run.js';

/** Has the script run by itself after each edit, or no longer. */
export const renderLiveSwitch = (): TemplateResult => html`
  <button
    type="button"
    class="button small quiet"
    title="Run after each edit"
    aria-pressed=${isLive.value}
    ?disabled=${liveKeys.regions.value.size > 0}
    @click=${() => (isLive.value = !isLive.value)}
  >Live</button>
`;
