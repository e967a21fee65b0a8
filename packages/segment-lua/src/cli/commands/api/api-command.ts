import { Command } from '@commander-js/extra-typings';

import { ACCOUNT, ALLOW, AT_URL, LIVE } from '../../session/session-options.js';
import type { FlagsOf } from '../../terminal/option-values.js';

/** `segment-lua api [operation] [--field value …]`. */
export const declareApi = () =>
  new Command('api')
    .description('Call one operation, by the name it has in scripts or in TypeScript; every field is an option.')
    .argument(
      '[operation]',
      'list_destinations or listDestinations; a group such as destinations; without it, all groups',
    )
    .argument('[fields...]', '--destination-id dest1 --enabled false --settings \'{"a":1}\' --pagination.count 10')
    .addOption(LIVE)
    .addOption(AT_URL)
    .addOption(ACCOUNT)
    .addOption(ALLOW)
    .option('--data <json>', 'fields as one JSON object; @file reads a file, - standard input')
    .option('--all', 'read a list to its end; so it is unless --pagination asks for a page')
    .option('--dry-run', 'check the call and show its request; send nothing')
    .option('--json', 'print the whole result as JSON')
    .helpOption(false)
    .option('-h, --help', 'what an operation takes, what is in a group, which groups there are')
    .allowUnknownOption();

/** The options of `segment-lua api`. */
export type ApiFlags = FlagsOf<typeof declareApi>;
