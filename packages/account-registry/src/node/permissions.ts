import { chmod, mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import process from 'node:process';

import { accountError } from '../account-error.js';

const others = 0o077;
const hasModes = process.platform !== 'win32';

/** The text's permissions: its owner reads and writes it, nobody else. */
export const FILE_MODE = 0o600;
const folderMode = 0o700;

const octal = (mode: number): string => (mode & 0o777).toString(8).padStart(4, '0');

function refuse(path: string, mode: number, wanted: number): void {
  if (!hasModes || (mode & others) === 0) return;
  const fix = `chmod ${wanted.toString(8)} '${path}'`;
  const message = `${path}: others may read or change it (mode ${octal(mode)}), and it holds credentials; nothing was read. Fix: ${fix}`;
  throw accountError('insecure_permissions', message, { store: 'file', path, suggestion: fix });
}

/**
 * Refuses a file, or the folder it lies in, that others may read or change.
 * @throws AccountError `insecure_permissions`, with the command that fixes it.
 */
export async function checkPermissions(path: string): Promise<void> {
  refuse(path, (await stat(path)).mode, FILE_MODE);
  refuse(dirname(path), (await stat(dirname(path))).mode, folderMode);
}

/** Makes the folder of a file, for its owner alone, unless it is there. */
export async function makeFolder(path: string): Promise<void> {
  const folder = dirname(path);
  const made = await mkdir(folder, { recursive: true, mode: folderMode });
  if (made !== undefined) await chmod(folder, folderMode);
  else refuse(folder, (await stat(folder)).mode, folderMode);
}
