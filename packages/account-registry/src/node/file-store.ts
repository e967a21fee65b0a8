import { randomUUID } from 'node:crypto';
import { type FSWatcher, watch } from 'node:fs';
import { readFile, readdir, realpath, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { accountError, isAccountError } from '../account-error.js';
import type { AccountStore } from '../store.js';
import { type Tree, parseDocument, serviceOf, withService } from './document.js';
import { fileError } from './file-error.js';
import { jsonFormat } from './json-format.js';
import { accountsPath } from './locations.js';
import { LockLost, withLock } from './lock.js';
import { checkPermissions, makeFolder } from './permissions.js';
import { replaceFile } from './replace-file.js';

/** Where a file store lies and how patient it is. */
export type FileStoreOptions = ({ readonly path: string } | { readonly app: string }) & {
  /** How long a change waits for other processes' changes, in milliseconds. Default: 30,000. */
  readonly lockTimeoutMs?: number;
};

const emptyTree: Tree = { version: 1, services: {} };

const isAbsent = (failure: unknown): boolean => (failure as NodeJS.ErrnoException).code === 'ENOENT';

async function readText(path: string): Promise<string | undefined> {
  try {
    await checkPermissions(path);
    return await readFile(path, 'utf8');
  } catch (failure) {
    if (isAbsent(failure)) return undefined;
    throw failure;
  }
}

/** Moves a corrupt file out of the way, so that it is neither lost nor met again. */
async function quarantine(path: string, fault: unknown): Promise<never> {
  const moved = `${path}.corrupt-${new Date().toISOString().replace(/[:.]/g, '-')}`;
  await rename(path, moved);
  const reason = fault instanceof SyntaxError ? 'not valid' : String(fault instanceof Error ? fault.message : fault);
  const message = `${path}: corrupt (${reason}); it was moved to ${moved}. Mend it and move it back, or add the accounts again`;
  throw accountError('corrupt_file', message, { store: 'file', path: moved });
}

async function readTree(path: string): Promise<Tree> {
  const text = await readText(path);
  if (text === undefined) return emptyTree;
  try {
    return parseDocument(text, jsonFormat, path);
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

async function updateFile(path: string, lockTimeoutMs: number, change: (tree: Tree) => Promise<Tree>): Promise<void> {
  await makeFolder(path);
  try {
    await withLock(path, lockTimeoutMs, async (held) => {
      await sweep(path);
      const text = jsonFormat.write(await change(await readTree(path)), '');
      await replaceFile(path, `${path}.${randomUUID()}.tmp`, text, () => held.confirm());
    });
  } catch (failure) {
    if (!(failure instanceof LockLost)) throw failure;
    await updateFile(path, lockTimeoutMs, change);
  }
}

/** Calls back when the file is replaced or removed. Does not keep the process alive. */
function watchFile(path: string, onChange: () => void): () => void {
  let watcher: FSWatcher | undefined;
  let stopped = false;
  void makeFolder(path).then(() => {
    if (stopped) return;
    watcher = watch(dirname(path), { persistent: false }, (_event, file) => {
      if (file === basename(path)) onChange();
    });
  }).catch(() => undefined);
  return () => {
    stopped = true;
    watcher?.close();
  };
}

/**
 * Keeps accounts in a file that its owner alone can read (0600, in a 0700 folder). Any number of processes may change
 * it at once: each change is whole, and is on the disk when it resolves.
 * @throws AccountError, from its methods: `insecure_permissions`, `corrupt_file`, `unsupported_version`, `locked`,
 * `disk_full`, `not_writable`, `store_failed`. None of them changes the file.
 * @example
 * fileStore({ app: 'my-tool' }) // ~/.config/my-tool/accounts.json
 * fileStore({ path: '/srv/keys/accounts.json' })
 */
export function fileStore(options: FileStoreOptions): AccountStore {
  const given = resolve('path' in options ? options.path : accountsPath(options.app));
  const { lockTimeoutMs = 30_000 } = options;
  // A change replaces the file itself, where the path is a link to it.
  const locate = (): Promise<string> => realpath(given).catch(() => given);
  const reporting = async <T>(work: (path: string) => Promise<T>): Promise<T> => {
    try {
      return await work(await locate());
    } catch (failure) {
      throw fileError(failure, given);
    }
  };
  return {
    name: 'file',
    locate: () => given,
    read: ({ name }) => reporting(async (path) => serviceOf(await readTree(path), name)),
    update: ({ name }, edit) =>
      reporting((path) => updateFile(path, lockTimeoutMs, async (tree) => withService(tree, name, await edit(serviceOf(tree, name))))),
    watch: (onChange) => watchFile(given, onChange),
  };
}
