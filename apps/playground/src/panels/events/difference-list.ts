import { signal } from '@preact/signals-core';
import { diffArrays } from 'diff/lib/diff/array.js';
import { html, nothing, type TemplateResult } from 'lit-html';
import { ref } from 'lit-html/directives/ref.js';

import { count } from '../../elements/quantity.js';
import { createViewport, virtualRows } from '../../elements/virtual-list.js';
import type { ReceivedEvent } from '../../events/received-event.js';
import { comparable, type EventDifference, runDifference } from '../../events/run-difference.js';
import { typeLabel } from './event-row-view.js';

const viewport = createViewport();
const opened = signal<number | undefined>(undefined);

const marks = { same: '=', added: '+', removed: '−', changed: '~' } as const;

const eventOf = (difference: EventDifference) => ('after' in difference ? difference.after : difference.before);

const lineView = (line: string, mark: '+' | '−' | ' '): TemplateResult =>
  html`<span class="line" data-mark=${mark}>${mark} ${line}\n</span>`;

const linesOf = (event: ReceivedEvent | undefined): string[] => (event ? comparable(event, 2).split('\n') : []);

const changeView = (difference: EventDifference): TemplateResult => {
  const before = linesOf('before' in difference ? difference.before : undefined);
  const after = linesOf('after' in difference ? difference.after : undefined);
  const lines = diffArrays(before, after).flatMap(({ value, added, removed }) =>
    value.map((line) => lineView(line, added ? '+' : removed ? '−' : ' ')),
  );
  return html`<pre class="code change" tabindex="0" role="region" aria-label="What changed"><code>${lines}</code></pre>`;
};

const rowView = (difference: EventDifference, index: number): TemplateResult => {
  const event = eventOf(difference);
  return html`
    <button
      type="button"
      class="row difference"
      data-change=${difference.change}
      aria-expanded=${opened.value === index}
      @click=${() => (opened.value = opened.value === index ? undefined : index)}
    >
      <span class="mark" aria-label=${difference.change}>${marks[difference.change]}</span>
      ${typeLabel(event.type)} <span class="title">${event.title}</span> <span class="user">${event.user}</span>
    </button>
  `;
};

const summary = (differences: readonly EventDifference[]): string => {
  const of = (change: EventDifference['change']): number => differences.filter((one) => one.change === change).length;
  return `${count(of('changed'), 'event')} changed, ${of('added')} added, ${of('removed')} removed, ${of('same')} the same`;
};

/** The events of this run against those of the previous one; a click shows the lines that differ. */
export const differenceList = (): TemplateResult => {
  const rows = runDifference.value;
  const shown = opened.value === undefined ? undefined : rows[opened.value];
  return html`
    <p class="compare-summary small" role="status">${summary(rows)}</p>
    <div
      class="rows"
      ${ref(viewport.follow)}
    >
      ${virtualRows({ rows, keyOf: (difference) => eventOf(difference).messageId, renderRow: rowView, viewport })}
    </div>
    ${shown ? html`<div class="detail"><div class="detail-body">${changeView(shown)}</div></div>` : nothing}
  `;
};
