import { Command, Option } from '@commander-js/extra-typings';

import { type FlagsOf, parseAddress } from '../../terminal/option-values.js';

const HELP = `
Examples:
  $ segment-lua accounts add production --region eu          asks for the write key and the API token
  $ segment-lua accounts add staging < staging.json          {"writeKey": "…", "apiToken": "…"}
  $ pass segment/key | segment-lua accounts add shop --write-key-stdin
  $ segment-lua accounts add shop --api-token-env SHOP_TOKEN
  $ segment-lua accounts set staging --plan staging.json     its events are held to this tracking plan
  $ segment-lua accounts export --with-secrets --output accounts.json
  $ segment-lua accounts import accounts.json

Credentials are never taken from the command line, where others could read them. SEGMENT_WRITE_KEY, SEGMENT_API_TOKEN,
SEGMENT_PRODUCTION_WRITE_KEY, … in the environment go before what is stored.`;

/** `segment-lua accounts …`, still without its verbs. */
export const declareAccounts = () =>
  new Command('accounts')
    .description('List, add, change and try the accounts that --live uses.')
    .addHelpText('after', HELP);

const declareVerb = (name: string, description: string) =>
  new Command(name).description(description).option('--json', 'print JSON');

/** `segment-lua accounts list`. */
export const declareList = () => declareVerb('list', 'list the accounts; * marks the default');

/** `segment-lua accounts show [name]`. */
export const declareShow = () =>
  declareVerb('show', 'show one account, its credentials masked').argument(
    '[name]',
    'the account; the default if absent',
  );

/** `segment-lua accounts test [name]`. */
export const declareTest = () =>
  declareVerb('test', "try an account's API token against Segment")
    .argument('[name]', 'the account; the default if absent')
    .option('--url <address>', 'try it against what listens there', parseAddress);

/** `segment-lua accounts explain [name]`. */
export const declareExplain = () =>
  declareVerb('explain', 'say where each credential of an account comes from').argument(
    '[name]',
    'the account; the default if absent',
  );

const PLAN_OF = new Option('--plan <file>', 'the tracking plan that its events are held to');

/** `segment-lua accounts add <name>`. */
export const declareAdd = () =>
  declareVerb('add', 'add an account, or change one; asks for credentials, or reads JSON from standard input')
    .argument('<name>', 'the account')
    .option('--region <region>', 'us or eu')
    .option('--token-owner <who>', "e-mail or id of the API token's owner")
    .addOption(PLAN_OF)
    .option('--write-key-stdin', 'standard input is the write key')
    .option('--api-token-stdin', 'standard input is the API token')
    .option('--write-key-env <variable>', 'the variable that holds the write key')
    .option('--api-token-env <variable>', 'the variable that holds the API token')
    .option('--write-key-file <file>', 'the file that holds the write key')
    .option('--api-token-file <file>', 'the file that holds the API token');

/** `segment-lua accounts set <name>`. */
export const declareSet = () =>
  declareVerb('set', 'change what is no credential of an account')
    .argument('<name>', 'the account')
    .addOption(new Option('--region <region>', 'us or eu'))
    .option('--token-owner <who>', "e-mail or id of the API token's owner")
    .addOption(PLAN_OF)
    .option('--no-plan', 'hold its events to none');

/** `segment-lua accounts remove <name>`. */
export const declareRemove = () => declareVerb('remove', 'forget an account').argument('<name>', 'the account');

/** `segment-lua accounts rename <from> <to>`. */
export const declareRename = () => declareVerb('rename', 'rename an account').argument('<from>').argument('<to>');

/** `segment-lua accounts default <name>`. */
export const declareDefault = () =>
  declareVerb('default', 'choose the account that unqualified calls use').argument('<name>', 'the account');

/** `segment-lua accounts export`. */
export const declareExport = () =>
  declareVerb('export', 'write the accounts as JSON, without credentials unless they are asked for')
    .option('-o, --output <file>', 'a new file, which only you may read; else standard output')
    .option('--with-secrets', 'with the credentials, readable; needs --output');

/** `segment-lua accounts import [file]`. */
export const declareAccountImport = () =>
  declareVerb(
    'import',
    'add the accounts that export wrote, or change those that are there: all of them or none',
  ).argument('[file]', 'JSON: {"NAME": {"writeKey": "…", "apiToken": "…"}}; - reads standard input', '-');

/** The options that every verb has. */
export type JsonFlag = FlagsOf<typeof declareList>;

/** The options of `segment-lua accounts test`. */
export type TestFlags = FlagsOf<typeof declareTest>;

/** The options of `segment-lua accounts add`. */
export type AddFlags = FlagsOf<typeof declareAdd>;

/** The options of `segment-lua accounts set`. */
export type SetFlags = FlagsOf<typeof declareSet>;

/** The options of `segment-lua accounts export`. */
export type ExportFlags = FlagsOf<typeof declareExport>;
