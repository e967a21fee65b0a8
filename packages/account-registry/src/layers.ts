import { accountError } from './account-error.js';
import { DEFAULT_ACCOUNT } from './names.js';
import type { Service } from './service.js';
import { type AccountStore, type PreviousValue, type ServiceSchema, type StoredService, type StoredValue, emptyAccount, isWritable } from './store.js';

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

/** A value with the store it comes from and the ones it hides. */
export interface LayeredValue {
  readonly value: StoredValue;
  readonly previous: PreviousValue | undefined;
  readonly store: AccountStore;
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
export function accountNames(layers: readonly Layer[]): string[] {
  return [...new Set(layers.flatMap(({ content }) => [...content.accounts.keys()]))].sort();
}

/** One account's fields, each from the first store that has it. */
export function layeredFields(layers: readonly Layer[], account: string): Map<string, LayeredValue> {
  const merged = new Map<string, LayeredValue>();
  for (const { store, content } of layers) {
    const { fields, previous } = content.accounts.get(account) ?? emptyAccount;
    for (const [field, value] of fields) {
      const above = merged.get(field);
      const here = { value, previous: previous.get(field), store, hidden: [] };
      merged.set(field, above ? { ...above, hidden: [...above.hidden, store] } : here);
    }
  }
  return merged;
}

/** The pointer that holds: one in a read-only store speaks for this process and comes before a stored one. */
function pointer(layers: readonly Layer[]): ChosenAccount | undefined {
  const environment = layers.find(({ store, content }) => !isWritable(store) && content.default !== undefined);
  if (environment?.content.default !== undefined) return { name: environment.content.default, chosenBy: 'environment pointer' };
  const stored = layers.find(({ content }) => content.default !== undefined)?.content.default;
  return stored === undefined ? undefined : { name: stored, chosenBy: 'stored pointer' };
}

/** The default account: the one pointed to, else the unnamed one, else the only one. Never the newest. */
export function defaultAccount(layers: readonly Layer[]): ChosenAccount | undefined {
  const names = accountNames(layers);
  const [sole] = names;
  const pointed = pointer(layers);
  if (pointed !== undefined) return pointed;
  if (names.includes(DEFAULT_ACCOUNT)) return { name: DEFAULT_ACCOUNT, chosenBy: 'unnamed' };
  return sole !== undefined && names.length === 1 ? { name: sole, chosenBy: 'sole' } : undefined;
}

/** The accounts there are, for a message. */
const candidateList = (candidates: readonly string[]): string =>
  candidates.length === 0 ? 'there are no accounts yet' : `there are: ${candidates.join(', ')}`;

/**
 * Refuses an account no store has.
 * @throws AccountError `unknown_account`, listing those there are.
 */
export function checkKnown(layers: readonly Layer[], service: string, { name, chosenBy }: ChosenAccount): void {
  const candidates = accountNames(layers);
  if (candidates.includes(name)) return;
  const origin = chosenBy === 'explicit' ? '' : ` (chosen by ${chosenBy})`;
  throw accountError('unknown_account', `${service}: no account '${name.slice(0, 64)}'${origin}; ${candidateList(candidates)}`, {
    service,
    account: name,
    candidates,
  });
}

/**
 * Chooses the account of a call: the one named, else the scope's, else the default. `default` counts as not named.
 * @throws AccountError `unknown_account` or `no_default`, listing the accounts there are.
 */
export function chooseAccount(layers: readonly Layer[], service: string, named: string | undefined, scoped: string | undefined): ChosenAccount {
  const chosen = explicitChoice(named, scoped) ?? defaultAccount(layers);
  if (chosen !== undefined) {
    checkKnown(layers, service, chosen);
    return chosen;
  }
  const candidates = accountNames(layers);
  const fix = candidates.length === 0 ? 'add one' : 'name one, or make one the default with setDefault';
  throw accountError('no_default', `${service}: no account chosen and none is the default; ${candidateList(candidates)}; ${fix}`, {
    service,
    candidates,
  });
}

function explicitChoice(named: string | undefined, scoped: string | undefined): ChosenAccount | undefined {
  if (named !== undefined && named !== DEFAULT_ACCOUNT) return { name: named, chosenBy: 'explicit' };
  return named === undefined && scoped !== undefined ? { name: scoped, chosenBy: 'scope' } : undefined;
}
