/** A Markdown table. Cells hold Markdown already; a pipe inside a code span is escaped here. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), `|${head.map((cell) => '-'.repeat(cell.length + 2)).join('|')}|`, ...rows.map(row)].join('\n');

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
