import { on } from 'node:events';
import { watch } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';

import { readScript, type Script } from '../../terminal/read-script.js';

const isAbort = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError';

/** A script as it is now; undefined while an editor has put it aside or is just writing it. */
const readAgain = async (file: string): Promise<Script | undefined> => {
  const script = await readScript(file).catch(() => undefined);
  return script?.code === '' ? undefined : script;
};

/**
 * Yields a script, and again whenever it has changed, until `signal` is aborted. No change is missed, however long what
 * is done with a version takes. The folder is watched, because many editors replace a file in the place of writing to
 * it.
 * @throws UsageError when the file cannot be read at first.
 */
export const watchScript = async function* (file: string, signal: AbortSignal): AsyncGenerator<Script> {
  let last = await readScript(file);
  const watcher = watch(dirname(resolve(file)));
  try {
    const changes: AsyncIterable<unknown[]> = on(watcher, 'change', { signal });
    // What changed before the watch began is seen by reading once more.
    last = (await readAgain(file)) ?? last;
    yield last;
    for await (const [, name] of changes) {
      const script = name === null || name === basename(file) ? await readAgain(file) : undefined;
      if (script === undefined || script.code === last.code) continue;
      last = script;
      yield script;
    }
  } catch (error) {
    if (!isAbort(error)) throw error;
  } finally {
    watcher.close();
  }
};
