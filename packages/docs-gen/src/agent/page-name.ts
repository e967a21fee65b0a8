import { nameFiles, nameMethod } from '../reference/names.js';
import type { Reference } from '../reference/reference.js';

/**
 * The name of the page somebody asks for: `app.integrations.segment.production.track()`, `segment.track` and `track`
 * are all `track`; the namespace, with or without its leading parts, is the short reference.
 */
export const readPageName = (reference: Reference, asked: string): string => {
  const name = omitNamespace(
    reference.namespace,
    asked
      .trim()
      .replace(/\(.*$/s, '')
      .replace(/\.md$|^(guides|groups|events)\//g, ''),
  );
  if (name === '') return nameFiles(reference);
  const own = omitAccount(reference, name);
  const grouped = (reference.groups ?? []).flatMap(({ operations }) => operations);
  return [...reference.operations, ...grouped].find((operation) => nameMethod(operation) === own)?.name ?? own;
};

const omitNamespace = (namespace: string, name: string): string => {
  const parts = namespace.split('.');
  const prefix = parts
    .map((_, index) => parts.slice(index).join('.'))
    .find((candidate) => `${name}.`.startsWith(`${candidate}.`));
  return prefix === undefined ? name : name.slice(prefix.length + 1);
};

const omitAccount = ({ accounts }: Reference, name: string): string => {
  const [account = '', ...rest] = name.split('.');
  return rest.length > 0 && accounts && ['default', ...accounts.names].includes(account) ? rest.join('.') : name;
};
