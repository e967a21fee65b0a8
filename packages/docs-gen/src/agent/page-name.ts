import type { Reference } from '../reference.js';
import { fileStem } from '../target.js';
import { methodOf } from '../typescript/method.js';

/**
 * The name of the page somebody asks for: `app.integrations.segment.production.track()`, `segment.track` and `track`
 * are all `track`; the namespace, with or without its leading parts, is the short reference.
 */
export const pageName = (reference: Reference, asked: string): string => {
  const name = withoutNamespace(
    reference.namespace,
    asked
      .trim()
      .replace(/\(.*$/s, '')
      .replace(/\.md$|^guides\//g, ''),
  );
  if (name === '') return fileStem(reference);
  const own = withoutAccount(reference, name);
  return reference.operations.find((operation) => methodOf(operation) === own)?.name ?? own;
};

const withoutNamespace = (namespace: string, name: string): string => {
  const parts = namespace.split('.');
  const prefix = parts
    .map((_, index) => parts.slice(index).join('.'))
    .find((candidate) => `${name}.`.startsWith(`${candidate}.`));
  return prefix === undefined ? name : name.slice(prefix.length + 1);
};

const withoutAccount = ({ accounts }: Reference, name: string): string => {
  const [account = '', ...rest] = name.split('.');
  return rest.length > 0 && accounts && ['default', ...accounts.names].includes(account) ? rest.join('.') : name;
};
