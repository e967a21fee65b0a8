import { html, nothing, type TemplateResult } from 'lit-html';

import { writeCsv, writeNdjson } from '../copy/as-file.js';
import { keepFocusNear } from '../elements/focus.js';
import { renderIcon } from '../elements/icon.js';
import { formatCount } from '../elements/quantity.js';
import { saveFile } from '../elements/save-file.js';
import { eventRows, isUnfiltered, receivedTypes, searchText, selectedRow, typeFilter } from '../events/event-rows.js';
import { listEvents, type ReceivedEvent } from '../events/received-event.js';
import { comparing } from '../events/run-difference.js';
import { currentRun, isRunning, previousRun } from '../state/run.js';
import { hasDifferences, renderDifferenceList } from './events/difference-list.js';
import { renderEventDetail } from './events/event-detail.js';
import { renderEventList } from './events/event-list.js';
import { renderType } from './events/event-row-view.js';
import { renderTimeline } from './events/timeline.js';

const renderTypeButton = (type: string): TemplateResult => html`
  <button
    type="button"
    class="chip"
    aria-pressed=${typeFilter.value === type}
    @click=${() => (typeFilter.value = typeFilter.value === type ? undefined : type)}
  >
    ${renderType(type)}
  </button>
`;

/** The type that is filtered by stays on offer when no event has it any more: or it could not be taken off. */
const listFilterTypes = (): readonly string[] => [
  ...new Set([
    ...receivedTypes.value,
    ...(comparing.value ? listEvents(previousRun.value).map(({ type }) => type) : []),
    ...(typeFilter.value === undefined ? [] : [typeFilter.value]),
  ]),
];

const renderCompareButton = (): TemplateResult => html`
  <button type="button" class="button small quiet" aria-pressed=${comparing.value} @click=${() => (comparing.value = !comparing.value)}>
    ${comparing.value ? 'Show all events' : 'Compare with the last run'}
  </button>
`;

const FILES = {
  NDJSON: { name: 'events.ndjson', type: 'application/x-ndjson', write: writeNdjson },
  CSV: { name: 'events.csv', type: 'text/csv', write: writeCsv },
} as const;

const listShownEvents = (): readonly ReceivedEvent[] =>
  eventRows.value.flatMap((row) => (row.kind === 'event' ? [row.event] : []));

const renderExportButton = (form: keyof typeof FILES): TemplateResult => {
  const { name, type, write } = FILES[form];
  const save = (): void => {
    saveFile(name, type, write(listShownEvents()));
  };
  return html`<button type="button" class="button small quiet" aria-label="Export the events as ${form}" @click=${save}>${form}</button>`;
};

const renderFilterBar = (): TemplateResult => html`
  <div class="filters">
    <label class="search">
      ${renderIcon('search')} <span class="visually-hidden">Search events</span>
      <input
        class="input"
        type="search"
        placeholder="Search events"
        .value=${searchText.value}
        @input=${(event: Event) => (searchText.value = (event.target as HTMLInputElement).value)}
      />
    </label>
    <div class="chips" role="group" aria-label="Show one type">${listFilterTypes().map(renderTypeButton)}</div>
    ${previousRun.value ? renderCompareButton() : nothing}
    <span class="exports">${renderExportButton('NDJSON')} ${renderExportButton('CSV')}</span>
  </div>
`;

const explainEmpty = (): string => {
  if (isRunning.value) return 'The script is running. What it sends appears here.';
  if (currentRun.value) return 'This script sent nothing to Segment.';
  return 'Run the script. Every event that Segment would receive appears here, byte for byte.';
};

const renderEmpty = (text: string): TemplateResult =>
  html`<div class="empty">${renderIcon('events', 2.5)}<p>${text}</p></div>`;

const showAll = (event: Event): void => {
  keepFocusNear(event);
  typeFilter.value = undefined;
  searchText.value = '';
};

const renderNoMatch = (): TemplateResult => html`
  <div class="empty">
    ${renderIcon('events', 2.5)}
    <p>No event matches.</p>
    <button type="button" class="button small" @click=${showAll}>Show all</button>
  </div>
`;

const renderComparison = (): TemplateResult =>
  hasDifferences.value || isUnfiltered.value ? renderDifferenceList() : renderNoMatch();

const renderList = (): TemplateResult => {
  if (eventRows.value.length === 0) return renderNoMatch();
  const row = selectedRow.value;
  return html`<div class="events-split" ?data-detail=${row !== undefined}>${renderEventList()} ${row ? renderEventDetail(row) : nothing}</div>`;
};

/** What Segment received in the run on show. */
export const renderEventsPanel = (): TemplateResult => {
  const exchanges = currentRun.value?.exchanges.length ?? 0;
  const isComparing = comparing.value && previousRun.value !== undefined;
  if (exchanges === 0 && !isComparing) return renderEmpty(explainEmpty());
  return html`
    ${renderFilterBar()} ${isComparing ? renderComparison() : html`${renderTimeline()} ${renderList()}`}
    <p class="visually-hidden" role="status">${isRunning.value ? '' : `${formatCount(exchanges, 'request')} to Segment`}</p>
  `;
};
