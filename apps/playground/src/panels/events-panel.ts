import { html, nothing, type TemplateResult } from 'lit-html';

import { icon } from '../elements/icon.js';
import { count } from '../elements/quantity.js';
import { eventRows, receivedTypes, searchText, selectedRow, typeFilter } from '../events/event-rows.js';
import { comparing } from '../events/run-difference.js';
import { currentRun, isRunning, previousRun } from '../state/run.js';
import { differenceList } from './events/difference-list.js';
import { eventDetail } from './events/event-detail.js';
import { eventList } from './events/event-list.js';
import { typeLabel } from './events/event-row-view.js';

const typeButton = (type: string): TemplateResult => html`
  <button
    type="button"
    class="chip"
    aria-pressed=${typeFilter.value === type}
    @click=${() => (typeFilter.value = typeFilter.value === type ? undefined : type)}
  >
    ${typeLabel(type)}
  </button>
`;

/** The type that is filtered by stays on offer when no event has it any more: or it could not be taken off. */
const filterTypes = (): readonly string[] => [
  ...new Set([...receivedTypes.value, ...(typeFilter.value === undefined ? [] : [typeFilter.value])]),
];

const compareButton = (): TemplateResult => html`
  <button type="button" class="button small quiet" aria-pressed=${comparing.value} @click=${() => (comparing.value = !comparing.value)}>
    ${comparing.value ? 'Show all events' : 'Compare with the last run'}
  </button>
`;

const filterBar = (): TemplateResult => html`
  <div class="filters">
    <label class="search">
      ${icon('search')} <span class="visually-hidden">Search events</span>
      <input
        class="input"
        type="search"
        placeholder="Search events"
        .value=${searchText.value}
        @input=${(event: Event) => (searchText.value = (event.target as HTMLInputElement).value)}
      />
    </label>
    <div class="chips" role="group" aria-label="Show one type">${filterTypes().map(typeButton)}</div>
    ${previousRun.value ? compareButton() : nothing}
  </div>
`;

const emptyText = (): string => {
  if (isRunning.value) return 'The script is running. What it sends appears here.';
  if (currentRun.value) return 'This script sent nothing to Segment.';
  return 'Run the script. Every event that Segment would receive appears here, byte for byte.';
};

const empty = (text: string): TemplateResult => html`<div class="empty">${icon('events', 2.5)}<p>${text}</p></div>`;

const showAll = (): void => {
  typeFilter.value = undefined;
  searchText.value = '';
};

const noMatch = (): TemplateResult => html`
  <div class="empty">
    ${icon('events', 2.5)}
    <p>No event matches.</p>
    <button type="button" class="button small" @click=${showAll}>Show all</button>
  </div>
`;

const list = (): TemplateResult => {
  if (eventRows.value.length === 0) return noMatch();
  const row = selectedRow.value;
  return html`<div class="events-split" ?data-detail=${row !== undefined}>${eventList()} ${row ? eventDetail(row) : nothing}</div>`;
};

/** What Segment received in the run on show. */
export const eventsPanel = (): TemplateResult => {
  const exchanges = currentRun.value?.exchanges.length ?? 0;
  if (exchanges === 0) return empty(emptyText());
  return html`
    ${filterBar()} ${comparing.value ? differenceList() : list()}
    <p class="visually-hidden" role="status">${isRunning.value ? '' : `${count(exchanges, 'request')} to Segment`}</p>
  `;
};
