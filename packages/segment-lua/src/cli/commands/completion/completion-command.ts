import { Argument, Command } from '@commander-js/extra-typings';

/** The shells that completion is offered for. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;

/** A shell that completion is offered for. */
export type Shell = (typeof SHELLS)[number];

const HELP = `
Examples:
  $ source <(segment-lua completion bash)             for this shell; put it into ~/.bashrc to keep it
  $ source <(segment-lua completion zsh)              the same for zsh, in ~/.zshrc
  $ segment-lua completion fish | source              the same for fish, in ~/.config/fish/config.fish

What may come after the words of an unfinished line is asked of segment-lua itself:
  $ segment-lua completion bash -- docs tra`;

/** `segment-lua completion <shell> [-- words…]`. */
export const declareCompletion = () =>
  new Command('completion')
    .description('Print a script that completes commands, options, their values and files in your shell.')
    .addArgument(new Argument('<shell>', 'the shell').choices(SHELLS))
    .argument('[words...]', 'after --: the words of an unfinished line; the last of them is completed')
    .addHelpText('after', HELP);
