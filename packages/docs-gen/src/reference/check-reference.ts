import { DocsError } from './docs-error.js';
import { isLuaIdentifier } from './names.js';
import type { Reference } from './reference.js';

/**
 * Refuses a reference no script could follow.
 * @throws DocsError that names what is wrong, where, and what would do.
 */
export const checkReference = ({
  namespace,
  operations,
  accounts,
  errors = [],
  groups = [],
  events = [],
}: Reference): void => {
  const names = [
    ...operations.map(({ name }) => name),
    ...groups.flatMap((group) => group.operations.map(({ name }) => name)),
  ];
  for (const part of namespace.split('.')) expectLuaName(part, `namespace '${namespace}'`);
  for (const name of names) expectLuaName(name, `operation '${name}'`);
  for (const name of accounts?.names ?? []) expectLuaName(name, `account '${name}'`);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new DocsError(`operation '${twice}' is in the table twice; give each its own name`);
  const expectOperation = (name: string, where: string) => {
    if (!names.includes(name))
      throw new DocsError(`${where} names '${name}', which is no operation; one of ${names.join(', ')} expected`);
  };
  for (const { name } of groups) expectPageName(name, groups, names);
  for (const { name, also = [] } of groups) for (const one of also) expectOperation(one, `group '${name}'`);
  for (const { name, operation } of events) expectOperation(operation, `event '${name}'`);
  if (accounts) expectOperation(accounts.example, 'accounts.example');
  for (const { code, operations: own = [] } of errors) for (const name of own) expectOperation(name, `error '${code}'`);
};

const expectPageName = (name: string, groups: readonly { readonly name: string }[], operations: readonly string[]) => {
  if (!/^[a-z0-9]+([-_][a-z0-9]+)*$/.test(name))
    throw new DocsError(
      `group '${name}': small letters and digits with dashes between expected, like 'tracking-plans'`,
    );
  if (operations.includes(name)) throw new DocsError(`group '${name}' has the name of an operation; give it another`);
  if (groups.filter((group) => group.name === name).length > 1)
    throw new DocsError(`group '${name}' is there twice; give each its own name`);
};

const expectLuaName = (name: string, where: string): void => {
  if (!isLuaIdentifier(name)) {
    throw new DocsError(
      `${where}: '${name}' is no Lua name; letters, digits and underscores expected, no digit first, no Lua keyword`,
    );
  }
};
