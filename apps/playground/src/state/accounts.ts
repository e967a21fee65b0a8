import { createAccountRegistry, isAccountError, memoryStore } from '@moonwire/account-registry';
import { signal } from '@preact/signals-core';

import type { WorkerAccount } from '../protocol/run-setup.js';
import { documentation } from '../reference/documentation.js';
import { liveKeys } from './live-keys.js';

/** The account that unqualified calls use; it cannot be removed. */
export const DEFAULT_ACCOUNT = 'default';

const { accounts: standardAccounts } = documentation;
const SERVICE = documentation.namespace.split('.').at(-1) ?? '';

// The registry knows what an account may be called; it holds no credentials here.
const registry = createAccountRegistry({
  services: { [SERVICE]: { fields: {}, reserve: documentation.functions.map(({ name }) => name) } },
  stores: [memoryStore({ [SERVICE]: Object.fromEntries(standardAccounts.map((name) => [name, {}])) })],
});

/** The names of all accounts, the default one first. */
export const accountNames = signal(standardAccounts);

/**
 * Adds an account on the simulator.
 * @returns Why it cannot be called that, if it cannot.
 */
export const addAccount = async (name: string): Promise<string | undefined> => {
  try {
    await registry.add(SERVICE, name, {});
  } catch (error) {
    if (isAccountError(error)) return error.message;
    throw error;
  }
  accountNames.value = [...accountNames.value, name];
  return undefined;
};

/** Removes an account and forgets its real key, if it had one. */
export const removeAccount = async (name: string): Promise<void> => {
  if (name === DEFAULT_ACCOUNT) return;
  await registry.remove(SERVICE, name);
  accountNames.value = accountNames.value.filter((known) => known !== name);
  liveKeys.forget(name);
};

/** Makes `names` the accounts, as a shared page has them. Names that cannot be are left out. */
export const replaceAccounts = async (names: readonly string[]): Promise<void> => {
  for (const name of accountNames.value.filter((known) => !names.includes(known))) await removeAccount(name);
  for (const name of names.filter((wanted) => !accountNames.value.includes(wanted))) await addAccount(name);
};

/** The accounts as the worker may know them: without keys. */
export const listWorkerAccounts = (): WorkerAccount[] =>
  accountNames.value.map((name) => {
    const region = liveKeys.region(name);
    return { name, live: region !== undefined, ...(region && { region }) };
  });
