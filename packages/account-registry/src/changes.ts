import { accountError } from './account-error.js';
import type { Layer } from './layers.js';
import { accountNames, checkKnown, layeredFields } from './layers.js';
import { checkName } from './names.js';
import type { Service } from './service.js';
import {
  type AccountStore,
  type PreviousValue,
  type StoredAccount,
  type StoredService,
  type WritableStore,
  emptyAccount,
  isWritable,
  setAccount,
  setPointer,
} from './store.js';

/** New values by field; undefined takes the field away. */
export type NewValues = ReadonlyMap<string, string | undefined>;

/** How long a replaced secret stays readable. */
export interface Overlap {
  /** The time of the change, in milliseconds since 1970. */
  readonly now: number;
  /** Milliseconds; 0 keeps nothing. */
  readonly overlapMs: number;
}

/** The store that takes new accounts: the last one that can be written, which the others override. */
function baseStore(stores: readonly AccountStore[]): WritableStore {
  const base = stores.filter(isWritable).at(-1);
  if (base === undefined) throw accountError('read_only', 'no store of this registry takes changes; add memoryStore() or fileStore() to its stores');
  return base;
}

function readOnly(service: Service, account: string, field: string, store: AccountStore): Error {
  const place = store.locate?.(service, account, field) ?? store.name;
  const message = `${service.name}: '${field}' of account '${account}' comes from the read-only store '${store.name}'; change it there: ${place}`;
  return accountError('read_only', message, { service: service.name, account, field, store: store.name });
}

function exists(service: Service, account: string): Error {
  const message = `${service.name}: account '${account}' exists already; update or rotate it, or remove it first`;
  return accountError('account_exists', message, { service: service.name, account });
}

function gone(service: Service, account: string): Error {
  const message = `${service.name}: account '${account}' was removed by someone else meanwhile`;
  return accountError('unknown_account', message, { service: service.name, account });
}

/** Adds an account to the base store. An account that only read-only stores know may be added to. */
export async function addAccount(service: Service, layers: readonly Layer[], name: string, values: NewValues): Promise<void> {
  checkName(service.name, name, service.reserve);
  if (layers.some(({ store, content }) => isWritable(store) && content.accounts.has(name))) throw exists(service, name);
  const account = replaceFields(emptyAccount, values, { now: 0, overlapMs: 0 });
  await baseStore(layers.map(({ store }) => store)).update(service, (current) => {
    if (current.accounts.has(name)) throw exists(service, name);
    return setAccount(current, name, account);
  });
}

/** The same account with new values; replaced ones stay as previous values until the overlap ends. */
function replaceFields(account: StoredAccount, values: NewValues, { now, overlapMs }: Overlap): StoredAccount {
  const fields = new Map(account.fields);
  const previous = new Map<string, PreviousValue>([...account.previous].filter(([, { until }]) => Date.parse(until) > now));
  for (const [field, value] of values) {
    const replaced = fields.get(field);
    previous.delete(field);
    if (replaced !== undefined && overlapMs > 0) previous.set(field, { value: replaced, until: new Date(now + overlapMs).toISOString() });
    if (value === undefined) fields.delete(field);
    else fields.set(field, value);
  }
  return { ...account, fields, previous };
}

/** Where a field must be written to be the one that is read. */
function targetStore(service: Service, layers: readonly Layer[], account: string, field: string): WritableStore {
  const holder = layeredFields(layers, account).get(field)?.store;
  if (holder !== undefined && !isWritable(holder)) throw readOnly(service, account, field, holder);
  const stores = layers.filter(({ content }) => content.accounts.has(account)).map(({ store }) => store);
  return holder ?? stores.find(isWritable) ?? baseStore(layers.map(({ store }) => store));
}

/** Changes fields of an account, each in the store it is read from. */
export async function changeFields(service: Service, layers: readonly Layer[], name: string, values: NewValues, overlap: Overlap): Promise<void> {
  checkKnown(layers, service.name, { name, chosenBy: 'explicit' });
  const byStore = new Map<WritableStore, Map<string, string | undefined>>();
  for (const [field, value] of values) {
    const store = targetStore(service, layers, name, field);
    byStore.set(store, (byStore.get(store) ?? new Map<string, string | undefined>()).set(field, value));
  }
  for (const [store, changes] of byStore) {
    const held = layers.some((layer) => layer.store === store && layer.content.accounts.has(name));
    await store.update(service, (current) => {
      const account = current.accounts.get(name);
      if (held && account === undefined) throw gone(service, name);
      return setAccount(current, name, replaceFields(account ?? emptyAccount, changes, overlap));
    });
  }
}

const withoutAccount = (current: StoredService, name: string): StoredService =>
  setAccount(current.default === name ? setPointer(current, undefined) : current, name, undefined);

function refuseReadOnly(service: Service, layers: readonly Layer[], name: string): void {
  const layer = layers.find(({ store, content }) => !isWritable(store) && content.accounts.has(name));
  const [field] = layer?.content.accounts.get(name)?.fields.keys() ?? [];
  if (layer !== undefined) throw readOnly(service, name, field ?? '', layer.store);
}

/** Stores that hold the account or point to it. */
function storesAbout(layers: readonly Layer[], name: string): WritableStore[] {
  return layers.filter(({ content }) => content.accounts.has(name) || content.default === name).map(({ store }) => store).filter(isWritable);
}

/** Removes an account, and the pointer to it, from every store that can be written. */
export async function removeAccount(service: Service, layers: readonly Layer[], name: string): Promise<void> {
  checkKnown(layers, service.name, { name, chosenBy: 'explicit' });
  if (!layers.some(({ store, content }) => isWritable(store) && content.accounts.has(name))) refuseReadOnly(service, layers, name);
  for (const store of storesAbout(layers, name)) await store.update(service, (current) => withoutAccount(current, name));
}

/** Renames an account in every store, and the pointer with it. */
export async function renameAccount(service: Service, layers: readonly Layer[], from: string, to: string): Promise<void> {
  checkKnown(layers, service.name, { name: from, chosenBy: 'explicit' });
  checkName(service.name, to, service.reserve);
  if (accountNames(layers).includes(to)) throw exists(service, to);
  refuseReadOnly(service, layers, from);
  for (const store of storesAbout(layers, from)) {
    await store.update(service, (current) => {
      if (current.accounts.has(to)) throw exists(service, to);
      const account = current.accounts.get(from);
      const moved = account === undefined ? current : setAccount(setAccount(current, from, undefined), to, account);
      return current.default === from ? setPointer(moved, to) : moved;
    });
  }
}

/** Moves the pointer, in the store whose pointer is read, else in the base store. */
export async function pointTo(service: Service, layers: readonly Layer[], name: string): Promise<void> {
  checkKnown(layers, service.name, { name, chosenBy: 'explicit' });
  const pointing = layers.filter(({ content }) => content.default !== undefined).map(({ store }) => store).find(isWritable);
  const store = pointing ?? baseStore(layers.map((layer) => layer.store));
  await store.update(service, (current) => setPointer(current, name));
}
