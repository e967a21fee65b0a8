import pc from 'picocolors';

const FALLBACK_COLUMNS = 80;

/** Writes a line to standard output. */
export const say = (line = ''): void => {
  process.stdout.write(`${line}\n`);
};

/** Writes a value to standard output as indented JSON. */
export const sayJson = (value: unknown): void => {
  say(JSON.stringify(value, null, 2));
};

/** Writes a line to standard error. */
export const complain = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

/** How many columns a line may have: `COLUMNS`, or the terminal's; any number where a pipe or a file is written to. */
export const measureTerminal = ({ isTTY, columns }: { isTTY?: boolean; columns?: number } = process.stdout): number => {
  const given = Number(process.env['COLUMNS']);
  if (given > 0) return given;
  return isTTY ? (columns ?? FALLBACK_COLUMNS) : Infinity;
};

/**
 * Colours for what goes to `stream`: none unless it is a terminal and `NO_COLOR` is unset (`FORCE_COLOR` forces them).
 */
export const chooseColors = (stream: { isTTY?: boolean }): ReturnType<typeof pc.createColors> => {
  if (process.env['NO_COLOR']) return pc.createColors(false);
  return pc.createColors(Boolean(process.env['FORCE_COLOR']) || stream.isTTY === true);
};

/** `1 call`, `12,000 calls`. */
export const countOff = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
