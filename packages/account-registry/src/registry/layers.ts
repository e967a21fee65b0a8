import { AccountError } from '../accounts/account-error.js';
import { DEFAULT_ACCOUNT } from '../accounts/names.js';
import type { Service } from '../accounts/service.js';
import {
  type AccountStore,
  EMPTY_ACCOUNT,
  isWritable,
  type PreviousValue,
  type ServiceSchema,
  type StoredService,
} from '../accounts/store.js';

/** One store and what it holds for a service. The first layer of a list overrides the later ones. */
export interface Layer {
  readonly store: AccountStore;
  readonly content: StoredService;
}

/** A service with what every store holds for it. */
export interface ServiceLayers {
  readonly service: Service;
  readonly layers: readonly Layer[];
}

/** Reads every store for a service, by the service's name. */
export type ReadService = (service: string) => Promise<ServiceLayers>;

/** A value with the layer it comes from and the stores it hides. */
export interface LayeredValue {
  readonly value: string;
  readonly previous: PreviousValue | undefined;
  readonly layer: Layer;
  readonly hidden: readonly AccountStore[];
}

/** How an account came to be chosen. */
export type ChosenBy = 'explicit' | 'scope' | 'environment pointer' | 'stored pointer' | 'unnamed' | 'sole';

/** The account chosen, and why. */
export interface ChosenAccount {
  readonly name: string;
  readonly chosenBy: ChosenBy;
}

/** Reads every store. */
export function readLayers(stores: readonly AccountStore[], service: ServiceSchema): Promise<readonly Layer[]> {
  return Promise.all(stores.map(async (store) => ({ store, content: await store.read(service) })));
}

/** The names of all accounts, sorted. */
export function listNames(layers: readonly Layer[]): string[] {
  const names = new Set<string>();
  for (const { content } of layers) for (const name of content.accounts.keys()) names.add(name);
  return [...names].sort();
}

/**
 * A value without the blanks and line ends around it, which editors, variables and pipes bring along and no value has.
 */
export function trimValue(value: string): string {
  return value.trim();
}

/** The value of an account's field: that of the first store that has it. */
export function findValue(layers: readonly Layer[], account: string, field: string): string | undefined {
  for (const { content } of layers) {
    const value = content.accounts.get(account)?.fields.get(field);
    if (value !== undefined) return trimValue(value);
  }
  return undefined;
}

/** One account's fields, each from the first store that has it. */
export function mergeFields(layers: readonly Layer[], account: string): Map<string, LayeredValue> {
  const merged = new Map<string, LayeredValue>();
  for (const layer of layers) {
    const { fields, previous } = layer.content.accounts.get(account) ?? EMPTY_ACCOUNT;
    for (const [field, value] of fields) {
      const above = merged.get(field);
      const here = { value: trimValue(value), previous: previous.get(field), layer, hidden: [] };
      merged.set(field, above ? { ...above, hidden: [...above.hidden, layer.store] } : here);
    }
  }
  return merged;
}

/**
 * The default account: the one pointed to, else the unnamed one, else the only one. Never the newest.
 * A pointer in a read-only store speaks for this process and comes before a stored one.
 */
export function findDefault(layers: readonly Layer[]): ChosenAccount | undefined {
  const pointing = layers.filter(({ content }) => content.default !== undefined);
  const environment = pointing.find(({ store }) => !isWritable(store));
  const pointed = (environment ?? pointing[0])?.content.default?.trim();
  if (pointed !== undefined) return { name: pointed, chosenBy: environment ? 'environment pointer' : 'stored pointer' };
  const names = listNames(layers);
  const [sole] = names;
  if (names.includes(DEFAULT_ACCOUNT)) return { name: DEFAULT_ACCOUNT, chosenBy: 'unnamed' };
  return sole !== undefined && names.length === 1 ? { name: sole, chosenBy: 'sole' } : undefined;
}

/** The error of an account no store has. */
export function createUnknownAccountError(
  service: string,
  account: string,
  candidates: readonly string[],
  origin = '',
): AccountError {
  const message = `no account '${account.slice(0, 64)}'${origin}; ${listCandidates(candidates)}`;
  return new AccountError('unknown_account', message, { service, account, candidates });
}

/**
 * Passes a chosen account on, unless no store has it.
 * @throws AccountError `unknown_account`, listing those there are.
 */
export function checkKnown(layers: readonly Layer[], service: string, chosen: ChosenAccount): ChosenAccount {
  const candidates = listNames(layers);
  if (candidates.includes(chosen.name)) return chosen;
  throw createUnknownAccountError(
    service,
    chosen.name,
    candidates,
    chosen.chosenBy === 'explicit' ? '' : ` (by ${chosen.chosenBy})`,
  );
}

/**
 * Chooses the account of a call: the one named, else the scope's, else the default. `default` counts as not named.
 * @throws AccountError `unknown_account` or `no_default`, listing the accounts there are.
 */
export function chooseAccount(
  layers: readonly Layer[],
  service: string,
  named: string | undefined,
  scoped: string | undefined,
): ChosenAccount {
  const chosen = chooseExplicit(named, scoped) ?? findDefault(layers);
  if (chosen !== undefined) return checkKnown(layers, service, chosen);
  const candidates = listNames(layers);
  const message = `no account given and none is the default; name one, or use setDefault; ${listCandidates(candidates)}`;
  throw new AccountError('no_default', message, { service, candidates });
}

/** The accounts there are, as a message says it. */
function listCandidates(candidates: readonly string[]): string {
  return `accounts: ${candidates.join(', ') || 'none yet'}`;
}

function chooseExplicit(named: string | undefined, scoped: string | undefined): ChosenAccount | undefined {
  if (named === undefined) return scoped === undefined ? undefined : { name: scoped, chosenBy: 'scope' };
  return named === DEFAULT_ACCOUNT ? undefined : { name: named, chosenBy: 'explicit' };
}
