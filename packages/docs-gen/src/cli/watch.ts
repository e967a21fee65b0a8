import { spawn } from 'node:child_process';
import { type FSWatcher, watch as watchPath } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { LoadedConfig } from './load-config.js';

/**
 * Renders now and after every change, until the process is stopped.
 * Each time in a process of its own: modules an earlier run loaded would stay as they were.
 */
export const watch = async ({ file, outDir, watch: paths }: LoadedConfig): Promise<never> => {
  const changed = coalesce(() => render(file));
  // A folder is watched rather than the file, because editors replace files.
  watchFor(dirname(file), (name) => name === basename(file), changed, false);
  for (const path of paths) watchFor(path, (name) => !join(path, name).startsWith(outDir + sep), changed, true);
  changed();
  return new Promise<never>(() => undefined);
};

const render = (file: string): Promise<void> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [fileURLToPath(import.meta.url), '--config', file], { stdio: 'inherit' });
    child.on('close', () => {
      resolve();
    });
  });

const watchFor = (
  path: string,
  matters: (name: string) => boolean,
  changed: () => void,
  recursive: boolean,
): FSWatcher =>
  watchPath(path, { recursive }, (_event, name) => {
    if (name === null || matters(name)) changed();
  });

/** Runs once for all calls of a moment, and once more for those that come while it runs. */
const coalesce = (run: () => Promise<void>): (() => void) => {
  let calls = 0;
  const runForAll = async (): Promise<void> => {
    for (let served = 0; served < calls;) {
      served = calls;
      await run();
    }
    calls = 0;
  };
  return () => {
    calls += 1;
    if (calls === 1) setTimeout(() => void runForAll(), 30);
  };
};
