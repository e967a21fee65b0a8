import { type HostCall, hostFunction } from '@moonwire/lua-bridge';

import type { AccountNames } from '../accounts/account-source.js';
import { DEFAULT_ACCOUNT, SEGMENT_NAMESPACE } from '../accounts/segment-account.js';

/** What a function of a script stands for. */
interface Named {
  readonly name: string;
}

/** Makes a call of a script: an operation for an account, with the script's one argument. */
export type Invoke<Operation extends Named> = (
  operation: Operation,
  account: string,
  call: HostCall,
  argument: unknown,
) => unknown;

/**
 * Every operation below each account's name; bare and as `default` for the default account. However many there are,
 * there is one function: a call says by its path what it means, and a script makes the ones it uses.
 */
export const mountAccounts = <Operation extends Named>(
  accounts: AccountNames,
  operations: ReadonlyMap<string, Operation>,
  invoke: Invoke<Operation>,
): object => {
  const call = hostFunction((made, argument) => {
    const { account = DEFAULT_ACCOUNT, name } = readPath(made.path);
    const chosen = account === DEFAULT_ACCOUNT ? accounts.default : account;
    // Whatever is mounted below is in the table.
    return invoke(operations.get(name) as Operation, chosen, made, argument);
  });
  const functions = createDictionary();
  const all = createDictionary();
  for (const name of [...accounts.all, DEFAULT_ACCOUNT]) all[name] = functions;
  for (const name of operations.keys()) all[name] = functions[name] = call;
  return all;
};

/** Without a prototype an engine keeps an object as a hash table from the start: hundreds of names cost little. */
const createDictionary = (): Record<string, unknown> => Object.create(null) as Record<string, unknown>;

const readPath = (path: string): { readonly account?: string; readonly name: string } => {
  const [first = '', second] = path.slice(SEGMENT_NAMESPACE.length + 1).split('.');
  return second === undefined ? { name: first } : { account: first, name: second };
};
