import { layOut, type Row } from './table.js';
import { chooseColors, measureTerminal } from './terminal.js';

/** A table as standard output shows it: as wide as the terminal, its first row, the header, dim. */
export const paintTable = async (rows: readonly Row[]): Promise<string> => {
  const [header = '', ...lines] = await layOut(rows, measureTerminal());
  return [chooseColors(process.stdout).dim(header), ...lines].join('\n');
};
