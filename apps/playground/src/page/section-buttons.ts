import { html, nothing, type TemplateResult } from 'lit-html';

import { renderIcon } from '../elements/icon.js';
import { receivedCount } from '../events/event-rows.js';
import { type InspectorView, readInspectorView, readView, showView, type View } from '../state/view.js';

const labels: Readonly<Record<View, string>> = {
  script: 'Script',
  output: 'Output',
  events: 'Events',
  reference: 'Reference',
  accounts: 'Accounts',
  simulator: 'Simulator',
};

const renderBadge = (view: View): TemplateResult | typeof nothing =>
  view === 'events' && receivedCount.value > 0
    ? html`<span class="count">${receivedCount.value.toLocaleString('en')}</span>`
    : nothing;

const renderButton = (view: View, isCurrent: boolean): TemplateResult => html`
  <button
    type="button"
    data-view=${view}
    aria-current=${isCurrent}
    @click=${() => {
      showView(view);
    }}
  >
    ${renderIcon(view)} <span>${labels[view]}</span> ${renderBadge(view)}
  </button>
`;

/** What the inspector of a wide page can show. */
export const renderInspectorButtons = (views: readonly InspectorView[]): TemplateResult =>
  html`${views.map((view) => renderButton(view, readInspectorView() === view))}`;

/** The views of a narrow page. */
export const renderViewButtons = (views: readonly View[]): TemplateResult =>
  html`${views.map((view) => renderButton(view, readView() === view))}`;
