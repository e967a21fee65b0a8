import { Command } from '@commander-js/extra-typings';

import { ALLOW } from '../../session/session-options.js';
import type { FlagsOf } from '../../terminal/option-values.js';

const HELP = `
Examples:
  $ segment-lua tokens add tokens.json ci --account staging --read-only
  $ segment-lua tokens add tokens.json shop --account shop --allow delete_source --policy shop-policy.json
  $ segment-lua tokens list tokens.json
  $ segment-lua tokens remove tokens.json ci
  $ segment-lua mcp --http --port 8787 --tokens tokens.json --live

The file holds the SHA-256 of each token, never the token: that is printed once, when it is made. A server that has the
file takes changes with the next request.`;

/** `segment-lua tokens …`, still without its verbs. */
export const declareTokens = () =>
  new Command('tokens')
    .description('Make and take back the tokens by which agents use a server of segment-lua mcp --http.')
    .addHelpText('after', HELP);

const declareVerb = (name: string, description: string) =>
  new Command(name).description(description).argument('<file>', 'the file of tokens').option('--json', 'print JSON');

/** `segment-lua tokens list <file>`. */
export const declareTokenList = () => declareVerb('list', 'list the tokens, and what each may do');

/** `segment-lua tokens add <file> <name>`. */
export const declareTokenAdd = () =>
  declareVerb('add', 'make a token, and print it: the only time that it can be seen')
    .argument('<name>', 'the name of the token, for logs and metrics')
    .option(
      '--account <name>',
      'an account that it may use, the first being the default; may be repeated. All if left out',
      (name: string, others: readonly string[]) => [...others, name],
      [] as readonly string[],
    )
    .option('--policy <file>', 'a policy of its own, from the folder of the tokens on')
    .addOption(ALLOW)
    .option('--read-only', 'scripts may only read')
    .option('--metrics', 'it may read /metrics');

/** `segment-lua tokens remove <file> <name>`. */
export const declareTokenRemove = () =>
  declareVerb('remove', 'take a token back').argument('<name>', 'the name of the token');

/** The options of `segment-lua tokens list` and `remove`. */
export type TokenFlags = FlagsOf<typeof declareTokenList>;

/** The options of `segment-lua tokens add`. */
export type TokenAddFlags = FlagsOf<typeof declareTokenAdd>;
