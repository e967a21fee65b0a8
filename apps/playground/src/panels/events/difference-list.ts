import { signal } from '@preact/signals-core';
import { diffArrays } from 'diff/lib/diff/array.js';
import { html, nothing, type TemplateResult } from 'lit-html';
import { ref } from 'lit-html/directives/ref.js';

import { formatCount } from '../../elements/quantity.js';
import { createViewport, renderVirtualRows } from '../../elements/virtual-list.js';
import type { ReceivedEvent } from '../../events/received-event.js';
import { type EventDifference, runDifference, writeComparable } from '../../events/run-difference.js';
import { renderType } from './event-row-view.js';

const viewport = createViewport();
const opened = signal<number | undefined>(undefined);

const MARKS = { same: '=', added: '+', removed: '−', changed: '~' } as const;

const chooseEvent = (difference: EventDifference) => ('after' in difference ? difference.after : difference.before);

const renderLine = (line: string, mark: '+' | '−' | ' '): TemplateResult =>
  html`<span class="line" data-mark=${mark}>${mark} ${line}\n</span>`;

const listLines = (event: ReceivedEvent | undefined): string[] => (event ? writeComparable(event, 2).split('\n') : []);

const renderChange = (difference: EventDifference): TemplateResult => {
  const before = listLines('before' in difference ? difference.before : undefined);
  const after = listLines('after' in difference ? difference.after : undefined);
  const lines = diffArrays(before, after).flatMap(({ value, added, removed }) =>
    value.map((line) => renderLine(line, added ? '+' : removed ? '−' : ' ')),
  );
  return html`<pre class="code change" tabindex="0" role="region" aria-label="What changed"><code>${lines}</code></pre>`;
};

const renderRow = (difference: EventDifference, index: number): TemplateResult => {
  const event = chooseEvent(difference);
  return html`
    <button
      type="button"
      class="row difference"
      data-change=${difference.change}
      aria-expanded=${opened.value === index}
      @click=${() => (opened.value = opened.value === index ? undefined : index)}
    >
      <span class="mark" aria-label=${difference.change}>${MARKS[difference.change]}</span>
      ${renderType(event.type)} <span class="title">${event.title}</span> <span class="user">${event.user}</span>
    </button>
  `;
};

const summarize = (differences: readonly EventDifference[]): string => {
  const of = (change: EventDifference['change']): number => differences.filter((one) => one.change === change).length;
  return `${formatCount(of('changed'), 'event')} changed, ${of('added')} added, ${of('removed')} removed, ${of('same')} the same`;
};

/** The events of this run against those of the previous one; a click shows the lines that differ. */
export const renderDifferenceList = (): TemplateResult => {
  const rows = runDifference.value;
  const shown = opened.value === undefined ? undefined : rows[opened.value];
  return html`
    <p class="compare-summary small" role="status">${summarize(rows)}</p>
    <div
      class="rows"
      ${ref(viewport.follow)}
    >
      ${renderVirtualRows({ rows, keyOf: (difference) => chooseEvent(difference).messageId, renderRow, viewport })}
    </div>
    ${shown ? html`<div class="detail"><div class="detail-body">${renderChange(shown)}</div></div>` : nothing}
  `;
};
