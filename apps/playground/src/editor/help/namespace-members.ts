import type { Completion } from '@codemirror/autocomplete';
import { libraryNames } from 'virtual:library';

import { documentation } from '../../reference/documentation.js';
import { accountNames, DEFAULT_ACCOUNT } from '../../state/accounts.js';
import { renderFunctionTip, renderLibraryTip } from './documentation-tip.js';

const listFunctions = (): Completion[] =>
  documentation.functions.map((fn, index) => ({
    label: fn.name,
    type: 'function',
    detail: fn.effect === 'read' ? 'reads' : 'sends',
    boost: -index,
    info: () => renderFunctionTip(fn),
  }));

const listAccounts = (): Completion[] =>
  accountNames.value.map((name) => ({
    label: name,
    type: 'namespace',
    detail: name === DEFAULT_ACCOUNT ? 'the default account' : 'account',
    boost: -90,
  }));

const listNamespaceStep = (prefix: string): Completion[] => {
  const rest = documentation.namespace.slice(prefix.length);
  return rest.startsWith('.') ? [{ label: rest.slice(1).split('.')[0] ?? '', type: 'namespace' }] : [];
};

const listLibraryMembers = (prefix: string): Completion[] =>
  libraryNames
    .filter((name) => name.startsWith(`${prefix}.`))
    .map((name) => ({
      label: name.slice(prefix.length + 1),
      type: 'function',
      detail: prefix,
      info: () => renderLibraryTip(name) ?? null,
    }));

/** What can follow `prefix.`, where `prefix` is a full path. */
export const listMembers = (prefix: string): Completion[] => {
  const { namespace } = documentation;
  if (prefix === namespace) return [...listFunctions(), ...listAccounts()];
  if (accountNames.value.some((name) => prefix === `${namespace}.${name}`)) return listFunctions();
  return namespace.startsWith(`${prefix}.`) ? listNamespaceStep(prefix) : listLibraryMembers(prefix);
};
