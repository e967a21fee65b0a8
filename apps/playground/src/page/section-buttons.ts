import { html, nothing, type TemplateResult } from 'lit-html';

import { icon } from '../elements/icon.js';
import { receivedCount } from '../events/event-rows.js';
import { currentView, type InspectorView, inspectorView, showView, type View } from '../state/view.js';

const labels: Readonly<Record<View, string>> = {
  script: 'Script',
  output: 'Output',
  events: 'Events',
  reference: 'Reference',
  accounts: 'Accounts',
  simulator: 'Simulator',
};

const badge = (view: View): TemplateResult | typeof nothing =>
  view === 'events' && receivedCount.value > 0
    ? html`<span class="count">${receivedCount.value.toLocaleString('en')}</span>`
    : nothing;

const button = (view: View, isCurrent: boolean): TemplateResult => html`
  <button
    type="button"
    data-view=${view}
    aria-current=${isCurrent}
    @click=${() => {
      showView(view);
    }}
  >
    ${icon(view)} <span>${labels[view]}</span> ${badge(view)}
  </button>
`;

/** What the inspector of a wide page can show. */
export const inspectorButtons = (views: readonly InspectorView[]): TemplateResult =>
  html`${views.map((view) => button(view, inspectorView() === view))}`;

/** The views of a narrow page. */
export const viewButtons = (views: readonly View[]): TemplateResult =>
  html`${views.map((view) => button(view, currentView() === view))}`;
