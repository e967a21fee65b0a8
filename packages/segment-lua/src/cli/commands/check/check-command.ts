import { Command } from '@commander-js/extra-typings';

import { PLAN } from '../../session/session-options.js';
import type { FlagsOf } from '../../terminal/option-values.js';

const HELP = `
Examples:
  $ segment-lua check scripts/*.lua
  $ segment-lua check --plan plan.json *.lua   find events and properties that are not in the plan
  $ segment-lua check --live hello.lua         know the accounts you have configured

Exit codes: 0 nothing was found; 1 something was; 2 wrong usage.`;

/** `segment-lua check <files...>`. */
export const declareCheck = () =>
  new Command('check')
    .description('Check scripts without running them: syntax, unknown functions and accounts, fields of calls.')
    .argument('<files...>', 'the scripts; - reads standard input')
    .option('--live', 'know the accounts of your configuration, not those of the simulator')
    .addOption(PLAN)
    .option('--json', 'print JSON')
    .addHelpText('after', HELP);

/** The options of `segment-lua check`. */
export type CheckFlags = FlagsOf<typeof declareCheck>;
