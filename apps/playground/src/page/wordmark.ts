import { html, type TemplateResult } from 'lit-html';

/** The name of the place: a moon, and the wire that crosses it. */
export const renderWordmark = (): TemplateResult => html`
  <h1 class="wordmark">
    <svg aria-hidden="true" width="1.625rem" height="1.625rem" viewBox="0 0 26 26" fill="none">
      <path class="moon" d="M16.9 17.3A8.4 8.4 0 0 1 9.2 4.9a9 9 0 1 0 12.3 10.9 8.4 8.4 0 0 1-4.6 1.5Z" />
      <path class="wire" d="M12.8 12.3c2.2-3.3 3.6-3.3 4.7-1.2s2.4 1.9 5.5-1.7" />
    </svg>
    <span>Moonwire</span> <small>Playground</small>
  </h1>
`;
