import { AccountError } from '../accounts/account-error.js';

/** The accounts chosen for the code that runs inside `withAccount`, by service. */
type Chosen = ReadonlyMap<string, string>;

interface AsyncStorage {
  getStore(): Chosen | undefined;
  run<T>(chosen: Chosen, body: () => T): T;
}

interface Runtime {
  readonly process?: { getBuiltinModule?(name: string): { AsyncLocalStorage: new () => AsyncStorage } | undefined };
}

/** A choice of accounts that follows one run through its awaits, and no other. */
export interface Scope {
  current(service: string): string | undefined;
  run<T>(service: string, account: string, body: () => T): T;
}

/** A scope of this runtime; where the runtime cannot follow awaits, `run` refuses rather than mix up two runs. */
export function createScope(): Scope {
  const storage = findAsyncStorage();
  return {
    current: (service) => storage?.getStore()?.get(service),
    run: (service, account, body) => {
      if (storage !== undefined) return storage.run(new Map([...(storage.getStore() ?? []), [service, account]]), body);
      const message = 'withAccount needs AsyncLocalStorage; here, pass on the handle of use()';
      throw new AccountError('no_scope', message, { service, account });
    },
  };
}

/** Found at run time, so that a browser's bundle holds no import of Node's. */
function findAsyncStorage(): AsyncStorage | undefined {
  const hooks = (globalThis as Runtime).process?.getBuiltinModule?.('async_hooks');
  return hooks && new hooks.AsyncLocalStorage();
}
