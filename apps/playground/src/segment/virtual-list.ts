import { type Signal, signal } from '@preact/signals-core';
import { html, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';

/** Which part of a long list is in sight. */
export interface Viewport {
  readonly top: number;
  readonly height: number;
}

/** What a list shows: only the rows in sight are in the document, all of the same height. */
export interface VirtualList<Row> {
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** @param index Counted from 0. */
  readonly renderRow: (row: Row, index: number) => TemplateResult;
  readonly viewport: Signal<Viewport>;
  /** Pixels. */
  readonly rowHeight: number;
}

/** Rows rendered above and below those in sight. */
const MARGIN = 12;

/** A viewport that nothing has measured yet: tall enough for a first paint. */
export const createViewport = (): Signal<Viewport> => signal({ top: 0, height: 900 });

/** Notes how far an element is scrolled. */
export const measure = (viewport: Signal<Viewport>, element: Element): void => {
  const { scrollTop: top, clientHeight: height } = element;
  const known = viewport.peek();
  if (top !== known.top || height !== known.height) viewport.value = { top, height };
};

/** The rows in sight, with room above and below as if the others were there. */
export const virtualRows = <Row>({ rows, keyOf, renderRow, viewport, rowHeight }: VirtualList<Row>): TemplateResult => {
  const { top, height } = viewport.value;
  const first = Math.max(0, Math.min(Math.floor(top / rowHeight) - MARGIN, rows.length));
  const last = Math.min(rows.length, Math.ceil((top + height) / rowHeight) + MARGIN);
  // The style property, not a style attribute: the content security policy forbids those.
  return html`
    <div role="presentation" .style=${`height: ${first * rowHeight}px`}></div>
    ${repeat(rows.slice(first, last), keyOf, (row, index) => renderRow(row, first + index))}
    <div role="presentation" .style=${`height: ${(rows.length - last) * rowHeight}px`}></div>
  `;
};
