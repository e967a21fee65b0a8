import { paintTable } from './painted-table.js';
import type { Row } from './table.js';
import { chooseColors, measureTerminal } from './terminal.js';

const GAP = '  ';
const INDENT = '    ';

/**
 * A table whose last column holds sentences: they are never cut. Where they do not fit beside the rest, they stand
 * below it, in as many lines as they need.
 * @param rows The first is the header. Their texts are ours: plain, on one line.
 */
export const paintExplained = async (rows: readonly Row[]): Promise<string> => {
  const width = measureTerminal();
  if (measureRows(rows) <= width) return paintTable(rows);
  const paint = chooseColors(process.stdout);
  const [, ...entries] = rows;
  return entries
    .flatMap((row) => [
      ...wrap(row.slice(0, -1).join(GAP), width, INDENT),
      ...wrap(INDENT + (row.at(-1) ?? ''), width, INDENT).map((line) => paint.dim(line)),
    ])
    .filter((line) => line.trim() !== '')
    .join('\n');
};

const measureRows = (rows: readonly Row[]): number => {
  const columns = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return columns.reduce((sum, column) => sum + column, GAP.length * (columns.length - 1));
};

/**
 * Breaks a text at its blanks; a word that is wider than a line stays whole.
 * @param indent What the lines after the first begin with.
 */
export const wrap = (text: string, width: number, indent = ''): string[] => {
  const lines: string[] = [];
  let line = /^ */.exec(text)?.[0] ?? '';
  for (const word of text.trim().split(' ')) {
    const isFirst = line.trim() === '';
    if (!isFirst && line.length + 1 + word.length > width) {
      lines.push(line);
      line = indent + word;
    } else line += (isFirst ? '' : ' ') + word;
  }
  return [...lines, line];
};
