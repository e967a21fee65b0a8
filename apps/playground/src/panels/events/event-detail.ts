import { signal } from '@preact/signals-core';
import { html, nothing, type TemplateResult } from 'lit-html';

import { writeCurl, writeEventCurl } from '../../copy/as-curl.js';
import { writeLua, writeTypeScript } from '../../copy/as-source.js';
import { renderLineLink } from '../../editor/line-link.js';
import { renderChoices } from '../../elements/choices.js';
import { copyText } from '../../elements/clipboard.js';
import { renderIcon } from '../../elements/icon.js';
import { indentJson, renderJson } from '../../elements/json-view.js';
import { formatDuration, formatTimeOfDay } from '../../elements/quantity.js';
import { type EventRow, selectedKey } from '../../events/event-rows.js';
import { findCall, type ReceivedEvent } from '../../events/received-event.js';
import type { BrokenEvent, Exchange } from '../../protocol/exchange.js';
import { currentRun } from '../../state/run.js';
import { renderOutcome, renderType } from './event-row-view.js';

type Part = 'event' | 'request' | 'response';

const chosenPart = signal<Part>('event');
const form = signal<'pretty' | 'raw'>('pretty');

const shapeJson = (text: string): string => (form.value === 'pretty' ? indentJson(text) : text);

const renderHeaders = (headers: Readonly<Record<string, string>>): TemplateResult => html`
  <dl class="headers mono">${Object.entries(headers).map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
`;

const renderRequest = ({ method, url, headers, body }: Exchange): TemplateResult => html`
  <p class="mono wire-line">${method} ${url}</p>
  ${renderHeaders(headers)} ${body === undefined ? nothing : renderJson(shapeJson(body), 'Request body')}
`;

const renderResponse = (exchange: Exchange): TemplateResult => {
  const { outcome } = exchange;
  if (!('status' in outcome)) return html`<p class="notice bad">${outcome.broken}</p>`;
  return html`
    <p class="wire-line">${renderOutcome(exchange)} after ${formatDuration(exchange.ms)}</p>
    ${renderHeaders(outcome.headers)} ${outcome.body === '' ? nothing : renderJson(shapeJson(outcome.body), 'Response body')}
  `;
};

const renderPart = (row: EventRow): TemplateResult => {
  const exchange = row.kind === 'event' ? row.event.exchange : row.exchange;
  if (chosenPart.value === 'response') return renderResponse(exchange);
  if (row.kind === 'event' && chosenPart.value === 'event')
    return renderJson(shapeJson(JSON.stringify(row.event.body)), 'Event');
  return renderRequest(exchange);
};

const renderFact = (name: string, value: unknown): TemplateResult => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;

const renderAnswer = (exchange: Exchange): TemplateResult =>
  html`${renderOutcome(exchange)} ${formatDuration(exchange.ms)}`;

const listRequestFacts = (exchange: Exchange): TemplateResult[] => [
  renderFact('Account', exchange.account ?? '–'),
  renderFact('Sent', formatTimeOfDay(exchange.sentAt)),
  renderFact('Answer', renderAnswer(exchange)),
];

const listEventFacts = (event: ReceivedEvent): TemplateResult[] => {
  const { exchange } = event;
  const call = findCall(currentRun.value, event);
  return [
    renderFact('User', event.user),
    renderFact('Account', exchange.account ?? '–'),
    renderFact('Received', formatTimeOfDay(exchange.sentAt)),
    renderFact('Answer', renderAnswer(exchange)),
    renderFact('Made by', call ? renderLineLink(call.line) : '–'),
  ];
};

const renderCopyButton = (label: string, what: string, text: () => string): TemplateResult => html`
  <button type="button" class="button small" aria-label="Copy as ${what}" @click=${() => copyText(text(), `${what} code`)}>${label}</button>
`;

const renderCopyButtons = (row: EventRow): TemplateResult => html`
  <span class="copies">
    <span class="faint small">Copy as</span>
    ${renderCopyButton('curl', 'curl', () => (row.kind === 'event' ? writeEventCurl(row.event) : writeCurl(row.exchange)))}
    ${
      row.kind === 'event'
        ? [
            renderCopyButton('Lua', 'Lua', () => writeLua(row.event)),
            renderCopyButton('TypeScript', 'TypeScript', () => writeTypeScript(row.event)),
          ]
        : nothing
    }
  </span>
`;

const WHAT_BECAME: Readonly<Record<BrokenEvent['outcome'], string>> = {
  allowed: 'It breaks the tracking plan, and is kept',
  omitted: 'It breaks the tracking plan, and is kept without what breaks it',
  blocked: 'It breaks the tracking plan, and is blocked',
};

const renderViolations = ({ outcome, messages }: BrokenEvent): TemplateResult => html`
  <div class="notice ${outcome === 'blocked' ? 'bad' : 'warn'} violations">
    <p>${WHAT_BECAME[outcome]}:</p>
    <ul>${messages.map((message) => html`<li>${message}</li>`)}</ul>
  </div>
`;

const listParts = (row: EventRow): { value: Part; label: string }[] => [
  ...(row.kind === 'event' ? [{ value: 'event' as const, label: 'Event' }] : []),
  { value: 'request', label: 'Request' },
  { value: 'response', label: 'Response' },
];

const close = (): void => {
  selectedKey.value = undefined;
  // On a narrow page the list is there again only now.
  document.querySelector<HTMLElement>('.rows')?.focus();
};

const closeByKey = ({ key }: KeyboardEvent): void => {
  if (key === 'Escape') close();
};

const renderToolbar = (row: EventRow): TemplateResult => {
  const parts = listParts(row);
  const chosen = parts.some(({ value }) => value === chosenPart.value) ? chosenPart.value : 'request';
  return html`
    <div class="detail-tools">
      ${renderChoices({ label: 'Part of the exchange', options: parts, chosen, choose: (part) => (chosenPart.value = part) })}
      ${renderChoices({
        label: 'Form',
        options: [
          { value: 'pretty', label: 'Pretty' },
          { value: 'raw', label: 'Raw' },
        ],
        chosen: form.value,
        choose: (value) => (form.value = value),
      })}
      ${renderCopyButtons(row)}
    </div>
  `;
};

/**
 * Everything about one line of the list: the exact wire JSON, headers, the answer, and the line of Lua that made it.
 */
export const renderEventDetail = (row: EventRow): TemplateResult => html`
  <section class="detail" aria-label="Detail" @keydown=${closeByKey}>
    <header class="detail-head">
      ${
        row.kind === 'event'
          ? html`${renderType(row.event.type)} <h2>${row.event.title}</h2>`
          : html`<h2>${row.exchange.method} ${new URL(row.exchange.url).pathname}</h2>`
      }
      <button type="button" class="button quiet icon" aria-label="Close the detail" @click=${close}>${renderIcon('close')}</button>
    </header>
    <dl class="facts">${row.kind === 'event' ? listEventFacts(row.event) : listRequestFacts(row.exchange)}</dl>
    ${row.kind === 'event' && row.event.broken ? renderViolations(row.event.broken) : nothing} ${renderToolbar(row)}
    <div class="detail-body">${renderPart(row)}</div>
  </section>
`;
