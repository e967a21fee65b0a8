import { AccountError } from '../../accounts/account-error.js';
import type { StoredAccount, StoredService } from '../../accounts/store.js';
import { isTree, omitKeys, readAccount, readEncryption, type Tree, writeAccount } from '../account-record.js';
import { Malformed } from './malformed.js';

/** How a tree is written down. */
export interface DocumentFormat {
  /** Reads a text; throws or rejects with `Malformed` when it is not of this format. */
  parse(text: string): unknown;
  /** Writes the tree, keeping what can be kept of the text before (comments, order). */
  write(tree: Tree, before: string): string | Promise<string>;
}

const VERSION = 1;

/** What a file that is not there says. */
export const EMPTY_TREE: Tree = { version: VERSION, services: {} };

/** What each version of the file must go through to become the next. Version 0, without a number, is services alone. */
const MIGRATIONS: readonly ((tree: Tree) => Tree)[] = [
  (tree) => ({
    services: Object.fromEntries(
      Object.entries(tree)
        .filter(([key]) => key !== 'version')
        .map(([service, accounts]) => [service, { accounts }]),
    ),
  }),
];

/**
 * Reads a file's text as a tree of the present version.
 * @throws AccountError `unsupported_version` for a file of a later version.
 * @throws Malformed when the text is not one of accounts.
 */
export async function parseDocument(text: string, format: DocumentFormat, path: string): Promise<Tree> {
  const tree = await format.parse(text);
  if (!isTree(tree)) throw new Malformed('it is not an object');
  const found = tree['version'] ?? 0;
  if (typeof found !== 'number') throw new Malformed('its version is not a number');
  if (found > VERSION) {
    const message = `${path}: written by a later version (${found}; this one knows ${VERSION}); nothing was changed. Upgrade this program`;
    throw new AccountError('unsupported_version', message, { store: 'file', path });
  }
  const migrated = MIGRATIONS.slice(found).reduce((older, migrate) => migrate(older), tree);
  return { ...migrated, version: VERSION };
}

/**
 * What a tree holds for a service.
 * @throws Malformed when something that is no account stands in the place of one: a change would take it away.
 */
export function readService(tree: Tree, service: string): StoredService {
  const found = readChild(tree, ['services', service]);
  const accounts = new Map<string, StoredAccount>();
  for (const name of Object.keys(readChild(tree, ['services', service, 'accounts'])))
    accounts.set(name, readAccount(readChild(tree, ['services', service, 'accounts', name])));
  const pointer = found['default'];
  return {
    accounts,
    ...(typeof pointer === 'string' ? { default: pointer } : {}),
    ...readEncryption(found['encryption']),
    rest: found,
  };
}

/** The tree with a service as it should be, and everything else in it as it was. */
export function setService(
  tree: Tree,
  service: string,
  { accounts, default: pointer, encryption, rest }: StoredService,
): Tree {
  const kept = isTree(rest)
    ? omitKeys(rest, (key) => key === 'default' || key === 'encryption' || key === 'accounts')
    : {};
  const written = {
    ...kept,
    ...(pointer === undefined ? {} : { default: pointer }),
    ...(encryption === undefined ? {} : { encryption }),
    accounts: Object.fromEntries([...accounts].map(([name, account]) => [name, writeAccount(account)])),
  };
  return { ...tree, services: { ...readChild(tree, ['services']), [service]: written } };
}

function readChild(tree: Tree, path: readonly string[]): Tree {
  const [key = '', ...deeper] = path;
  const found = Object.hasOwn(tree, key) ? tree[key] : {};
  if (!isTree(found)) throw new Malformed(`its '${key}' is not an object`);
  return deeper.length > 0 ? readChild(found, deeper) : found;
}
