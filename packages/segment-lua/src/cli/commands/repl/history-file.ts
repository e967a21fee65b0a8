import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

const KEPT = 1_000;

const path = (): string =>
  join(process.env['XDG_STATE_HOME'] ?? join(homedir(), '.local', 'state'), 'segment-lua', 'history');

/** The lines of earlier sessions, the newest first. */
export const loadHistory = async (): Promise<string[]> => {
  const text = await readFile(path(), 'utf8').catch(() => '');
  return text.split('\n').filter(Boolean).reverse();
};

/** Keeps the newest lines for the next session; only their owner may read them. */
export const saveHistory = async (newestFirst: readonly string[]): Promise<void> => {
  await mkdir(dirname(path()), { recursive: true, mode: 0o700 });
  await writeFile(path(), `${newestFirst.slice(0, KEPT).reverse().join('\n')}\n`, { mode: 0o600 });
};
