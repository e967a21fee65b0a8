import { AccountError } from '../accounts/account-error.js';
import { findNameError } from '../accounts/names.js';
import type { Service } from '../accounts/service.js';
import {
  type AccountStore,
  EMPTY_ACCOUNT,
  isWritable,
  locateValue,
  type PreviousValue,
  setAccount,
  type StoredAccount,
  type StoredService,
  type WritableStore,
} from '../accounts/store.js';
import { createUnknownAccountError, listNames, mergeFields, type ServiceLayers } from './layers.js';

/** New values by field; undefined takes the field away. */
export type NewValues = ReadonlyMap<string, string | undefined>;

/** How long a replaced secret stays readable. */
export interface Overlap {
  /** The time of the change, in milliseconds since 1970. */
  readonly now: number;
  /** Milliseconds; 0 keeps nothing. */
  readonly overlapMs: number;
}

/** The last time that a date can hold, in milliseconds since 1970. */
const LAST_DATE_MS = 8.64e15;

/** Adds an account to the base store. An account that only read-only stores know may be added to. */
export async function addAccount(found: ServiceLayers, name: string, values: NewValues): Promise<void> {
  const { service } = found;
  refuseName(service, name);
  if (findWritableStores(found, ({ accounts }) => accounts.has(name)).length > 0)
    throw createExistsError(service, name);
  await findBaseStore(found).update(service, (current) => {
    if (current.accounts.has(name)) throw createExistsError(service, name);
    return setAccount(current, name, replaceFields(EMPTY_ACCOUNT, values, { now: 0, overlapMs: 0 }));
  });
}

/** Changes fields of an account, each in the store it is read from. */
export async function changeFields(
  found: ServiceLayers,
  name: string,
  values: NewValues,
  overlap: Overlap,
): Promise<void> {
  const targets = [...values.keys()].map((field) => [field, findTargetStore(found, name, field)] as const);
  const holders = findWritableStores(found, ({ accounts }) => accounts.has(name));
  for (const store of new Set(targets.map(([, target]) => target))) {
    const mine = new Map(targets.filter(([, target]) => target === store).map(([field]) => [field, values.get(field)]));
    await store.update(found.service, (current) => {
      const account = current.accounts.get(name);
      if (account !== undefined || !holders.includes(store))
        return setAccount(current, name, replaceFields(account ?? EMPTY_ACCOUNT, mine, overlap));
      // Someone else removed it meanwhile.
      throw createUnknownAccountError(found.service.name, name, [...current.accounts.keys()]);
    });
  }
}

/** Removes an account, and the pointer to it, from every store that can be written. */
export async function removeAccount(found: ServiceLayers, name: string): Promise<void> {
  if (findWritableStores(found, ({ accounts }) => accounts.has(name)).length === 0) refuseReadOnly(found, name);
  for (const store of findWritableStores(found, isAbout(name)))
    await store.update(found.service, (current) => moveAccount(current, name, undefined));
}

/** Renames an account in every store, and the pointer with it. */
export async function renameAccount(found: ServiceLayers, from: string, to: string): Promise<void> {
  const { service, layers } = found;
  refuseName(service, to);
  if (listNames(layers).includes(to)) throw createExistsError(service, to);
  refuseReadOnly(found, from);
  for (const store of findWritableStores(found, isAbout(from))) {
    await store.update(service, (current) => {
      if (current.accounts.has(to)) throw createExistsError(service, to);
      return moveAccount(current, from, to);
    });
  }
}

/** Moves the pointer, in the store whose pointer is read, else in the base store. */
export async function pointTo(found: ServiceLayers, name: string): Promise<void> {
  const store = findWritableStores(found, (content) => content.default !== undefined)[0] ?? findBaseStore(found);
  await store.update(found.service, (current) => ({ ...current, default: name }));
}

function createReadOnlyError(service: Service, account: string, field: string, store: AccountStore): AccountError {
  const place = locateValue(store, service, account, field);
  const message = `'${field}' of account '${account}' comes from the read-only store '${store.name}'; change it there: ${place}`;
  return new AccountError('read_only', message, { service: service.name, account, field, store: store.name });
}

function createExistsError(service: Service, account: string): AccountError {
  const message = `account '${account}' exists already; update it instead`;
  return new AccountError('account_exists', message, { service: service.name, account });
}

function refuseName({ name: service, reserve }: Service, account: string): void {
  const error = findNameError(service, account, reserve);
  if (error !== undefined) throw error;
}

/** The stores that can be written and hold what is asked for. */
function findWritableStores({ layers }: ServiceLayers, holds: (content: StoredService) => boolean): WritableStore[] {
  return layers
    .filter(({ content }) => holds(content))
    .map(({ store }) => store)
    .filter(isWritable);
}

/** The store that takes new accounts: the last one that can be written, which the others override. */
function findBaseStore(found: ServiceLayers): WritableStore {
  const base = findWritableStores(found, () => true).at(-1);
  if (base !== undefined) return base;
  throw new AccountError('read_only', 'no store takes changes; add one, such as memoryStore()', {
    service: found.service.name,
  });
}

/** The same account with new values; replaced ones stay as previous values until the overlap ends. */
function replaceFields(account: StoredAccount, values: NewValues, { now, overlapMs }: Overlap): StoredAccount {
  const fields = new Map(account.fields);
  const previous = new Map<string, PreviousValue>(
    [...account.previous].filter(([, { until }]) => Date.parse(until) > now),
  );
  for (const [field, value] of values) {
    const replaced = fields.get(field);
    previous.delete(field);
    if (replaced !== undefined && overlapMs > 0)
      previous.set(field, { value: replaced, until: new Date(Math.min(now + overlapMs, LAST_DATE_MS)).toISOString() });
    if (value === undefined) fields.delete(field);
    else fields.set(field, value);
  }
  return { ...account, fields, previous };
}

/** Where a field must be written to be the one that is read. */
function findTargetStore(found: ServiceLayers, account: string, field: string): WritableStore {
  const holder = mergeFields(found.layers, account).get(field)?.layer.store;
  if (holder === undefined)
    return findWritableStores(found, ({ accounts }) => accounts.has(account))[0] ?? findBaseStore(found);
  if (isWritable(holder)) return holder;
  throw createReadOnlyError(found.service, account, field, holder);
}

function refuseReadOnly({ service, layers }: ServiceLayers, name: string): void {
  const layer = layers.find(({ store, content }) => !isWritable(store) && content.accounts.has(name));
  const [field = ''] = layer?.content.accounts.get(name)?.fields.keys() ?? [];
  if (layer !== undefined) throw createReadOnlyError(service, name, field, layer.store);
}

/** The same service with one account moved to another name, or taken out, and the pointer with it. */
function moveAccount(current: StoredService, from: string, to: string | undefined): StoredService {
  const account = current.accounts.get(from);
  const left = setAccount(current, from, undefined);
  const moved = to === undefined || account === undefined ? left : setAccount(left, to, account);
  return current.default === from ? { ...moved, default: to } : moved;
}

/** Whether a store holds an account or points to it. */
function isAbout(name: string) {
  return (content: StoredService): boolean => content.accounts.has(name) || content.default === name;
}
