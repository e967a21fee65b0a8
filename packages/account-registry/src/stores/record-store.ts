import { type AccountStore, type StoredService } from '../accounts/store.js';
import { isTree, readAccount, readEncryption, type Tree, writeAccount } from './account-record.js';

// No account can have these names.
const POINTER_KEY = '@default';
const ENCRYPTION_KEY = '@encryption';

/** What must be written to a service that keeps one record for each account. */
export interface RecordChanges {
  readonly put: ReadonlyMap<string, Tree>;
  readonly remove: readonly string[];
}

/** A place that keeps records by key. */
export interface RecordKeeper {
  /** All records of a service. */
  read(service: string): Promise<ReadonlyMap<string, unknown>>;
  /** Writes what is put before it removes anything, so that a failure in between loses nothing. */
  write(service: string, changes: RecordChanges): Promise<void>;
  /** Runs one writer at a time, as far as the place can see them. */
  exclusively(service: string, body: () => Promise<void>): Promise<void>;
}

/**
 * The `read` and `update` of a store that keeps one record for each account, so that writers of different accounts do
 * not clash.
 */
export function createRecordStore(keeper: RecordKeeper): Required<Pick<AccountStore, 'read' | 'update'>> {
  return {
    read: async ({ name }) => fromRecords(await keeper.read(name)),
    update: ({ name }, edit) =>
      keeper.exclusively(name, async () => {
        const before = await keeper.read(name);
        await keeper.write(name, compare(before, toRecords(await edit(fromRecords(before)))));
      }),
  };
}

/** Runs one body at a time within this process. */
export function createQueue(): (body: () => Promise<void>) => Promise<void> {
  let last = Promise.resolve();
  return (body) => {
    const done = last.then(body);
    last = done.catch(() => undefined);
    return done;
  };
}

function fromRecords(records: ReadonlyMap<string, unknown>): StoredService {
  const accounts = [...records].flatMap(([name, record]) =>
    name.startsWith('@') || !isTree(record) ? [] : [[name, readAccount(record)] as const],
  );
  const pointer = records.get(POINTER_KEY);
  return {
    accounts: new Map(accounts),
    default: isTree(pointer) && typeof pointer['account'] === 'string' ? pointer['account'] : undefined,
    ...readEncryption(records.get(ENCRYPTION_KEY)),
  };
}

function toRecords(service: StoredService): Map<string, Tree> {
  const records = new Map([...service.accounts].map(([name, account]) => [name, writeAccount(account)]));
  if (service.default !== undefined) records.set(POINTER_KEY, { account: service.default });
  if (service.encryption !== undefined) records.set(ENCRYPTION_KEY, service.encryption);
  return records;
}

function compare(before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, Tree>): RecordChanges {
  const put = [...after].filter(([key, record]) => JSON.stringify(record) !== JSON.stringify(before.get(key)));
  return { put: new Map(put), remove: [...before.keys()].filter((key) => !after.has(key)) };
}
