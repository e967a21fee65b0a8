import { stripVTControlCharacters } from 'node:util';

/** One row of texts per line, one text per column. */
export type Row = readonly string[];

const GAP = '  ';
const MIN_COLUMN = 6;

/** A text on one line: what a script made up must not move the cursor or colour the terminal. */
export const printable = (text: string): string =>
  stripVTControlCharacters(text).replace(/\p{Cc}/gu, (char) => JSON.stringify(char).slice(1, -1));

/** How many columns of a terminal a text takes. */
type Measure = (text: string) => number;

const ASCII_LENGTH: Measure = (text) => text.length;

const isAscii = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);

/** Most tables are plain, and need not wait for what knows of wide characters to load. */
const measureFor = async (rows: readonly Row[]): Promise<Measure> =>
  rows.every((row) => row.every(isAscii)) ? ASCII_LENGTH : (await import('string-width')).default;

const truncate = (text: string, width: number, measure: Measure): string => {
  if (measure(text) <= width) return text;
  let kept = '';
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    if (measure(kept + segment) > width - 1) break;
    kept += segment;
  }
  return `${kept}…`;
};

const pad = (text: string, width: number, measure: Measure): string =>
  text + ' '.repeat(Math.max(0, width - measure(text)));

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
 * @param width The columns there are; `Infinity` for a file or a pipe.
 * @returns One line per row.
 */
export const layOut = async (rows: readonly Row[], width: number): Promise<string[]> => {
  const cells = rows.map((row) => row.map(printable));
  const measure = await measureFor(cells);
  const columns = cells[0]?.map((_, column) => Math.max(...cells.map((row) => measure(row[column] ?? '')))) ?? [];
  const widths = fit(columns, width);
  const laidOut = (cell: string, column: number): string => {
    const room = widths[column] ?? 0;
    // The ellipsis is one column wide, whatever measures the rest.
    const shown = truncate(cell, room, measure);
    return shown === cell
      ? pad(shown, room, measure)
      : shown + ' '.repeat(Math.max(0, room - 1 - measure(shown.slice(0, -1))));
  };
  return cells.map((row) => row.map(laidOut).join(GAP).trimEnd());
};
