import type { Stats } from 'node:fs';
import { chmod, mkdir, realpath, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, dirname, join, parse, sep } from 'node:path';
import process from 'node:process';

import { AccountError } from '../../accounts/account-error.js';

const OTHERS = 0o077;
/** Everybody may put files there, as in `/tmp`. */
const STICKY = 0o1000;
const HAS_MODES = process.platform !== 'win32';

/** The text's permissions: its owner reads and writes it, nobody else. */
export const FILE_MODE = 0o600;

const FOLDER_MODE = 0o700;

/**
 * Refuses a file, or the folder it lies in, that others may read or change.
 * @throws AccountError `insecure_permissions`, with the command that fixes it.
 */
export async function checkPermissions(path: string): Promise<void> {
  const { mode } = await stat(path);
  if (isOpen(mode)) throw createOpenError(path, mode, `chmod ${FILE_MODE.toString(8)} '${path}'`);
  await checkFolder(path);
}

/** Makes the folder of a file, for its owner alone, unless it is there. */
export async function makeFolder(path: string): Promise<void> {
  const folder = dirname(path);
  const made = await mkdir(folder, { recursive: true, mode: FOLDER_MODE });
  if (made !== undefined) await chmod(folder, FOLDER_MODE);
  else await checkFolder(path);
}

function toOctal(mode: number): string {
  return (mode & 0o777).toString(8).padStart(4, '0');
}

function isOpen(mode: number): boolean {
  return HAS_MODES && (mode & OTHERS) !== 0;
}

async function checkFolder(path: string): Promise<void> {
  const folder = dirname(path);
  const found = await stat(folder);
  if (!isOpen(found.mode)) return;
  const isShared = await isSharedFolder(folder, found);
  throw createOpenError(
    folder,
    found.mode,
    isShared ? moveToOwnFolder(path) : `chmod ${FOLDER_MODE.toString(8)} '${folder}'`,
  );
}

/** How a file gets a folder of its own, below the one it lies in. */
function moveToOwnFolder(path: string): string {
  const folder = join(dirname(path), parse(path).name);
  return `mkdir -m 700 '${folder}', and give the path '${join(folder, basename(path))}'`;
}

/** Folders whose folders belong to everybody or are homes. */
const FULL_OF_SHARED = new Set(['home', 'var', 'Users', 'Volumes']);

/** Folders that programs of all users are at home in, themselves and with all that is below them. */
const SYSTEM_ROOTS = new Set('bin boot dev etc lib lib64 proc run sbin sys usr Library System Applications'.split(' '));

/** Whether others need a folder as it is: one of the system, of somebody else, of everybody, or somebody's home. */
async function isSharedFolder(given: string, { uid, mode }: Stats): Promise<boolean> {
  const folder = await realpath(given);
  const parts = folder.split(sep).filter((part) => part !== '' && part !== 'private');
  const isOthers = process.getuid !== undefined && uid !== process.getuid();
  return isOthers || (mode & STICKY) !== 0 || parts.length < 2 || isSystemFolder(parts) || folder === homedir();
}

function isSystemFolder([root = '', ...below]: readonly string[]): boolean {
  return SYSTEM_ROOTS.has(root) || (below.length === 1 && FULL_OF_SHARED.has(root));
}

function createOpenError(path: string, mode: number, fix: string): AccountError {
  const message = `${path}: others may read or change it (mode ${toOctal(mode)}), and it holds credentials; nothing was read. Fix: ${fix}`;
  return new AccountError('insecure_permissions', message, { store: 'file', path, suggestion: fix });
}
