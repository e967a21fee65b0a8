import { accountError } from '../account-error.js';
import { type EncryptionHeader, type StoredAccount, type StoredService, keptText } from '../store.js';

/** A file's content: plain data, with keys of others that are kept as they are. */
export type Tree = Readonly<Record<string, unknown>>;

/** How a tree is written down. */
export interface DocumentFormat {
  readonly name: string;
  parse(text: string): unknown;
  /** Writes the tree, keeping what can be kept of the text before (comments, order). */
  write(tree: Tree, before: string): string;
}

const version = 1;

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);
const child = (tree: Tree, key: string): Tree => {
  const found = Object.hasOwn(tree, key) ? tree[key] : undefined;
  return isTree(found) ? found : {};
};
/** What each version of the file must go through to become the next. Version 0, without a number, is services alone. */
const migrations: readonly ((tree: Tree) => Tree)[] = [
  (tree) => ({
    services: Object.fromEntries(Object.entries(tree).filter(([key]) => key !== 'version').map(([service, accounts]) => [service, { accounts }])),
  }),
];

/**
 * Reads a file's text as a tree of the present version.
 * @throws AccountError `unsupported_version` for a file of a later version; anything else it throws means the text is corrupt.
 */
export function parseDocument(text: string, format: DocumentFormat, path: string): Tree {
  const tree = format.parse(text);
  if (!isTree(tree)) throw new TypeError('not an object');
  const found = tree['version'] ?? 0;
  if (typeof found !== 'number') throw new TypeError('its version is not a number');
  if (found > version) {
    const message = `${path}: written by a later version (${found}; this one knows ${version}); nothing was changed. Upgrade this program`;
    throw accountError('unsupported_version', message, { store: 'file', path });
  }
  const migrated = migrations.slice(found).reduce((older, migrate) => migrate(older), tree);
  if (!isTree(migrated['services'] ?? {})) throw new TypeError('its services are not an object');
  return { ...migrated, version };
}

const asText = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;

const without = (tree: Tree, unwanted: (key: string, value: unknown) => boolean): Tree =>
  Object.fromEntries(Object.entries(tree).filter(([key, value]) => !unwanted(key, value)));

function readAccount(tree: Tree): StoredAccount {
  const fields = Object.entries(tree).flatMap(([field, value]) => {
    const text = asText(value);
    return text === undefined ? [] : [[field, text] as const];
  });
  const previous = Object.entries(child(tree, 'previous')).flatMap(([field, replaced]) => {
    const { value, until } = isTree(replaced) ? replaced : {};
    return typeof value === 'string' && typeof until === 'string' ? [[field, { value, until }] as const] : [];
  });
  return { fields: new Map(fields), previous: new Map(previous), rest: tree };
}

function writeAccount({ fields, previous, rest }: StoredAccount): Tree {
  const kept = isTree(rest) ? without(rest, (key, value) => key === 'previous' || (asText(value) !== undefined && !fields.has(key))) : {};
  const texts = [...fields].map(([field, value]) => [field, keptText(value)] as const);
  const replaced = [...previous].map(([field, { value, until }]) => [field, { value: keptText(value), until }] as const);
  return { ...kept, ...Object.fromEntries(texts), ...(replaced.length > 0 ? { previous: Object.fromEntries(replaced) } : {}) };
}

/** What a tree holds for a service. */
export function serviceOf(tree: Tree, service: string): StoredService {
  const found = child(child(tree, 'services'), service);
  const accounts = Object.entries(child(found, 'accounts')).filter((entry): entry is [string, Tree] => isTree(entry[1]));
  const { default: pointer, encryption } = found;
  return {
    accounts: new Map(accounts.map(([name, account]) => [name, readAccount(account)])),
    ...(typeof pointer === 'string' ? { default: pointer } : {}),
    ...(isTree(encryption) ? { encryption: encryption as EncryptionHeader } : {}),
    rest: found,
  };
}

/** The tree with a service as it should be, and everything else in it as it was. */
export function withService(tree: Tree, service: string, { accounts, default: pointer, encryption, rest }: StoredService): Tree {
  const kept = isTree(rest) ? without(rest, (key) => key === 'default' || key === 'encryption' || key === 'accounts') : {};
  const written = {
    ...kept,
    ...(pointer === undefined ? {} : { default: pointer }),
    ...(encryption === undefined ? {} : { encryption }),
    accounts: Object.fromEntries([...accounts].map(([name, account]) => [name, writeAccount(account)])),
  };
  return { ...tree, services: { ...child(tree, 'services'), [service]: written } };
}
