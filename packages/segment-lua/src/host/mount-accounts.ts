import { type GivenNames, type HostCall, hostFunction, type LuaNamespace, namespaceOf } from '@moonwire/lua-bridge';

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

/** Mounts the operations for the accounts of one run. @param usual The account that unqualified calls use. */
export type MountAccounts<Operation extends Named> = (
  accounts: readonly string[],
  usual: string,
  invoke: Invoke<Operation>,
) => object;

/**
 * Mounts every operation below each account's name; bare and as `default` for the default account. However many there
 * are, there is one function: a call says by its path what it means. The names are described once for all runs that
 * have the same accounts.
 */
export const createAccountMount = <Operation extends Named>(
  operations: ReadonlyMap<string, Operation>,
): MountAccounts<Operation> => {
  let known: string | undefined;
  let namespace: LuaNamespace;
  return (accounts, usual, invoke) => {
    const names = accounts.join();
    if (known !== names) namespace = namespaceOf(nameAll(accounts, operations));
    known = names;
    const call = hostFunction((made, argument) => {
      const at = made.path.slice(SEGMENT_NAMESPACE.length + 1).split('.');
      // Whatever is mounted below is in the table.
      const operation = operations.get(at.pop() as string) as Operation;
      const account = at[0] ?? DEFAULT_ACCOUNT;
      return invoke(operation, account === DEFAULT_ACCOUNT ? usual : account, made, argument);
    });
    return namespace.calling(call);
  };
};

const nameAll = (accounts: readonly string[], operations: ReadonlyMap<string, Named>): GivenNames => {
  const functions = nameEach(operations.keys(), true);
  return { ...nameEach([...accounts, DEFAULT_ACCOUNT], functions), ...functions };
};

const nameEach = (names: Iterable<string>, below: true | GivenNames): GivenNames =>
  Object.fromEntries(Array.from(names, (name) => [name, below]));
