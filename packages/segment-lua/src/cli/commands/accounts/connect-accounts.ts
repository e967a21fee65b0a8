import type { CommandUnknownOpts } from '@commander-js/extra-typings';

import {
  declareAccountImport,
  declareAccounts,
  declareAdd,
  declareDefault,
  declareExplain,
  declareExport,
  declareList,
  declareRemove,
  declareRename,
  declareSet,
  declareShow,
  declareTest,
} from './accounts-command.js';

/** `segment-lua accounts` with its verbs, each of which loads its code when it is used. */
export const connectAccounts = (): CommandUnknownOpts => {
  const accounts: CommandUnknownOpts = declareAccounts();
  accounts.addCommand(connectList(), { isDefault: true });
  for (const verb of [...connectReaders(), ...connectWriters(), ...connectTransfers()]) accounts.addCommand(verb);
  return accounts;
};

const loadAccounts = () => import('./accounts.js');
const loadTransfer = () => import('./accounts-transfer.js');

const connectList = () => declareList().action(async (flags) => (await loadAccounts()).listAccounts(flags));

const connectReaders = (): CommandUnknownOpts[] => [
  declareShow().action(async (name, flags) => (await loadAccounts()).showAccount(name, flags)),
  declareTest().action(async (name, flags) => (await loadAccounts()).testAccount(name, flags)),
  declareExplain().action(async (name, flags) => (await loadAccounts()).explainAccount(name, flags)),
];

const connectWriters = (): CommandUnknownOpts[] => [
  declareSet().action(async (name, flags) => (await loadAccounts()).setFields(name, flags)),
  declareAdd().action(async (name, flags) => (await loadAccounts()).addAccount(name, flags)),
  declareRemove().action(async (name, flags) => (await loadAccounts()).removeAccount(name, flags)),
  declareRename().action(async (from, to, flags) => (await loadAccounts()).renameAccount(from, to, flags)),
  declareDefault().action(async (name, flags) => (await loadAccounts()).chooseDefault(name, flags)),
];

const connectTransfers = (): CommandUnknownOpts[] => [
  declareExport().action(async (flags) => (await loadTransfer()).exportAccounts(flags)),
  declareAccountImport().action(async (file, flags) => (await loadTransfer()).importAccounts(file, flags)),
];
