import { writeFile } from 'node:fs/promises';

import { UsageError } from './usage-error.js';

/** Writes a text to a file, or to standard output without one. @throws UsageError when it cannot be written. */
export const writeText = async (path: string | undefined, text: string): Promise<void> => {
  if (path === undefined || path === '-') {
    process.stdout.write(text);
    return;
  }
  await writeFile(path, text).catch((error: unknown) => {
    throw new UsageError(`cannot write '${path}' (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`);
  });
};
