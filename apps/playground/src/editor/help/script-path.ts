import { documentation, type FunctionDoc } from '../../reference/documentation.js';
import { accountNames } from '../../state/accounts.js';

const ALIAS = /\blocal\s+([A-Za-z_]\w*)\s*=\s*([A-Za-z_][\w.]*)(?![ \t]*[\w.({"'[])/g;

/** The short names that a script gives to paths, by those names. */
export const readAliases = (source: string): ReadonlyMap<string, string> =>
  new Map([...source.matchAll(ALIAS)].map(([, name = '', target = '']) => [name, target]));

/** Writes a path out in full: after `local segment = app.integrations.segment`, `segment.track` is the long name. */
export const expandPath = (source: string, path: string): string => expandAliases(readAliases(source), path);

/** The same, where the aliases are read already. */
export const expandAliases = (aliases: ReadonlyMap<string, string>, path: string): string => {
  let [head = '', ...rest] = path.split('.');
  for (let hops = 0; hops < 5 && aliases.has(head); hops += 1) {
    const target: string[] = (aliases.get(head) ?? '').split('.');
    head = target[0] ?? '';
    rest = [...target.slice(1), ...rest];
  }
  return [head, ...rest].join('.');
};

/** What a full path stands for. */
export type PathMeaning =
  | { readonly kind: 'function'; readonly fn: FunctionDoc; readonly account?: string }
  | { readonly kind: 'account'; readonly account: string };

/** The function or account a full path names, if it names one. */
export const findMeaning = (path: string): PathMeaning | undefined => {
  const prefix = `${documentation.namespace}.`;
  if (!path.startsWith(prefix)) return undefined;
  const [first = '', second, more] = path.slice(prefix.length).split('.');
  if (more !== undefined) return undefined;
  const named = (name: string): FunctionDoc | undefined => documentation.functions.find((known) => known.name === name);
  const isAccount = accountNames.value.includes(first);
  if (second === undefined) {
    const fn = named(first);
    if (fn) return { kind: 'function', fn };
    return isAccount ? { kind: 'account', account: first } : undefined;
  }
  const fn = isAccount ? named(second) : undefined;
  return fn && { kind: 'function', fn, account: first };
};
