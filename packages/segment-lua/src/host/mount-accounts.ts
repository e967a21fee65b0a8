import { type GivenNames, type HostCall, hostFunction, type LuaNamespace, namespaceOf } from '@moonwire/lua-bridge';

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

/** Mounts the operations for the accounts of one run. */
export type MountAccounts<Operation extends Named> = (accounts: AccountNames, invoke: Invoke<Operation>) => object;

/**
 * Mounts every operation below each account's name; bare and as `default` for the default account. However many there
 * are, there is one function: a call says by its path what it means. The names are described once for all runs that
 * have the same accounts.
 */
export const createAccountMount = <Operation extends Named>(
  operations: ReadonlyMap<string, Operation>,
): MountAccounts<Operation> => {
  let known: { readonly accounts: string; readonly namespace: LuaNamespace } | undefined;
  return ({ all, default: usual }, invoke) => {
    const accounts = JSON.stringify(all);
    if (known?.accounts !== accounts) known = { accounts, namespace: namespaceOf(nameAll(all, operations)) };
    const call = hostFunction((made, argument) => {
      const { account = DEFAULT_ACCOUNT, name } = readPath(made.path);
      // Whatever is mounted below is in the table.
      return invoke(operations.get(name) as Operation, account === DEFAULT_ACCOUNT ? usual : account, made, argument);
    });
    return known.namespace.calling(call);
  };
};

const nameAll = (accounts: readonly string[], operations: ReadonlyMap<string, Named>): GivenNames => {
  const functions = Object.fromEntries([...operations.keys()].map((name) => [name, true] as const));
  const named = [...accounts, DEFAULT_ACCOUNT].map((account) => [account, functions] as const);
  return { ...Object.fromEntries(named), ...functions };
};

const readPath = (path: string): { readonly account?: string; readonly name: string } => {
  const [first = '', second] = path.slice(SEGMENT_NAMESPACE.length + 1).split('.');
  return second === undefined ? { name: first } : { account: first, name: second };
};
