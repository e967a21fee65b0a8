import { type HostCall, hostFunction } from '@moonwire/lua-bridge';
import { type Operation, operations } from '@moonwire/segment-sdk';

import type { AccountNames } from '../accounts/account-source.js';
import { DEFAULT_ACCOUNT } from '../accounts/segment-account.js';

/** Makes a call of a script: an operation for an account, with the script's one argument. */
export type Invoke = (operation: Operation, account: string, call: HostCall, argument: unknown) => unknown;

type Functions = Record<string, ReturnType<typeof hostFunction>>;

const functionsOf = (account: string, invoke: Invoke): Functions =>
  Object.fromEntries(
    operations.map((operation) => [
      operation.name,
      hostFunction((call, argument) => invoke(operation, account, call, argument)),
    ]),
  );

/**
 * Every operation of the SDK's table below each account's name; bare and as `default` for the default account.
 */
export const mountAccounts = (accounts: AccountNames, invoke: Invoke): object => {
  const named = Object.fromEntries(accounts.all.map((name) => [name, functionsOf(name, invoke)]));
  const unqualified = functionsOf(accounts.default, invoke);
  return { ...named, [DEFAULT_ACCOUNT]: unqualified, ...unqualified };
};
