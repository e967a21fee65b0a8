import { Command } from 'commander';
import { origin } from './option-values.js';

const HELP = `
Examples:
  $ segment-lua accounts add production --region eu      asks for the write key and the API token
  $ segment-lua accounts add staging < staging.json      {"writeKey": "…", "apiToken": "…"}
  $ segment-lua accounts default production
  $ segment-lua accounts test

Credentials are never taken from the command line, where others could read them. SEGMENT_WRITE_KEY, SEGMENT_API_TOKEN,
SEGMENT_PRODUCTION_WRITE_KEY, … in the environment go before what is stored.`;

/** The options of `segment-lua accounts test`. */
export interface TestFlags {
  readonly url?: string;
}

/** The options of `segment-lua accounts list`. */
export interface ListFlags {
  readonly json?: true;
}

const load = () => import('./accounts.js');

/** `segment-lua accounts …`. */
export const accountsCommand = (): Command => {
  const accounts = new Command('accounts').description('List, add, change and try the accounts that --live uses.').addHelpText('after', HELP);
  accounts
    .command('list', { isDefault: true })
    .description('list the accounts; * marks the default')
    .option('--json', 'print JSON')
    .action(async (flags: ListFlags) => (await load()).listAccounts(flags));
  accounts
    .command('add <name>')
    .description('add an account, or replace the credentials of one; asks for them, or reads JSON from standard input')
    .option('--region <region>', 'us or eu')
    .option('--token-owner <who>', "e-mail or id of the API token's owner")
    .action(async (name: string, flags: Record<string, string>) => (await load()).addAccount(name, flags));
  accounts
    .command('remove <name>')
    .description('forget an account')
    .action(async (name: string) => (await load()).removeAccount(name));
  accounts
    .command('rename <from> <to>')
    .description('rename an account')
    .action(async (from: string, to: string) => (await load()).renameAccount(from, to));
  accounts
    .command('default <name>')
    .description('choose the account that unqualified calls use')
    .action(async (name: string) => (await load()).chooseDefault(name));
  accounts
    .command('test [name]')
    .description("try an account's API token against Segment")
    .option('--url <origin>', 'try it against what listens there', origin)
    .action(async (name: string | undefined, flags: TestFlags) => (await load()).testAccount(name, flags));
  accounts
    .command('explain [name]')
    .description('say where each credential of an account comes from')
    .action(async (name: string | undefined) => (await load()).explainAccount(name));
  return accounts;
};
