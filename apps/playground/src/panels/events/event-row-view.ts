import { html, type TemplateResult } from 'lit-html';

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

const renderRequestCells = (exchange: Exchange, events: readonly ReceivedEvent[]): TemplateResult => html`
  <span class="request-name">${renderIcon('batch')} <span class="mono">${exchange.method} ${readPath(exchange.url)}</span></span>
  <span class="request-count">${exchange.body === undefined ? '' : html`${formatCount(events.length, 'event')}<span class="wide-only"> received</span>`}</span>
  ${exchange.live ? html`<span class="badge warn">live</span>` : ''} ${renderOutcome(exchange)}
  <span class="request-time">${formatDuration(exchange.ms)}</span>
`;

/** The name of an event's type, in its colour. */
export const renderType = (type: string): TemplateResult => html`<span class="type" data-type=${type}>${type}</span>`;

const renderEventCells = ({ type, title, user, exchange }: ReceivedEvent): TemplateResult => html`
  ${renderType(type)}
  <span class="title">${title}</span>
  <span class="user">${user}</span>
  <span class="account-name">${exchange.account ?? ''}</span>
  <span class="time">${formatTimeOfDay(exchange.sentAt)}</span>
`;

/** The cells of one line of the list. */
export const renderRowCells = (row: EventRow): TemplateResult =>
  row.kind === 'request' ? renderRequestCells(row.exchange, row.events) : renderEventCells(row.event);
