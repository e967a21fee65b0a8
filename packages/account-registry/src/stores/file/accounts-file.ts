import { randomUUID } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';

import type { Tree } from '../account-record.js';
import { type DocumentFormat, EMPTY_TREE, parseDocument } from './document.js';
import { jsonFormat } from './json-format.js';
import { holdLock, LockLost } from './lock.js';
import { checkPermissions, makeFolder } from './permissions.js';
import { replaceFile } from './replace-file.js';
import { decodeText } from './text-encoding.js';
import { tomlFormat } from './toml-format.js';

/** A file's text and what it says. */
interface Content {
  readonly text: string;
  readonly tree: Tree;
}

/**
 * What a file of accounts says; an absent one holds nothing.
 * @throws Malformed when it cannot be read as one; it stays where it is.
 */
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
    return decodeText(await readFile(path));
  } catch (failure) {
    if ((failure as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw failure;
  }
}

async function readContent(path: string, format: DocumentFormat): Promise<Content> {
  const text = await readText(path);
  if (text === undefined) return { text: '', tree: EMPTY_TREE };
  return { text, tree: await parseDocument(text, format, path) };
}

/** Removes what a killed writer left half-written. To be called by the lock's holder alone. */
async function sweep(path: string): Promise<void> {
  const files = await readdir(dirname(path));
  const left = files.filter((file) => file.startsWith(`${basename(path)}.`) && file.endsWith('.tmp'));
  await Promise.all(left.map((file) => rm(join(dirname(path), file), { force: true })));
}
