import { type FSWatcher, watch } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';

import type { StoredService, WritableStore } from '../../accounts/store.js';
import { readAccountsFile, updateAccountsFile } from './accounts-file.js';
import { readService, setService } from './document.js';
import { explainFailure } from './file-error.js';
import { accountsPath } from './locations.js';
import { makeFolder } from './permissions.js';
import { findSetAside } from './set-aside.js';

/** Where a file store lies and how patient it is. A path that ends in `.toml` is a TOML file, any other a JSON file. */
export type FileStoreOptions = ({ readonly path: string } | { readonly app: string }) & {
  /** How long a change waits for other processes' changes, in milliseconds. Default: 30,000. */
  readonly lockTimeoutMs?: number;
};

/**
 * Keeps accounts in a file that its owner alone can read (0600, in a 0700 folder). Any number of processes may change
 * it at once: each change is whole, and is on the disk when it resolves.
 * @throws AccountError, from its methods: `insecure_permissions`, `corrupt_file`, `unsupported_version`, `locked`,
 * `disk_full`, `not_writable`, `store_failed`. None of them loses an account.
 * @example
 * fileStore({ app: 'my-tool' }) // ~/.config/my-tool/accounts.json
 * fileStore({ path: '/srv/keys/accounts.toml' })
 */
export function fileStore(options: FileStoreOptions): WritableStore {
  const given = resolve('path' in options ? options.path : accountsPath(options.app));
  const { lockTimeoutMs = 30_000 } = options;
  const reporting = async <T>(work: (path: string) => Promise<T>): Promise<T> => {
    try {
      // A change replaces the file itself, where the path is a link to it.
      return await work(await realpath(given).catch(() => given));
    } catch (failure) {
      throw explainFailure(failure, given);
    }
  };
  return {
    name: 'file',
    locate: () => given,
    read: ({ name }) => reporting(async (path) => withWarnings(readService(await readAccountsFile(path), name), path)),
    update: ({ name }, edit) =>
      reporting((path) =>
        updateAccountsFile(path, lockTimeoutMs, async (tree) =>
          setService(tree, name, await edit(await withWarnings(readService(tree, name), path))),
        ),
      ),
    watch: (onChange) => watchFile(given, onChange),
  };
}

async function withWarnings(service: StoredService, path: string): Promise<StoredService> {
  const warnings = await findSetAside(path);
  return warnings.length > 0 ? { ...service, warnings } : service;
}

/** Calls back when the file is replaced or removed. Does not keep the process alive. */
function watchFile(path: string, onChange: () => void): () => void {
  let watcher: FSWatcher | undefined;
  let stopped = false;
  const start = async (): Promise<void> => {
    await makeFolder(path);
    if (stopped) return;
    watcher = watch(dirname(path), { persistent: false }, (_event, file) => {
      if (file === basename(path)) onChange();
    });
    // What changed while the watch was being set up was seen by nobody.
    onChange();
  };
  // A folder that cannot be made or watched is reported by the next read or change.
  start().catch(() => undefined);
  return () => {
    stopped = true;
    watcher?.close();
  };
}
