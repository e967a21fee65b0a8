import type { EncryptionHeader, PreviousValue, StoredAccount } from '../accounts/store.js';

/** Plain data as a store writes it down, with keys of others that are kept as they are. */
export type Tree = Readonly<Record<string, unknown>>;

/** Whether plain data is an object with keys. */
export function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The same object without some of its keys. */
export function omitKeys(tree: Tree, unwanted: (key: string, value: unknown) => boolean): Tree {
  return Object.fromEntries(Object.entries(tree).filter(([key, value]) => !unwanted(key, value)));
}

const NOTHING_REPLACED: ReadonlyMap<string, PreviousValue> = new Map();

/** Reads an account as it is written down: its fields by name, and under `previous` the values that were replaced. */
export function readAccount(record: Tree): StoredAccount {
  const fields = new Map<string, string>();
  for (const field of Object.keys(record)) {
    const text = toText(record[field]);
    if (text !== undefined) fields.set(field, text);
  }
  return { fields, previous: readPrevious(record['previous']), rest: record };
}

/** Writes an account down, with everything that was there besides its fields. */
export function writeAccount({ fields, previous, rest }: StoredAccount): Tree {
  const isGone = (key: string, value: unknown): boolean =>
    key === 'previous' || (toText(value) !== undefined && !fields.has(key));
  const kept = isTree(rest) ? omitKeys(rest, isGone) : {};
  return {
    ...kept,
    ...Object.fromEntries(fields),
    ...(previous.size > 0 ? { previous: Object.fromEntries(previous) } : {}),
  };
}

/** Reads how a service is encrypted. */
export function readEncryption(record: unknown): { readonly encryption?: EncryptionHeader } {
  return isTree(record) ? { encryption: record as EncryptionHeader } : {};
}

function toText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;
}

function readPrevious(record: unknown): ReadonlyMap<string, PreviousValue> {
  if (!isTree(record)) return NOTHING_REPLACED;
  const previous = new Map<string, PreviousValue>();
  for (const [field, replaced] of Object.entries(record)) {
    const { value, until } = isTree(replaced) ? replaced : {};
    if (typeof value === 'string' && typeof until === 'string') previous.set(field, { value, until });
  }
  return previous;
}
