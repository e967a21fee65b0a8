import { chmod, mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import process from 'node:process';

import { AccountError } from '../../accounts/account-error.js';

const OTHERS = 0o077;
const HAS_MODES = process.platform !== 'win32';

/** The text's permissions: its owner reads and writes it, nobody else. */
export const FILE_MODE = 0o600;

const FOLDER_MODE = 0o700;

/**
 * Refuses a file, or the folder it lies in, that others may read or change.
 * @throws AccountError `insecure_permissions`, with the command that fixes it.
 */
export async function checkPermissions(path: string): Promise<void> {
  refuse(path, (await stat(path)).mode, FILE_MODE);
  refuse(dirname(path), (await stat(dirname(path))).mode, FOLDER_MODE);
}

/** Makes the folder of a file, for its owner alone, unless it is there. */
export async function makeFolder(path: string): Promise<void> {
  const folder = dirname(path);
  const made = await mkdir(folder, { recursive: true, mode: FOLDER_MODE });
  if (made !== undefined) await chmod(folder, FOLDER_MODE);
  else refuse(folder, (await stat(folder)).mode, FOLDER_MODE);
}

function toOctal(mode: number): string {
  return (mode & 0o777).toString(8).padStart(4, '0');
}

function refuse(path: string, mode: number, wanted: number): void {
  if (!HAS_MODES || (mode & OTHERS) === 0) return;
  const fix = `chmod ${wanted.toString(8)} '${path}'`;
  const message = `${path}: others may read or change it (mode ${toOctal(mode)}), and it holds credentials; nothing was read. Fix: ${fix}`;
  throw new AccountError('insecure_permissions', message, { store: 'file', path, suggestion: fix });
}
