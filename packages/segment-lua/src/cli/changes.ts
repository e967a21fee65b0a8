import { stat, watch } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';

const isAbort = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError';

/** When a file was last written, in milliseconds; NaN while an editor has put it aside. */
const writtenAt = async (file: string): Promise<number> => (await stat(file).catch(() => undefined))?.mtimeMs ?? NaN;

/**
 * Yields the time whenever a file has been written, until `signal` is aborted. The folder is watched, because many editors
 * replace a file in the place of writing to it.
 */
export const changesOf = async function* (file: string, signal: AbortSignal): AsyncGenerator<Date> {
  const path = resolve(file);
  let last = await writtenAt(path);
  try {
    for await (const { filename } of watch(dirname(path), { signal })) {
      const now = filename === basename(path) ? await writtenAt(path) : NaN;
      if (Number.isNaN(now) || now === last) continue;
      last = now;
      yield new Date();
    }
  } catch (error) {
    if (!isAbort(error)) throw error;
  }
};
