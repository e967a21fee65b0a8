import { randomUUID } from 'node:crypto';
import { readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';

import { AccountError, isAccountError } from '../../accounts/account-error.js';
import type { Tree } from '../account-record.js';
import { type DocumentFormat, EMPTY_TREE, jsonFormat, parseDocument } from './document.js';
import { holdLock, LockLost } from './lock.js';
import { checkPermissions, makeFolder } from './permissions.js';
import { replaceFile } from './replace-file.js';
import { tomlFormat } from './toml-format.js';

/** A file's text and what it says. */
interface Content {
  readonly text: string;
  readonly tree: Tree;
}

/** What a file of accounts says; an absent one holds nothing. A corrupt one is moved aside and reported. */
export async function readAccountsFile(path: string): Promise<Tree> {
  return (await readContent(path, chooseFormat(path))).tree;
}

/** Changes a file of accounts, one writer at a time over all processes. */
export async function updateAccountsFile(
  path: string,
  lockTimeoutMs: number,
  change: (tree: Tree) => Promise<Tree>,
): Promise<void> {
  const format = chooseFormat(path);
  await makeFolder(path);
  try {
    await holdLock(path, lockTimeoutMs, async (held) => {
      await sweep(path);
      const { text, tree } = await readContent(path, format);
      const after = await format.write(await change(tree), text);
      if (after !== text) await replaceFile(path, `${path}.${randomUUID()}.tmp`, after, () => held.confirm());
    });
  } catch (failure) {
    if (!(failure instanceof LockLost)) throw failure;
    await updateAccountsFile(path, lockTimeoutMs, change);
  }
}

function chooseFormat(path: string): DocumentFormat {
  return extname(path) === '.toml' ? tomlFormat : jsonFormat;
}

async function readText(path: string): Promise<string | undefined> {
  try {
    await checkPermissions(path);
    return await readFile(path, 'utf8');
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw failure;
  }
}

/** Moves a corrupt file out of the way, so that it is neither lost nor met again. */
async function quarantine(path: string, fault: unknown): Promise<never> {
  const moved = `${path}.corrupt-${new Date().toISOString().replace(/[:.]/g, '-')}`;
  await rename(path, moved);
  // A parser's message may quote the text, and the text holds credentials.
  const reason = fault instanceof TypeError ? fault.message : 'it does not parse';
  const message = `${path}: corrupt (${reason}); it was moved to ${moved}. Mend it and move it back, or add the accounts again`;
  throw new AccountError('corrupt_file', message, { store: 'file', path: moved });
}

async function readContent(path: string, format: DocumentFormat): Promise<Content> {
  const text = await readText(path);
  if (text === undefined) return { text: '', tree: EMPTY_TREE };
  try {
    return { text, tree: await parseDocument(text, format, path) };
  } catch (fault) {
    if (isAccountError(fault)) throw fault;
    return await quarantine(path, fault);
  }
}

/** Removes what a killed writer left half-written. To be called by the lock's holder alone. */
async function sweep(path: string): Promise<void> {
  const files = await readdir(dirname(path));
  const left = files.filter((file) => file.startsWith(`${basename(path)}.`) && file.endsWith('.tmp'));
  await Promise.all(left.map((file) => rm(join(dirname(path), file), { force: true })));
}
