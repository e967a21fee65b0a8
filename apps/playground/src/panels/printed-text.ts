import { html, type TemplateResult } from 'lit-html';
import { repeat } from 'lit-html/directives/repeat.js';

/** Letters of a piece, about; the browser lays out those in sight alone. */
const PIECE = 4000;

let pieces: string[] = [];
let cut = '';

/** A line that is longer is cut where it is folded anyway: letters that a font has to be looked for take long. */
const LONGEST_LINE = PIECE;

/** The second half of a character beyond the 65,536 of one half. */
const isSecondHalf = (text: string, at: number): boolean => /[\uDC00-\uDFFF]/.test(text.charAt(at));

const findCut = (text: string, from: number): number => {
  const line = text.indexOf('\n', from + PIECE);
  const end = line < 0 ? text.length : line + 1;
  const cutAt = from + PIECE + Number(isSecondHalf(text, from + PIECE));
  return end - from > PIECE + LONGEST_LINE ? cutAt : end;
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
