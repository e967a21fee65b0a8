import pc from 'picocolors';

const FALLBACK_COLUMNS = 80;

/** How many columns a line may have: `COLUMNS`, or the terminal's; any number where a pipe or a file is written to. */
export const terminalWidth = ({ isTTY, columns }: { isTTY?: boolean; columns?: number } = process.stdout): number => {
  const given = Number(process.env['COLUMNS']);
  if (given > 0) return given;
  return isTTY ? (columns ?? FALLBACK_COLUMNS) : Infinity;
};

/**
 * Colours for what goes to `stream`: none unless it is a terminal and `NO_COLOR` is unset (`FORCE_COLOR` forces them).
 */
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
