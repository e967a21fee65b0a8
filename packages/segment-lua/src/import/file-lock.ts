import { readFileSync, rmSync, writeFileSync } from 'node:fs';

import { ImportError } from './import-error.js';

/**
 * Keeps other processes from a file, by a file beside it that holds this one's id. What a process left that is gone
 * does not count.
 * @returns Lets others have it.
 * @throws ImportError `busy` while another process has it, `books` when nothing can be written there.
 */
export const lockFile = (path: string): (() => void) => {
  const lock = `${path}.lock`;
  if (!take(lock) && !(isLeftOver(lock) && takeOver(lock))) {
    throw new ImportError('busy', `another import is at work with ${path}; if there is none, remove ${lock}`);
  }
  const release = (): void => {
    process.off('exit', release);
    rmSync(lock, { force: true });
  };
  process.on('exit', release);
  return release;
};

const take = (lock: string): boolean => {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return false;
    throw new ImportError('books', `cannot write ${lock}: ${message}`, { cause: error });
  }
};

const isLeftOver = (lock: string): boolean => {
  const owner = Number(readFileSync(lock, 'utf8'));
  if (owner === process.pid) return true;
  try {
    return owner > 0 && !process.kill(owner, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
};

const takeOver = (lock: string): boolean => {
  rmSync(lock, { force: true });
  return take(lock);
};
