import { hostFunction, type Lua } from '@moonwire/lua-bridge';
import { operations } from '@moonwire/segment-sdk';
import { callOperation } from './call-operation.js';
import { DEFAULT_ACCOUNT, SEGMENT_NAMESPACE } from './namespace.js';
import type { Run } from './run.js';

type Functions = Record<string, ReturnType<typeof hostFunction>>;

const functionsOf = (run: Run, account: string): Functions =>
  Object.fromEntries(
    operations.map((operation) => [
      operation.name,
      hostFunction((call, argument) => callOperation(run, operation, account, call, argument)),
    ]),
  );

/**
 * Mounts every operation of the SDK's table below each account's name; bare and as `default` it uses the account that the
 * run calls its own.
 */
export const mountAccounts = (lua: Lua, run: Run, accounts: readonly string[]): void => {
  const named = Object.fromEntries(accounts.map((name) => [name, functionsOf(run, name)]));
  const unqualified = functionsOf(run, run.account);
  lua.set(SEGMENT_NAMESPACE, { ...named, [DEFAULT_ACCOUNT]: unqualified, ...unqualified });
};
