import { Argument, Command } from '@commander-js/extra-typings';

import { SHELLS } from './completion-script.js';

const HELP = `
Examples:
  $ source <(segment-lua completion bash)             for this shell; put it into ~/.bashrc to keep it
  $ segment-lua completion fish > ~/.config/fish/completions/segment-lua.fish`;

/** `segment-lua completion <shell>`. */
export const declareCompletion = () =>
  new Command('completion')
    .description('Print a script that completes commands and options in your shell.')
    .addArgument(new Argument('<shell>', 'the shell').choices(SHELLS))
    .addHelpText('after', HELP);
