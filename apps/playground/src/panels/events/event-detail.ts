import { signal } from '@preact/signals-core';
import { html, nothing, type TemplateResult } from 'lit-html';

import { asCurl } from '../../copy/as-curl.js';
import { asLua, asTypeScript } from '../../copy/as-source.js';
import { lineLink } from '../../editor/line-link.js';
import { choices } from '../../elements/choices.js';
import { copyText } from '../../elements/clipboard.js';
import { icon } from '../../elements/icon.js';
import { jsonView, prettyJson } from '../../elements/json-view.js';
import { duration, timeOfDay } from '../../elements/quantity.js';
import { type EventRow, selectedKey } from '../../events/event-rows.js';
import { callOf, type ReceivedEvent } from '../../events/received-event.js';
import type { Exchange } from '../../protocol/exchange.js';
import { currentRun } from '../../state/run.js';
import { outcomeBadge, typeLabel } from './event-row-view.js';

type Part = 'event' | 'request' | 'response';

const chosenPart = signal<Part>('event');
const form = signal<'pretty' | 'raw'>('pretty');

const shaped = (text: string): string => (form.value === 'pretty' ? prettyJson(text) : text);

const headerList = (headers: Readonly<Record<string, string>>): TemplateResult => html`
  <dl class="headers mono">${Object.entries(headers).map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
`;

const requestPart = ({ method, url, headers, body }: Exchange): TemplateResult => html`
  <p class="mono wire-line">${method} ${url}</p>
  ${headerList(headers)} ${body === undefined ? nothing : jsonView(shaped(body), 'Request body')}
`;

const responsePart = (exchange: Exchange): TemplateResult => {
  const { outcome } = exchange;
  if (!('status' in outcome)) return html`<p class="notice bad">${outcome.broken}</p>`;
  return html`
    <p class="wire-line">${outcomeBadge(exchange)} after ${duration(exchange.ms)}</p>
    ${headerList(outcome.headers)} ${outcome.body === '' ? nothing : jsonView(shaped(outcome.body), 'Response body')}
  `;
};

const partView = (row: EventRow): TemplateResult => {
  const exchange = row.kind === 'event' ? row.event.exchange : row.exchange;
  if (chosenPart.value === 'response') return responsePart(exchange);
  if (row.kind === 'event' && chosenPart.value === 'event')
    return jsonView(shaped(JSON.stringify(row.event.body)), 'Event');
  return requestPart(exchange);
};

const fact = (name: string, value: unknown): TemplateResult => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;

const answer = (exchange: Exchange): TemplateResult => html`${outcomeBadge(exchange)} ${duration(exchange.ms)}`;

const requestFacts = (exchange: Exchange): TemplateResult[] => [
  fact('Account', exchange.account ?? '–'),
  fact('Sent', timeOfDay(exchange.sentAt)),
  fact('Answer', answer(exchange)),
];

const eventFacts = (event: ReceivedEvent): TemplateResult[] => {
  const { exchange } = event;
  const call = callOf(currentRun.value, event);
  return [
    fact('User', event.user),
    fact('Account', exchange.account ?? '–'),
    fact('Received', timeOfDay(exchange.sentAt)),
    fact('Answer', answer(exchange)),
    fact('Made by', call ? lineLink(call.line) : '–'),
  ];
};

const copyButton = (label: string, what: string, text: () => string): TemplateResult => html`
  <button type="button" class="button small" aria-label="Copy as ${what}" @click=${() => copyText(text(), `${what} code`)}>${label}</button>
`;

const copyButtons = (row: EventRow): TemplateResult => html`
  <span class="copies">
    <span class="faint small">Copy as</span>
    ${copyButton('curl', 'curl', () => asCurl(row.kind === 'event' ? row.event.exchange : row.exchange))}
    ${
      row.kind === 'event'
        ? [
            copyButton('Lua', 'Lua', () => asLua(row.event)),
            copyButton('TypeScript', 'TypeScript', () => asTypeScript(row.event)),
          ]
        : nothing
    }
  </span>
`;

const partsOf = (row: EventRow): { value: Part; label: string }[] => [
  ...(row.kind === 'event' ? [{ value: 'event' as const, label: 'Event' }] : []),
  { value: 'request', label: 'Request' },
  { value: 'response', label: 'Response' },
];

const close = (): void => {
  selectedKey.value = undefined;
};

const toolbar = (row: EventRow): TemplateResult => {
  const parts = partsOf(row);
  const chosen = parts.some(({ value }) => value === chosenPart.value) ? chosenPart.value : 'request';
  return html`
    <div class="detail-tools">
      ${choices({ label: 'Part of the exchange', options: parts, chosen, choose: (part) => (chosenPart.value = part) })}
      ${choices({
        label: 'Form',
        options: [
          { value: 'pretty', label: 'Pretty' },
          { value: 'raw', label: 'Raw' },
        ],
        chosen: form.value,
        choose: (value) => (form.value = value),
      })}
      ${copyButtons(row)}
    </div>
  `;
};

/**
 * Everything about one line of the list: the exact wire JSON, headers, the answer, and the line of Lua that made it.
 */
export const eventDetail = (row: EventRow): TemplateResult => html`
  <section class="detail" aria-label="Detail">
    <header class="detail-head">
      ${
        row.kind === 'event'
          ? html`${typeLabel(row.event.type)} <h3>${row.event.title}</h3>`
          : html`<h3>${row.exchange.method} ${new URL(row.exchange.url).pathname}</h3>`
      }
      <button type="button" class="button quiet icon" aria-label="Close the detail" @click=${close}>${icon('close')}</button>
    </header>
    <dl class="facts">${row.kind === 'event' ? eventFacts(row.event) : requestFacts(row.exchange)}</dl>
    ${toolbar(row)}
    <div class="detail-body">${partView(row)}</div>
  </section>
`;
