import { html, nothing, type TemplateResult } from 'lit-html';

import { renderIcon } from '../../elements/icon.js';
import { formatCount, formatDuration, formatTimeOfDay } from '../../elements/quantity.js';
import type { EventRow } from '../../events/event-rows.js';
import type { ReceivedEvent } from '../../events/received-event.js';
import { type BrokenEvent, type Exchange, hasSucceeded } from '../../protocol/exchange.js';

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

const OUTCOMES: Readonly<Record<BrokenEvent['outcome'], readonly [word: string, look: string]>> = {
  allowed: ['breaks plan', 'warn'],
  omitted: ['omitted', 'warn'],
  blocked: ['blocked', 'bad'],
};

/** What became of an event that broke the plan, coloured; under the pointer, why. */
const renderBroken = ({ outcome, messages }: BrokenEvent): TemplateResult => {
  const [word, look] = OUTCOMES[outcome];
  return html`<span class="badge ${look}" title=${messages.join('\n')}>${word}</span>`;
};

/** Longer ones are seen in the detail. */
const LONGEST_PREVIEW = 160;

const writeValue = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** What an event says, in short: `revenue 99.5 · plan pro`. */
const writePreview = ({ body: { properties, traits } }: ReceivedEvent): string =>
  Object.entries(properties ?? traits ?? {})
    .map(([name, value]) => `${name} ${writeValue(value)}`)
    .join(' · ')
    .slice(0, LONGEST_PREVIEW);

/** What is known of an event beside it: where it comes from, and the event above it in the list. */
export interface RowPlace {
  readonly above?: ReceivedEvent | undefined;
  /** The line of Lua that made it. */
  readonly line?: number | undefined;
}

/** User, account and time are named where they are other ones than above; a user who is the title is named already. */
const renderEventCells = (event: ReceivedEvent, { above, line }: RowPlace): TemplateResult => {
  const { type, title, user, exchange } = event;
  const isOther = (read: (one: ReceivedEvent) => unknown): boolean => !above || read(above) !== read(event);
  return html`
    ${renderType(type)} <span class="title" title=${title}>${title}</span> ${event.broken ? renderBroken(event.broken) : nothing} <span class="preview mono">${writePreview(event)}</span>
    <span class="user">${isOther((one) => one.user) && user !== title ? user : ''}</span>
    <span class="account-name">${isOther((one) => one.exchange.account) ? exchange.account : ''}</span>
    <span class="time">${isOther((one) => one.exchange.sentAt) ? formatTimeOfDay(exchange.sentAt) : ''}</span>
    ${line === undefined ? nothing : html`<span class="line-number mono" title="Made by line ${line}">:${line}</span>`}
  `;
};

/** The cells of one line of the list. */
export const renderRowCells = (row: EventRow, place: RowPlace): TemplateResult =>
  row.kind === 'request' ? renderRequestCells(row.exchange, row.events) : renderEventCells(row.event, place);
