import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

import { AccountError } from '../../accounts/account-error.js';

/**
 * Warnings of the files beside a file of accounts that were set aside as corrupt, by an earlier version of this
 * package: what they hold is in no list until somebody deals with them.
 */
export async function findSetAside(path: string): Promise<AccountError[]> {
  const files = await readdir(dirname(path)).catch(() => []);
  return files
    .filter((file) => file.startsWith(`${basename(path)}.corrupt-`))
    .map((file) => describe(path, join(dirname(path), file)));
}

function describe(path: string, aside: string): AccountError {
  const message = `${aside}: was set aside as corrupt, and its accounts are missing; mend it and move it back to ${path}, or delete it`;
  return new AccountError('corrupt_file', message, { store: 'file', path: aside });
}
