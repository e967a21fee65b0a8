import { computed, signal } from '@preact/signals-core';
import { diffArrays } from 'diff/lib/diff/array.js';
import { html, nothing, type TemplateResult } from 'lit-html';

import { keepFocusNear } from '../../elements/focus.js';
import { renderIcon } from '../../elements/icon.js';
import { met } from '../../elements/met.js';
import { formatCount } from '../../elements/quantity.js';
import { createViewport, renderVirtualRows } from '../../elements/virtual-list.js';
import { isSought } from '../../events/event-rows.js';
import type { ReceivedEvent } from '../../events/received-event.js';
import { type EventDifference, runDifference, writeComparable } from '../../events/run-difference.js';
import { renderType } from './event-row-view.js';

const viewport = createViewport();
const opened = signal<EventDifference | undefined>(undefined);

const MARKS = { same: '=', added: '+', removed: '−', changed: '~' } as const;

/** Lines that are the same above and below one that is not. */
const CONTEXT = 2;

const listSides = (difference: EventDifference): readonly ReceivedEvent[] => [
  ...('after' in difference ? [difference.after] : []),
  ...('before' in difference ? [difference.before] : []),
];

const chooseEvent = (difference: EventDifference): ReceivedEvent =>
  'after' in difference ? difference.after : difference.before;

/** What is looked for may stand in the event as it was or as it is. */
const shownDifferences = computed(() => runDifference.value.filter((one) => listSides(one).some(isSought)));

const renderLine = (line: string, mark: '+' | '−' | ' '): TemplateResult =>
  html`<span class="line" data-mark=${mark}>${mark} ${line}\n</span>`;

const renderLines = (lines: readonly string[], mark: '+' | '−' | ' '): TemplateResult[] =>
  lines.map((line) => renderLine(line, mark));

const renderFold = (lines: readonly string[]): TemplateResult =>
  html`<details><summary>${formatCount(lines.length, 'line')} the same</summary>${renderLines(lines, ' ')}</details>`;

/** Lines that are the same, but for those beside a change folded away. */
const renderSame = (lines: readonly string[], isFirst: boolean, isLast: boolean): unknown[] => {
  const from = isFirst ? 0 : CONTEXT;
  const to = lines.length - (isLast ? 0 : CONTEXT);
  if (to - from < 2) return renderLines(lines, ' ');
  return [
    ...renderLines(lines.slice(0, from), ' '),
    renderFold(lines.slice(from, to)),
    ...renderLines(lines.slice(to), ' '),
  ];
};

const listLines = (event: ReceivedEvent | undefined): string[] => (event ? writeComparable(event, 2).split('\n') : []);

const renderChange = (difference: EventDifference): TemplateResult => {
  const before = listLines('before' in difference ? difference.before : undefined);
  const after = listLines('after' in difference ? difference.after : undefined);
  const parts = difference.change === 'same' ? [{ value: after }] : diffArrays(before, after);
  const lines = parts.flatMap(({ value, ...part }, index) => {
    if ('added' in part && part.added) return renderLines(value, '+');
    if ('removed' in part && part.removed) return renderLines(value, '−');
    return parts.length === 1 ? renderLines(value, ' ') : renderSame(value, index === 0, index === parts.length - 1);
  });
  return html`<pre class="code change" tabindex="0" role="region" aria-label="What changed"><code>${lines}</code></pre>`;
};

const renderRow = (difference: EventDifference): TemplateResult => {
  const event = chooseEvent(difference);
  return html`
    <button
      type="button"
      class="row difference"
      data-change=${difference.change}
      aria-expanded=${opened.value === difference}
      @click=${() => (opened.value = opened.value === difference ? undefined : difference)}
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

const close = (event: Event): void => {
  keepFocusNear(event);
  opened.value = undefined;
};

const renderOpened = (difference: EventDifference): TemplateResult => html`
  <section class="detail" aria-label="Difference">
    <header class="detail-head">
      ${renderType(chooseEvent(difference).type)}
      <h2>${chooseEvent(difference).title}</h2>
      <button type="button" class="button quiet icon" aria-label="Close the difference" @click=${close}>${renderIcon('close')}</button>
    </header>
    <div class="detail-body">${renderChange(difference)}</div>
  </section>
`;

const keys = new WeakMap<EventDifference, string>();
let lastKey = 0;

/** Two events may have the same id, where a script gives it. */
const keyOf = (difference: EventDifference): string => {
  const key = keys.get(difference) ?? String((lastKey += 1));
  keys.set(difference, key);
  return key;
};

/** The events of this run against those of the previous one; a click shows the lines that differ. */
export const renderDifferenceList = (): TemplateResult => {
  const rows = shownDifferences.value;
  const shown = opened.value && rows.includes(opened.value) ? opened.value : undefined;
  return html`
    <p class="compare-summary small" role="status">${summarize(rows)}</p>
    <div class="events-split" ?data-detail=${shown !== undefined}>
      <div class="rows" ${met(viewport.follow)}>${renderVirtualRows({ rows, keyOf, renderRow, viewport })}</div>
      ${shown ? renderOpened(shown) : nothing}
    </div>
  `;
};

/** Whether anything that is looked for is in either run. */
export const hasDifferences = computed(() => shownDifferences.value.length > 0);
