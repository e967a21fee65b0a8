import { type Signal, signal } from '@preact/signals-core';
import { html, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';

/** The part of a long list that is in sight, measured on the element that scrolls. */
export interface Viewport {
  readonly seen: Signal<{ readonly top: number; readonly height: number }>;
  /** For the element that scrolls: it is measured when it appears, is scrolled, or changes its size. */
  readonly follow: (element: Element) => void;
  /** Scrolls as far as it takes to bring the row into sight. */
  readonly reveal: (index: number) => void;
  /** How many whole rows are in sight. */
  readonly page: () => number;
}

/** What a list shows: only the rows in sight are in the document, all of the same height. */
export interface VirtualList<Row> {
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** @param index Counted from 0. */
  readonly renderRow: (row: Row, index: number) => TemplateResult;
  readonly viewport: Viewport;
}

/** On paper there is no scrolling: while the page is printed, every row is in the document, up to so many. */
const MOST_PRINTED = 2000;
const isPrinting = signal(false);
addEventListener('beforeprint', () => {
  isPrinting.value = true;
});
addEventListener('afterprint', () => {
  isPrinting.value = false;
});

/** Rows rendered above and below those in sight. */
const MARGIN = 12;

/** The height of a line in the list, in pixels, as the style sheet sets it for this screen. */
const readRowHeight = (): number =>
  Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--row'));

/** A viewport of one list. It keeps how far the list was scrolled while another one is on show. */
export const createViewport = (): Viewport => {
  const seen = signal({ top: 0, height: 0 });
  let list: Element | undefined;
  const measure = (): void => {
    if (!list || list.clientHeight === 0) return;
    const { scrollTop: top, clientHeight: height } = list;
    const known = seen.peek();
    if (top !== known.top || height !== known.height) seen.value = { top, height };
  };
  const resized = new ResizeObserver(() => {
    // A list that was not in sight has forgotten where it was; the first rows are its place until it is measured.
    if (list && list.scrollTop === 0 && seen.peek().top > 0) list.scrollTop = seen.peek().top;
    measure();
  });
  const follow = (element: Element): void => {
    if (element === list) return;
    list?.removeEventListener('scroll', measure);
    resized.disconnect();
    list = element;
    list.addEventListener('scroll', measure);
    resized.observe(list);
  };
  const reveal = (index: number): void => {
    if (!list) return;
    const height = readRowHeight();
    const { scrollTop, clientHeight } = list;
    const [start, end] = [index * height, (index + 1) * height];
    if (start < scrollTop) list.scrollTop = start;
    else if (end > scrollTop + clientHeight) list.scrollTop = end - clientHeight;
    measure();
  };
  return { seen, follow, reveal, page: () => Math.max(1, Math.floor(seen.peek().height / readRowHeight())) };
};

/** Where the rows start that can be in sight: never past the end, whatever was measured when there were more. */
const findFirstRow = (top: number, height: number, count: number, each: number): number =>
  Math.max(0, Math.floor(Math.min(top, Math.max(0, count * each - height)) / each) - MARGIN);

/** The rows in sight, with room above and below as if the others were there. */
export const renderVirtualRows = <Row>({ rows, keyOf, renderRow, viewport }: VirtualList<Row>): TemplateResult => {
  const each = readRowHeight();
  const { top, height } = isPrinting.value ? { top: 0, height: MOST_PRINTED * each } : viewport.seen.value;
  const first = findFirstRow(top, height, rows.length, each);
  const last = Math.min(rows.length, first + Math.ceil(height / each) + 2 * MARGIN);
  // The style property, not a style attribute: the content security policy forbids those.
  return html`
    <div role="presentation" .style=${`height: ${first * each}px`}></div>
    ${repeat(rows.slice(first, last), keyOf, (row, index) => renderRow(row, first + index))}
    <div role="presentation" .style=${`height: ${(rows.length - last) * each}px`}></div>
  `;
};
