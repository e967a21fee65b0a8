import { html, type TemplateResult } from 'lit-html';

import { met } from '../../elements/met.js';
import { createViewport, renderVirtualRows } from '../../elements/virtual-list.js';
import { type EventRow, eventRows, selectedKey } from '../../events/event-rows.js';
import { markedLine, pointedLine } from '../../events/line-calls.js';
import { findCall, type ReceivedEvent } from '../../events/received-event.js';
import { flashing } from '../../events/run-difference.js';
import { currentRun } from '../../state/run.js';
import { renderRowCells } from './event-row-view.js';

const viewport = createViewport();

/** A narrow page shows the detail in the place of the list, which takes the focus along. */
const select = (row: EventRow | undefined): void => {
  if (row) selectedKey.value = row.key;
  if (document.querySelector('.rows')?.checkVisibility() === false)
    document.querySelector<HTMLElement>('.detail-head button')?.focus();
};

const findTarget = (key: string, index: number, page: number, last: number): number | undefined => {
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    PageDown: index + page,
    PageUp: index - page,
    Home: 0,
    End: last,
  };
  const to = moves[key];
  return to === undefined ? undefined : Math.min(Math.max(to, 0), last);
};

const moveByKey = (event: KeyboardEvent): void => {
  const rows = eventRows.value;
  if (event.key === 'Escape') selectedKey.value = undefined;
  const index = rows.findIndex(({ key }) => key === selectedKey.value);
  const to = findTarget(event.key, index, viewport.page(), rows.length - 1);
  if (to === undefined) return;
  event.preventDefault();
  viewport.reveal(to);
  select(rows[to]);
};

const findLine = (row: EventRow): number | undefined =>
  row.kind === 'event' ? findCall(currentRun.value, row.event)?.line : undefined;

/** The event above a row; the line of the request between them says nothing of it. */
const findEventAbove = (index: number): ReceivedEvent | undefined => {
  const [last, before] = eventRows.value.slice(Math.max(0, index - 2), index).toReversed();
  const row = last?.kind === 'request' ? before : last;
  return row?.kind === 'event' ? row.event : undefined;
};

const isFlashing = (row: EventRow): boolean => row.kind === 'event' && flashing.value.has(row.event.messageId);

const point = (line: number | undefined) => (): void => {
  pointedLine.value = line;
};

const renderRow = (row: EventRow, index: number): TemplateResult => {
  const line = findLine(row);
  return html`
  <div
    id="row-${row.key}"
    class="row ${row.kind}"
    role="option"
    ?data-marked=${line !== undefined && line === markedLine.value}
    ?data-changed=${isFlashing(row)}
    @pointerenter=${point(line)}
    @pointerleave=${point(undefined)}
    aria-selected=${row.key === selectedKey.value}
    aria-setsize=${eventRows.value.length}
    aria-posinset=${index + 1}
    @click=${() => {
      select(row);
    }}
  >
    ${renderRowCells(row, { above: findEventAbove(index), line })}
  </div>
`;
};

/** What Segment received, live: requests with their events below. Arrow keys move through it. */
export const renderEventList = (): TemplateResult => {
  const rows = eventRows.value;
  const selected = rows.find(({ key }) => key === selectedKey.value);
  return html`
    <div
      class="rows"
      role="listbox"
      tabindex="0"
      aria-label="Requests and events that Segment received"
      aria-activedescendant=${selected ? `row-${selected.key}` : ''}
      @keydown=${moveByKey}
      ${met(viewport.follow)}
    >
      ${renderVirtualRows({ rows, keyOf: ({ key }) => key, renderRow, viewport })}
    </div>
  `;
};
