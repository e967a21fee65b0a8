import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'string-width';

/** One row of texts per line, one text per column. */
export type Row = readonly string[];

const GAP = '  ';
const MIN_COLUMN = 6;

/** A cell's text on one line: what a script made up must not move the cursor or colour the terminal. */
const printable = (text: string): string =>
  stripVTControlCharacters(text).replace(/\p{Cc}/gu, (char) => JSON.stringify(char).slice(1, -1));

const segments = new Intl.Segmenter();

const truncate = (text: string, width: number): string => {
  if (stringWidth(text) <= width) return text;
  let kept = '';
  for (const { segment } of segments.segment(text)) {
    if (stringWidth(kept + segment) > width - 1) break;
    kept += segment;
  }
  return `${kept}…`;
};

const pad = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - stringWidth(text)));

/** Takes from the widest column, one character at a time, until the row fits. */
const fit = (widths: readonly number[], total: number): number[] => {
  const fitted = [...widths];
  const room = total - GAP.length * (widths.length - 1);
  while (fitted.reduce((sum, width) => sum + width, 0) > room) {
    const widest = Math.max(...fitted);
    if (widest <= MIN_COLUMN) break;
    fitted[fitted.lastIndexOf(widest)] = widest - 1;
  }
  return fitted;
};

/**
 * Lays rows out in columns, the first row being the header. Cells that do not fit end in `…`.
 * @param width The terminal's columns.
 * @returns One line per row.
 */
export const layOut = (rows: readonly Row[], width: number): string[] => {
  const cells = rows.map((row) => row.map(printable));
  const columns = cells[0]?.map((_, column) => Math.max(...cells.map((row) => stringWidth(row[column] ?? '')))) ?? [];
  const widths = fit(columns, width);
  return cells.map((row) =>
    row
      .map((cell, column) => pad(truncate(cell, widths[column] ?? 0), widths[column] ?? 0))
      .join(GAP)
      .trimEnd(),
  );
};
