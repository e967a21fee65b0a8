import type { AccountError } from './account-error.js';
import type { Fields } from './fields.js';

/** The place of a value: the field of an account, in use or rotated away. */
export interface ValuePlace {
  readonly account: string;
  readonly field: string;
  readonly age: 'current' | 'previous';
}

/** A value that was replaced and may be used a while longer. */
export interface PreviousValue {
  readonly value: string;
  /** When it ends, as an ISO 8601 time. */
  readonly until: string;
}

/** One account as a store holds it. */
export interface StoredAccount {
  readonly fields: ReadonlyMap<string, string>;
  readonly previous: ReadonlyMap<string, PreviousValue>;
  /** What the store keeps of it besides, such as keys written by others: handed back unread. */
  readonly rest?: unknown;
}

/** How the secrets of a service are encrypted: nothing in it is secret. */
export type EncryptionHeader = Readonly<Record<string, string | number>>;

/** Everything a store holds for one service. */
export interface StoredService {
  /** The name of the default account: a pointer, never a copy. */
  readonly default?: string | undefined;
  readonly accounts: ReadonlyMap<string, StoredAccount>;
  readonly encryption?: EncryptionHeader;
  /**
   * Reads a value that is not kept as it is, such as one that is encrypted. Left out where all are.
   * Rejects with an AccountError (`wrong_key`, `tampered`) when it cannot.
   */
  readonly open?: ((kept: string, place: ValuePlace) => Promise<string>) | undefined;
  /** What the store keeps of it besides: handed back unread. */
  readonly rest?: unknown;
  /** What somebody should see to, such as a file that was set aside: told to `onWarning`. */
  readonly warnings?: readonly AccountError[];
}

/** What a store is told of a service. */
export interface ServiceSchema {
  readonly name: string;
  readonly fields: Fields;
}

/** Turns what a store holds into what it should hold. It may run again when another writer came first. */
export type Edit = (current: StoredService) => StoredService | Promise<StoredService>;

/** Where accounts are kept. Everything that can keep them is one of these, and passes one suite of tests. */
export interface AccountStore {
  /** What `explain` and errors call it. Unlike any other of the same registry. */
  readonly name: string;
  /** Everything it holds for a service, in plain text but for what `open` reads; empty when it holds nothing. */
  read(service: ServiceSchema): Promise<StoredService>;
  /**
   * Applies one edit, whole or not at all, one writer at a time; rejects with what the edit throws. A store without it
   * is read-only.
   */
  update?(service: ServiceSchema, edit: Edit): Promise<void>;
  /** Where it keeps a value, for messages: a path, a variable. Never the value. Default: the store's name. */
  locate?(service: ServiceSchema, account: string, field: string): string;
  /** Calls back after a change that came from elsewhere (another process, another tab). Returns how to stop. */
  watch?(onChange: () => void): () => void;
}

/** A store that takes changes. */
export type WritableStore = AccountStore & Required<Pick<AccountStore, 'update'>>;

/** What a store holds for a service it has never heard of. */
export const EMPTY_SERVICE: StoredService = { accounts: new Map() };

/** An account without fields. */
export const EMPTY_ACCOUNT: StoredAccount = { fields: new Map(), previous: new Map() };

/** Where a store keeps a value, for messages. */
export function locateValue(store: AccountStore, service: ServiceSchema, account: string, field: string): string {
  return store.locate?.(service, account, field) ?? store.name;
}

/** Whether a store takes changes. */
export function isWritable(store: AccountStore): store is WritableStore {
  return store.update !== undefined;
}

/** The same service with one account put in, or taken out when it is undefined. */
export function setAccount(service: StoredService, name: string, account: StoredAccount | undefined): StoredService {
  const accounts = new Map(service.accounts);
  if (account === undefined) accounts.delete(name);
  else accounts.set(name, account);
  return { ...service, accounts };
}
