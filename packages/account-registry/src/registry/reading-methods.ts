import type { Account, CheckOptions } from '../accounts/service.js';
import { explainAccount, type Explanation } from './explain.js';
import { checkKnown, chooseAccount, type ChosenAccount, type ReadService, type ServiceLayers } from './layers.js';
import { listAccounts } from './list-accounts.js';
import { openAccount } from './open-account.js';
import type { AccountHandle, AccountRegistry } from './registry.js';
import type { Scope } from './scope.js';
import { testAccount, type TestResult } from './test-account.js';

type Reading = Pick<AccountRegistry, 'get' | 'list' | 'explain' | 'test' | 'use' | 'withAccount'>;

/** A service's layers and the account chosen from them. */
interface ChosenLayers extends ServiceLayers {
  readonly chosen: ChosenAccount;
}

/** The methods that read: each reads the stores anew, then looks at what it found. */
export function createReadingMethods(read: ReadService, scope: Scope, now: () => number): Reading {
  const choose = async (service: string, name: string | undefined): Promise<ChosenLayers> => {
    const scoped = scope.current(service);
    const found = await read(service);
    return { ...found, chosen: chooseAccount(found.layers, service, name, scoped) };
  };
  const open = ({ service, layers, chosen }: ChosenLayers): Promise<Account> =>
    openAccount(service, layers, chosen.name, now());
  const explain = ({ service, layers, chosen }: ChosenLayers): Explanation => explainAccount(service, layers, chosen);
  const test = async (found: ChosenLayers, options: CheckOptions = {}): Promise<TestResult> =>
    testAccount(found.service, await open(found), options);

  const use = async (service: string, account?: string): Promise<AccountHandle> => {
    const { chosen } = await choose(service, account);
    // The account that was chosen then, wherever the pointer is by now.
    const again = async (): Promise<ChosenLayers> => {
      const found = await read(service);
      return { ...found, chosen: checkKnown(found.layers, service, chosen) };
    };
    return {
      service,
      name: chosen.name,
      get: async () => open(await again()),
      explain: async () => explain(await again()),
      test: async (options) => test(await again(), options),
    };
  };
  return {
    get: async (service, account) => open(await choose(service, account)),
    list: async (name) => {
      const { service, layers } = await read(name);
      return listAccounts(service, layers);
    },
    explain: async (service, account) => explain(await choose(service, account)),
    test: async (service, account, options) => test(await choose(service, account), options),
    use,
    withAccount: async (service, account, body) =>
      scope.run(service, (await choose(service, account)).chosen.name, body),
  };
}
