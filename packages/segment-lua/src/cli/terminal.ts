import pc from 'picocolors';

const FALLBACK_COLUMNS = 80;

/** How many columns a line may have: the terminal's, or `COLUMNS`, or 80. */
export const terminalWidth = (stream: { columns?: number } = process.stdout): number =>
  stream.columns ?? (Number(process.env['COLUMNS']) || FALLBACK_COLUMNS);

/** Colours for what goes to `stream`: none unless it is a terminal and `NO_COLOR` is unset (`FORCE_COLOR` forces them). */
export const colorsFor = (stream: { isTTY?: boolean }): ReturnType<typeof pc.createColors> => {
  if (process.env['NO_COLOR']) return pc.createColors(false);
  return pc.createColors(Boolean(process.env['FORCE_COLOR']) || stream.isTTY === true);
};

/** Writes a line to standard output. */
export const say = (line = ''): void => {
  process.stdout.write(`${line}\n`);
};

/** Writes a line to standard error. */
export const complain = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
