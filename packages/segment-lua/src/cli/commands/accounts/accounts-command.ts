import { Command } from 'commander';

import { origin } from '../../terminal/option-values.js';

const HELP = `
Examples:
  $ segment-lua accounts add production --region eu          asks for the write key and the API token
  $ segment-lua accounts add staging < staging.json          {"writeKey": "…", "apiToken": "…"}
  $ pass segment/key | segment-lua accounts add shop --write-key-stdin
  $ segment-lua accounts add shop --api-token-env SHOP_TOKEN
  $ segment-lua accounts export --with-secrets --output accounts.json
  $ segment-lua accounts import accounts.json

Credentials are never taken from the command line, where others could read them. SEGMENT_WRITE_KEY, SEGMENT_API_TOKEN,
SEGMENT_PRODUCTION_WRITE_KEY, … in the environment go before what is stored.`;

/** What every verb takes. */
export interface JsonFlag {
  readonly json?: true;
}

/** The options of `segment-lua accounts add`. */
export interface AddFlags extends JsonFlag {
  readonly region?: string;
  readonly tokenOwner?: string;
  readonly writeKeyStdin?: true;
  readonly apiTokenStdin?: true;
  readonly writeKeyEnv?: string;
  readonly apiTokenEnv?: string;
}

/** The options of `segment-lua accounts test`. */
export interface TestFlags extends JsonFlag {
  readonly url?: string;
}

/** The options of `segment-lua accounts export`. */
export interface ExportFlags extends JsonFlag {
  readonly output?: string;
  readonly withSecrets?: true;
}

const load = () => import('./accounts.js');
const loadTransfer = () => import('./accounts-transfer.js');

const verb = (name: string, description: string): Command =>
  new Command(name).description(description).option('--json', 'print JSON');

const readers = (): Command[] => [
  verb('list', 'list the accounts; * marks the default').action(async (flags: JsonFlag) =>
    (await load()).listAccounts(flags),
  ),
  verb('show', 'show one account, its credentials masked')
    .argument('[name]', 'the account; the default if absent')
    .action(async (name: string | undefined, flags: JsonFlag) => (await load()).showAccount(name, flags)),
  verb('test', "try an account's API token against Segment")
    .argument('[name]', 'the account; the default if absent')
    .option('--url <origin>', 'try it against what listens there', origin)
    .action(async (name: string | undefined, flags: TestFlags) => (await load()).testAccount(name, flags)),
  verb('explain', 'say where each credential of an account comes from')
    .argument('[name]', 'the account; the default if absent')
    .action(async (name: string | undefined, flags: JsonFlag) => (await load()).explainAccount(name, flags)),
];

const addVerb = (): Command =>
  verb('add', 'add an account, or change one; asks for credentials, or reads JSON from standard input')
    .argument('<name>', 'the account')
    .option('--region <region>', 'us or eu')
    .option('--token-owner <who>', "e-mail or id of the API token's owner")
    .option('--write-key-stdin', 'standard input is the write key')
    .option('--api-token-stdin', 'standard input is the API token')
    .option('--write-key-env <variable>', 'the variable that holds the write key')
    .option('--api-token-env <variable>', 'the variable that holds the API token')
    .action(async (name: string, flags: AddFlags) => (await load()).addAccount(name, flags));

const writers = (): Command[] => [
  addVerb(),
  verb('remove', 'forget an account')
    .argument('<name>', 'the account')
    .action(async (name: string, flags: JsonFlag) => (await load()).removeAccount(name, flags)),
  verb('rename', 'rename an account')
    .argument('<from>')
    .argument('<to>')
    .action(async (from: string, to: string, flags: JsonFlag) => (await load()).renameAccount(from, to, flags)),
  verb('default', 'choose the account that unqualified calls use')
    .argument('<name>', 'the account')
    .action(async (name: string, flags: JsonFlag) => (await load()).chooseDefault(name, flags)),
];

const transfers = (): Command[] => [
  verb('export', 'write the accounts as JSON, without credentials unless they are asked for')
    .option('-o, --output <file>', 'a new file, which only you may read; else standard output')
    .option('--with-secrets', 'with the credentials, readable; needs --output')
    .action(async (flags: ExportFlags) => (await loadTransfer()).exportAccounts(flags)),
  verb('import', 'add the accounts that export wrote, or change those that are there: all of them or none')
    .argument('[file]', 'JSON: {"NAME": {"writeKey": "…", "apiToken": "…"}}; - reads standard input', '-')
    .action(async (file: string, flags: JsonFlag) => (await loadTransfer()).importAccounts(file, flags)),
];

/** `segment-lua accounts …`. */
export const accountsCommand = (): Command => {
  const accounts = new Command('accounts')
    .description('List, add, change and try the accounts that --live uses.')
    .addHelpText('after', HELP);
  const [list, ...rest] = [...readers(), ...writers(), ...transfers()];
  if (list) accounts.addCommand(list, { isDefault: true });
  for (const command of rest) accounts.addCommand(command);
  return accounts;
};
