import type { CredentialInput, VisibleFields } from '../accounts/fields.js';
import type { Account, CheckOptions, ServiceDefinition, Services } from '../accounts/service.js';
import type { Explanation } from './explain.js';
import type { AccountSummary } from './list-accounts.js';
import type { ChangeListener } from './subscriptions.js';
import type { TestResult } from './test-account.js';

type FieldsOf<S extends Services, K extends keyof S> = S[K]['fields'];

/** How `rotate` replaces secrets. */
export interface RotateOptions {
  /** How long the replaced secrets stay readable as `account.previous`, in milliseconds. Default: 86,400,000, a day. */
  readonly overlapMs?: number;
}

/** An account chosen once and passed on by hand. It reads anew at each call, so a rotation is seen. */
export interface AccountHandle<A = Account> {
  readonly service: string;
  readonly name: string;
  get(): Promise<A>;
  explain(): Promise<Explanation>;
  test(options?: CheckOptions): Promise<TestResult>;
}

/**
 * Named accounts of some services, kept in layered stores.
 * Wherever an account's name may be left out, it is the one of the surrounding `withAccount`, else the one the
 * environment points to, else the one a store points to, else the unnamed one, else the only one there is.
 * Every method rejects with an `AccountError`.
 */
export interface AccountRegistry<S extends Services = Services> {
  /** The services it was made with. */
  readonly services: { readonly [K in keyof S]: ServiceDefinition<FieldsOf<S, K>> };
  /** Adds an account to the last store that can be written. */
  add<K extends keyof S & string>(service: K, name: string, fields: CredentialInput<FieldsOf<S, K>>): Promise<void>;
  /** Reads an account with its credentials, each field from the first store that has it. */
  get<K extends keyof S & string>(service: K, name?: string): Promise<Account<FieldsOf<S, K>>>;
  /** What may be shown of all accounts, sorted by name. Opens no secret. */
  list<K extends keyof S & string>(service: K): Promise<AccountSummary<VisibleFields<FieldsOf<S, K>>>[]>;
  /** Changes some fields of an account; undefined takes a field away. */
  update<K extends keyof S & string>(service: K, name: string, fields: CredentialInput<FieldsOf<S, K>>): Promise<void>;
  /** Changes some fields and keeps the replaced values for a while, so that both work during a change-over. */
  rotate<K extends keyof S & string>(
    service: K,
    name: string,
    fields: CredentialInput<FieldsOf<S, K>>,
    options?: RotateOptions,
  ): Promise<void>;
  /** Removes an account, and the pointer to it. */
  remove(service: keyof S & string, name: string): Promise<void>;
  /** Renames an account, and the pointer to it. */
  rename(service: keyof S & string, from: string, to: string): Promise<void>;
  /** Makes an account the default: a pointer, never a copy. */
  setDefault(service: keyof S & string, name: string): Promise<void>;
  /** Chooses an account once, as a value to pass on. */
  use<K extends keyof S & string>(service: K, name?: string): Promise<AccountHandle<Account<FieldsOf<S, K>>>>;
  /**
   * Runs a function in which calls that name no account get this one, through every await and in no other run.
   * Rejects with `no_scope` where the runtime has no AsyncLocalStorage (browsers); pass on the handle of `use` there.
   */
  withAccount<T>(service: keyof S & string, name: string, body: () => T | Promise<T>): Promise<T>;
  /** Which account a call gets, why, and which store gives each field. Never a value. */
  explain(service: keyof S & string, name?: string): Promise<Explanation>;
  /** Tries an account by the service's own check. */
  test(service: keyof S & string, name?: string, options?: CheckOptions): Promise<TestResult>;
  /** Calls back on every change, also those other processes make where a store can tell. Returns how to stop. */
  subscribe(listener: ChangeListener): () => void;
}
