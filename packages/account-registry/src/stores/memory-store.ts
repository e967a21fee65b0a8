import { EMPTY_SERVICE, type StoredAccount, type StoredService, type WritableStore } from '../accounts/store.js';
import { createQueue } from './record-store.js';

/** Accounts by service, account and field, in plain text. */
export type AccountSeed = Readonly<
  Record<string, Readonly<Record<string, Readonly<Record<string, string | undefined>>>>>
>;

/**
 * Keeps accounts as long as the process lives. As the first layer it overrides the stores below.
 * @param seed Accounts it starts with. An account called `default` is the unnamed one.
 * @example memoryStore({ segment: { production: { writeKey: 'abc' } } })
 */
export function memoryStore(seed: AccountSeed = {}): WritableStore {
  const services = new Map<string, StoredService>(
    Object.entries(seed).map(([service, accounts]) => [
      service,
      { accounts: new Map(Object.entries(accounts).map(([name, values]) => [name, seedAccount(values)])) },
    ]),
  );
  const queue = createQueue();
  return {
    name: 'memory',
    read: ({ name }) => Promise.resolve(services.get(name) ?? EMPTY_SERVICE),
    update: ({ name }, edit) =>
      queue(async () => {
        services.set(name, await edit(services.get(name) ?? EMPTY_SERVICE));
      }),
  };
}

function seedAccount(values: Readonly<Record<string, string | undefined>>): StoredAccount {
  const fields = Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { fields: new Map(fields), previous: new Map() };
}
