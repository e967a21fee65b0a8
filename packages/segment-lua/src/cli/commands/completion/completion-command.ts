import { Argument, Command } from 'commander';

import { say } from '../../terminal/terminal.js';
import { completionScript, type Shell, SHELLS } from './completion-script.js';

const HELP = `
Examples:
  $ source <(segment-lua completion bash)             for this shell; put it into ~/.bashrc to keep it
  $ segment-lua completion fish > ~/.config/fish/completions/segment-lua.fish`;

/** `segment-lua completion <shell>`. */
export const completionCommand = (): Command => {
  const command = new Command('completion');
  return command
    .description('Print a script that completes commands and options in your shell.')
    .addArgument(new Argument('<shell>', 'the shell').choices(SHELLS))
    .addHelpText('after', HELP)
    .action((shell: Shell) => {
      say(completionScript(shell, command.parent ?? command));
    });
};
