import { html, type TemplateResult } from 'lit-html';

import { icon } from '../../elements/icon.js';
import { count, duration, timeOfDay } from '../../elements/quantity.js';
import type { EventRow } from '../../events/event-rows.js';
import type { ReceivedEvent } from '../../events/received-event.js';
import { type Exchange, succeeded } from '../../protocol/exchange.js';

/** A request's outcome in a word: `200`, `429`, `no answer`. */
const outcomeText = ({ outcome }: Exchange): string => ('status' in outcome ? String(outcome.status) : 'no answer');

const pathOf = (url: string): string => new URL(url).pathname;

/** A request's outcome, coloured. */
export const outcomeBadge = (exchange: Exchange): TemplateResult => html`
  <span class="badge ${succeeded(exchange) ? 'good' : 'bad'}">${outcomeText(exchange)}</span>
`;

const requestCells = (exchange: Exchange, events: readonly ReceivedEvent[]): TemplateResult => html`
  <span class="request-name">${icon('batch')} <span class="mono">${exchange.method} ${pathOf(exchange.url)}</span></span>
  <span class="request-count">${exchange.body === undefined ? '' : html`${count(events.length, 'event')}<span class="wide-only"> received</span>`}</span>
  ${exchange.live ? html`<span class="badge warn">live</span>` : ''} ${outcomeBadge(exchange)}
  <span class="request-time">${duration(exchange.ms)}</span>
`;

/** The name of an event's type, in its colour. */
export const typeLabel = (type: string): TemplateResult => html`<span class="type" data-type=${type}>${type}</span>`;

const eventCells = ({ type, title, user, exchange }: ReceivedEvent): TemplateResult => html`
  ${typeLabel(type)}
  <span class="title">${title}</span>
  <span class="user">${user}</span>
  <span class="account-name">${exchange.account ?? ''}</span>
  <span class="time">${timeOfDay(exchange.sentAt)}</span>
`;

/** The cells of one line of the list. */
export const rowCells = (row: EventRow): TemplateResult =>
  row.kind === 'request' ? requestCells(row.exchange, row.events) : eventCells(row.event);
