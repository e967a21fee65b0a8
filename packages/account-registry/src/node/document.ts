import { accountError } from '../account-error.js';
import { isTree, readAccount, readEncryption, type Tree, without, writeAccount } from '../account-record.js';
import type { StoredAccount, StoredService } from '../store.js';

/** How a tree is written down. */
export interface DocumentFormat {
  /** Reads a text; throws or rejects when it is not of this format. */
  parse(text: string): unknown;
  /** Writes the tree, keeping what can be kept of the text before (comments, order). */
  write(tree: Tree, before: string): string | Promise<string>;
}

const version = 1;

/** What a file that is not there says. */
export const emptyTree: Tree = { version, services: {} };

const child = (tree: Tree, key: string): Tree => {
  const found = Object.hasOwn(tree, key) ? tree[key] : undefined;
  return isTree(found) ? found : {};
};
/** What each version of the file must go through to become the next. Version 0, without a number, is services alone. */
const migrations: readonly ((tree: Tree) => Tree)[] = [
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
 * @throws AccountError `unsupported_version` for a file of a later version; anything else it throws means the text is
 *   corrupt.
 */
export async function parseDocument(text: string, format: DocumentFormat, path: string): Promise<Tree> {
  const tree = await format.parse(text);
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

/** What a tree holds for a service. */
export function serviceOf(tree: Tree, service: string): StoredService {
  const found = child(child(tree, 'services'), service);
  const accounts = new Map<string, StoredAccount>();
  for (const [name, account] of Object.entries(child(found, 'accounts')))
    if (isTree(account)) accounts.set(name, readAccount(account));
  const pointer = found['default'];
  return {
    accounts,
    ...(typeof pointer === 'string' ? { default: pointer } : {}),
    ...readEncryption(found['encryption']),
    rest: found,
  };
}

/** The tree with a service as it should be, and everything else in it as it was. */
export function withService(
  tree: Tree,
  service: string,
  { accounts, default: pointer, encryption, rest }: StoredService,
): Tree {
  const kept = isTree(rest)
    ? without(rest, (key) => key === 'default' || key === 'encryption' || key === 'accounts')
    : {};
  const written = {
    ...kept,
    ...(pointer === undefined ? {} : { default: pointer }),
    ...(encryption === undefined ? {} : { encryption }),
    accounts: Object.fromEntries([...accounts].map(([name, account]) => [name, writeAccount(account)])),
  };
  return { ...tree, services: { ...child(tree, 'services'), [service]: written } };
}
