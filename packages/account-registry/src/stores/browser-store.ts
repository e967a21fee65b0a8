import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

import { AccountError } from '../accounts/account-error.js';
import type { WritableStore } from '../accounts/store.js';
import type { Tree } from './account-record.js';
import { createRecordStore } from './record-store.js';

/** Where in the browser accounts are kept. */
export interface BrowserStoreOptions {
  /** The name of the database, the lock and the channel. Default: `accounts`. */
  readonly database?: string;
}

interface Schema extends DBSchema {
  records: { key: [service: string, key: string]; value: Tree };
}

/**
 * Keeps accounts in the browser's IndexedDB. Tabs take turns to write and tell each other of changes.
 * Anyone with the browser profile can read them: encrypt them with `encryptedStore` where that matters.
 * @throws AccountError `disk_full` or `store_failed`, from its methods.
 * @example browserStore({ database: 'my-page' })
 */
export function browserStore({ database = 'accounts' }: BrowserStoreOptions = {}): WritableStore {
  let opened: Promise<IDBPDatabase<Schema>> | undefined;
  const open = (): Promise<IDBPDatabase<Schema>> =>
    (opened ??= openDB<Schema>(database, 1, {
      upgrade: (db) => void db.createObjectStore('records'),
      terminated: () => (opened = undefined),
    }));
  const { read, update } = createRecordStore({
    read: (service) =>
      explainFailure(async () => {
        const records = (await open()).transaction('records').store;
        const [keys, values] = await Promise.all([
          records.getAllKeys(selectKeys(service)),
          records.getAll(selectKeys(service)),
        ]);
        return new Map(keys.map(([, key], at) => [key, values[at]]));
      }),
    write: (service, { put, remove }) =>
      explainFailure(async () => {
        const change = (await open()).transaction('records', 'readwrite', { durability: 'strict' });
        const work = [
          ...[...put].map(([key, record]) => change.store.put(record, [service, key])),
          ...remove.map((key) => change.store.delete([service, key])),
        ];
        await Promise.all([...work, change.done]);
      }),
    exclusively: (service, body) => navigator.locks.request(`${database}:${service}`, body),
  });
  return {
    name: 'browser',
    read,
    update: async (service, edit) => {
      await update(service, edit);
      announce(database);
    },
    watch: (onChange) => listen(database, onChange),
  };
}

async function explainFailure<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (failure) {
    const systemCode = failure instanceof Error ? failure.name : 'unknown';
    const [code, fix] =
      systemCode === 'QuotaExceededError'
        ? (['disk_full', 'the browser gives this page no more room; nothing was changed'] as const)
        : ([
            'store_failed',
            'the browser refused its database; private windows and blocked site data do that',
          ] as const);
    throw new AccountError(code, `browser: ${fix} (${systemCode})`, { store: 'browser', systemCode });
  }
}

/** All keys of a service: arrays sort after strings, so the empty array ends the range. */
function selectKeys(service: string): IDBKeyRange {
  return IDBKeyRange.bound([service], [service, []]);
}

function announce(channelName: string): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(null);
  channel.close();
}

function listen(channelName: string, onChange: () => void): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = onChange;
  return () => {
    channel.close();
  };
}
