import { explainAccount } from './explain.js';
import { type ChosenAccount, type ReadService, type ServiceLayers, chooseAccount } from './layers.js';
import { type AccountSummary, listAccounts } from './list-accounts.js';
import { openAccount } from './open-account.js';
import type { AccountHandle, AccountRegistry } from './registry.js';
import type { Scope } from './scope.js';
import type { Account } from './service.js';
import { testAccount } from './test-account.js';

type Reading = Pick<AccountRegistry, 'get' | 'list' | 'explain' | 'test' | 'use' | 'withAccount'>;

interface ChosenLayers extends ServiceLayers {
  readonly chosen: ChosenAccount;
}

/** The methods that read: each reads the stores anew, then looks at what it found. */
export function readingMethods(read: ReadService, scope: Scope, now: () => number): Reading {
  const choose = async (service: string, name: string | undefined): Promise<ChosenLayers> => {
    const scoped = scope.current(service);
    const found = await read(service);
    return { ...found, chosen: chooseAccount(found.layers, service, name, scoped) };
  };
  const get = async (name: string, account?: string): Promise<Account> => {
    const { service, layers, chosen } = await choose(name, account);
    return openAccount(service, layers, chosen.name, now());
  };
  const list = async (name: string): Promise<AccountSummary[]> => {
    const { service, layers } = await read(name);
    return listAccounts(service, layers);
  };
  const explain: Reading['explain'] = async (name, account) => {
    const { service, layers, chosen } = await choose(name, account);
    return explainAccount(service, layers, chosen);
  };
  const test: Reading['test'] = async (name, account, options = {}) => {
    const { service, layers, chosen } = await choose(name, account);
    return testAccount(service, await openAccount(service, layers, chosen.name, now()), options);
  };
  const use = async (service: string, account?: string): Promise<AccountHandle> => {
    const { name } = (await choose(service, account)).chosen;
    return {
      service,
      name,
      get: () => get(service, name),
      explain: () => explain(service, name),
      test: (options) => test(service, name, options),
    };
  };
  const withAccount: Reading['withAccount'] = async (service, account, body) => {
    const { chosen } = await choose(service, account);
    return scope.run(service, chosen.name, body);
  };
  return { get, list, explain, test, use, withAccount };
}
