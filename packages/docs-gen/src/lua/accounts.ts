import type { Reference, ReferenceAccounts } from '../reference/reference.js';

/** The multi-account section's Lua code. Its calls take `...` as it stands: the reader fills it in. */
export const renderLuaAccounts = (reference: Pick<Reference, 'namespace'>, accounts: ReferenceAccounts): string => {
  const call = (account: string) => `${reference.namespace}${account}.${accounts.example}({...})`;
  return [
    '-- Default account (always works)',
    call(''),
    '',
    '-- Explicit default (portable across setups)',
    call('.default'),
    '',
    '-- Named accounts',
    ...accounts.names.map((name) => call(`.${name}`)),
  ].join('\n');
};
