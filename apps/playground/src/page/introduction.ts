import { html, nothing, type TemplateResult } from 'lit-html';

import { guides } from '../gallery/guides.js';
import { script } from '../state/script.js';
import { isEmbedded } from '../state/view.js';

/** What a first visit shows, and runs. */
export const starterCode = guides[0]?.code ?? '';

/** Says what this is, for as long as the script is the one that a first visit shows. */
export const renderIntroduction = (): TemplateResult | typeof nothing =>
  isEmbedded || script.value !== starterCode
    ? nothing
    : html`<p class="bar intro">A Lua script that calls Segment, run on a simulator in this page: nothing left your browser. Change a line and run it again.</p>`;
