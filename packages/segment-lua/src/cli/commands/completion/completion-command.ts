import { Argument, Command } from '@commander-js/extra-typings';

/** The shells that completion is offered for. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;

/** A shell that completion is offered for. */
export type Shell = (typeof SHELLS)[number];

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
