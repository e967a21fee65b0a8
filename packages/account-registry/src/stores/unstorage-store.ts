import { AccountError } from '../accounts/account-error.js';
import type { WritableStore } from '../accounts/store.js';
import { createQueue, createRecordStore } from './record-store.js';
import { repeat } from './timer.js';

/** The part of an `unstorage` storage that is used. */
export interface KeyValueStorage {
  getKeys(base: string): Promise<string[]>;
  getItem(key: string): Promise<unknown>;
  setItem(key: string, value: Readonly<Record<string, unknown>>): Promise<void>;
  removeItem(key: string): Promise<void>;
  watch?(onChange: (event: string, key: string) => void): Promise<() => Promise<void> | void>;
}

/** How accounts are kept in a storage. */
export interface UnstorageStoreOptions {
  /** The start of every key; '' for none. Default: `accounts`. */
  readonly base?: string;
  /**
   * How often to look for other machines' changes while someone listens, in milliseconds. Default: only what the driver
   * tells.
   */
  readonly pollMs?: number;
}

/**
 * Keeps accounts in anything `unstorage` has a driver for (Redis, SQL, a cloud vault), so that many machines share
 * them. One record for each account: writers of different accounts never clash; of two machines that change the same
 * account in the same moment the later one wins.
 * @throws AccountError `store_failed`, from its methods, when the driver fails.
 * @example unstorageStore(createStorage({ driver: redisDriver({ url: 'redis://localhost:6379' }) }))
 */
export function unstorageStore(
  storage: KeyValueStorage,
  { base = 'accounts', pollMs }: UnstorageStoreOptions = {},
): WritableStore {
  const queue = createQueue();
  const root = normalizeBase(base);
  const folder = (service: string): string => `${root}${service}:`;
  const { read, update } = createRecordStore({
    read: (service) =>
      explainFailure(async () => {
        const keys = await storage.getKeys(folder(service));
        const records = await Promise.all(
          keys
            .filter(isIn(folder(service)))
            .map(async (key) => [key.slice(folder(service).length), await storage.getItem(key)] as const),
        );
        return new Map(records);
      }),
    write: (service, { put, remove }) =>
      explainFailure(async () => {
        for (const [key, record] of put) await storage.setItem(folder(service) + key, record);
        for (const key of remove) await storage.removeItem(folder(service) + key);
      }),
    exclusively: (_service, body) => queue(body),
  });
  return {
    name: 'unstorage',
    locate: ({ name }, account) => folder(name) + account,
    read,
    update,
    watch: (onChange) => {
      const stop = listen(storage, root, onChange);
      const stopPolling = pollMs === undefined ? undefined : repeat(pollMs, onChange);
      return () => {
        stop();
        stopPolling?.();
      };
    },
  };
}

/**
 * The start of every key, as `unstorage` hands keys back: parts joined by `:`, whichever way they were written, and `:`
 * at the end unless there is none.
 */
function normalizeBase(base: string): string {
  const parts = (base.split('?')[0] ?? '').split(/[:/\\]+/).filter((part) => part !== '');
  return parts.map((part) => `${part}:`).join('');
}

function isIn(folder: string): (key: string) => boolean {
  return (key) => key.startsWith(folder);
}

async function explainFailure<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (failure) {
    // The driver's own message may quote a connection string with its password.
    const { code } = failure as NodeJS.ErrnoException;
    const systemCode = code ?? 'unknown';
    throw new AccountError(
      'store_failed',
      `unstorage: the storage driver failed (${systemCode}); check that its service can be reached`,
      {
        store: 'unstorage',
        systemCode,
      },
    );
  }
}

/** Listens to the driver, where it tells of changes. Returns how to stop. */
function listen(storage: KeyValueStorage, root: string, onChange: () => void): () => void {
  const isOurs = isIn(root);
  const stopping = storage.watch?.((_event, key) => {
    if (isOurs(key)) onChange();
  });
  stopping?.catch(() => undefined);
  return () => void stopping?.then((stop) => stop()).catch(() => undefined);
}
