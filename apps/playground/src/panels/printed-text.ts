import { html, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';

/** Letters of a piece, about; the browser lays out those in sight alone. */
const PIECE = 4000;

let pieces: string[] = [];
let cut = '';

/** A line that is longer is cut where it is folded anyway. */
const LONGEST_LINE = 4 * PIECE;

const findCut = (text: string, from: number): number => {
  const line = text.indexOf('\n', from + PIECE);
  const end = line < 0 ? text.length : line + 1;
  return end - from > PIECE + LONGEST_LINE ? from + PIECE : end;
};

/** Cuts a text after whole lines; what was cut already stays as it is while the text only grows. */
const cutPieces = (text: string): readonly string[] => {
  if (!text.startsWith(cut)) [pieces, cut] = [[], ''];
  const kept = pieces.slice(0, -1);
  let from = kept.reduce((sum, { length }) => sum + length, 0);
  while (from < text.length) {
    const to = findCut(text, from);
    kept.push(text.slice(from, to));
    from = to;
  }
  [pieces, cut] = [kept, text];
  return pieces;
};

/** What a script printed. */
export const renderPrinted = (text: string): TemplateResult => html`
  <pre class="printed">${repeat(
    cutPieces(text),
    (_piece, index) => index,
    (piece) => html`<span class="piece">${piece}</span>`,
  )}</pre>
`;
