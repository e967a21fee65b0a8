import { Command } from '@commander-js/extra-typings';

import { ACCOUNT, ALLOW, AT_URL, LIVE, PLAN } from '../../session/session-options.js';
import type { FlagsOf } from '../../terminal/option-values.js';

const HELP = `
Inside:
  1 + 1                 an expression prints its value
  :docs [page]          read the documentation
  :help                 list these commands
  Tab                   completes names; an unfinished line continues on the next
  Ctrl-C                stops what is running; Ctrl-D leaves`;

/** `segment-lua repl`. */
export const declareRepl = () =>
  new Command('repl')
    .description('Try Lua line by line, with Segment at hand.')
    .addOption(LIVE)
    .addOption(AT_URL)
    .addOption(ACCOUNT)
    .addOption(ALLOW)
    .addOption(PLAN)
    .addHelpText('after', HELP);

/** The options of `segment-lua repl`. */
export type ReplFlags = FlagsOf<typeof declareRepl>;
