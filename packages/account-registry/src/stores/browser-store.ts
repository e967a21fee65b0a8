import { AccountError, type AccountErrorCode } from '../accounts/account-error.js';
import type { WritableStore } from '../accounts/store.js';
import { createConnection } from './browser-connection.js';
import { createRecordStore } from './record-store.js';

/** Where in the browser accounts are kept. */
export interface BrowserStoreOptions {
  /** The name of the database, the lock and the channel. Default: `accounts`. */
  readonly database?: string;
}

/**
 * Keeps accounts in the browser's IndexedDB. Tabs take turns to write and tell each other of changes.
 * Anyone with the browser profile can read them: encrypt them with `encryptedStore` where that matters.
 * @throws AccountError `disk_full` or `store_failed`, from its methods.
 * @example browserStore({ database: 'my-page' })
 */
export function browserStore({ database = 'accounts' }: BrowserStoreOptions = {}): WritableStore {
  const connection = createConnection(database);
  const { read, update } = createRecordStore({
    read: (service) =>
      explainFailure(async () => {
        const records = (await connection.begin('readonly')).objectStore('records');
        const [keys, values] = await Promise.all([
          records.getAllKeys(selectKeys(service)),
          records.getAll(selectKeys(service)),
        ]);
        return new Map(keys.map(([, key], at) => [key, values[at]]));
      }),
    write: (service, { put, remove }) =>
      explainFailure(async () => {
        const change = await connection.begin('readwrite');
        const records = change.objectStore('records');
        const work = [
          ...[...put].map(([key, record]) => records.put(record, [service, key])),
          ...remove.map((key) => records.delete([service, key])),
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

type Failure = readonly [code: AccountErrorCode, fix: string];

const REFUSED: Failure = [
  'store_failed',
  'the browser refused its database; private windows and blocked site data do that',
];

const FAILURES: Readonly<Record<string, Failure>> = {
  QuotaExceededError: ['disk_full', 'the browser gives this page no more room; nothing was changed'],
  VersionError: ['unsupported_version', 'its database is one of a later version; nothing was changed. Reload the page'],
};

async function explainFailure<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (failure) {
    const systemCode = failure instanceof Error ? failure.name : 'unknown';
    const [code, fix] = FAILURES[systemCode] ?? REFUSED;
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
