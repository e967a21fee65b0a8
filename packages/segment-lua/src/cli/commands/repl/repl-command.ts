import { Command } from 'commander';

import { origin } from '../../terminal/option-values.js';

const HELP = `
Inside:
  1 + 1                 an expression prints its value
  :docs [page]          read the documentation
  :help                 list these commands
  Tab                   completes names; an unfinished line continues on the next
  Ctrl-C                stops what is running; Ctrl-D leaves`;

/** The options of `segment-lua repl`. */
export interface ReplFlags {
  readonly live?: true;
  readonly url?: string;
  readonly account?: string;
}

/** `segment-lua repl`. */
export const replCommand = (): Command =>
  new Command('repl')
    .description('Try Lua line by line, with Segment at hand.')
    .option('--live', 'talk to Segment with your accounts, not to the simulator')
    .option('--url <origin>', 'talk to what listens there, like a simulator of segment-lua simulate', origin)
    .option('--account <name>', 'the account that unqualified calls use')
    .addHelpText('after', HELP)
    .action(async (flags: ReplFlags) => {
      const { repl } = await import('./repl.js');
      await repl(flags);
    });
