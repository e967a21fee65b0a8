import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import process from 'node:process';

import { FILE_MODE } from './permissions.js';

/**
 * Replaces a file whole: a crash at any moment leaves the old text or the new, and once this resolves the new one
 * survives a power cut.
 * @param temporary Where the new text is written first, in the same folder. One writer at a time.
 * @param confirm Runs just before the new text takes the old one's place, and prevents it by throwing.
 */
export async function replaceFile(
  path: string,
  temporary: string,
  text: string,
  confirm: () => Promise<void>,
): Promise<void> {
  try {
    await writeSynced(temporary, text);
    await confirm();
    await rename(temporary, path);
  } catch (failure) {
    await rm(temporary, { force: true });
    throw failure;
  }
  await syncFolder(dirname(path));
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder, and keeps its directory entries by itself.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function writeSynced(path: string, text: string): Promise<void> {
  const handle = await open(path, 'w', FILE_MODE);
  try {
    await handle.chmod(FILE_MODE);
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
