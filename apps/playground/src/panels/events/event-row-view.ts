import { html, nothing, type TemplateResult } from 'lit-html';

import { renderIcon } from '../../elements/icon.js';
import { formatCount, formatDuration, formatTimeOfDay } from '../../elements/quantity.js';
import type { EventRow } from '../../events/event-rows.js';
import type { ReceivedEvent } from '../../events/received-event.js';
import { type Exchange, hasSucceeded } from '../../protocol/exchange.js';

/** A request's outcome in a word: `200`, `429`, `no answer`. */
const nameOutcome = ({ outcome }: Exchange): string => ('status' in outcome ? String(outcome.status) : 'no answer');

const readPath = (url: string): string => new URL(url).pathname;

/** A request's outcome, coloured. */
export const renderOutcome = (exchange: Exchange): TemplateResult => html`
  <span class="badge ${hasSucceeded(exchange) ? 'good' : 'bad'}">${nameOutcome(exchange)}</span>
`;

/** Account and time are those of all its events. */
const renderRequestCells = (exchange: Exchange, events: readonly ReceivedEvent[]): TemplateResult => html`
  <span class="request-name">${renderIcon('batch')} <span class="mono">${exchange.method} ${readPath(exchange.url)}</span></span>
  <span class="request-count">${exchange.body === undefined ? '' : html`${formatCount(events.length, 'event')}<span class="wide-only"> received</span>`}</span>
  <span class="account-name">${exchange.account ?? ''}</span>
  ${exchange.live ? html`<span class="badge warn">live</span>` : ''} ${renderOutcome(exchange)}
  <span class="request-time">${formatDuration(exchange.ms)}</span>
  <span class="time wide-only">${formatTimeOfDay(exchange.sentAt)}</span>
`;

/** The name of an event's type, in its colour. */
export const renderType = (type: string): TemplateResult => html`<span class="type" data-type=${type}>${type}</span>`;

/** Longer ones are seen in the detail. */
const LONGEST_PREVIEW = 160;

const writeValue = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** What an event says, in short: `revenue 99.5 · plan pro`. */
export const writePreview = ({ body: { properties, traits } }: ReceivedEvent): string =>
  Object.entries(properties ?? traits ?? {})
    .map(([name, value]) => `${name} ${writeValue(value)}`)
    .join(' · ')
    .slice(0, LONGEST_PREVIEW);

/**
 * The cells of an event. The user is named where it is another one than in the row above, and not twice.
 * @param line The line of Lua that made it.
 */
const renderEventCells = (
  event: ReceivedEvent,
  above: EventRow | undefined,
  line: number | undefined,
): TemplateResult => {
  const { type, title, user } = event;
  const isKnown = user === title || (above?.kind === 'event' && above.event.user === user);
  return html`
    ${renderType(type)} <span class="title">${title}</span> <span class="preview mono">${writePreview(event)}</span>
    <span class="user">${isKnown ? '' : user}</span>
    ${line === undefined ? nothing : html`<span class="line-number mono" title="Made by line ${line}">:${line}</span>`}
  `;
};

/**
 * The cells of one line of the list.
 * @param above The row before it.
 * @param line The line of Lua that made the event.
 */
export const renderRowCells = (row: EventRow, above: EventRow | undefined, line: number | undefined): TemplateResult =>
  row.kind === 'request' ? renderRequestCells(row.exchange, row.events) : renderEventCells(row.event, above, line);
