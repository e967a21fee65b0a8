import type { Command } from 'commander';

/** A shell that completion is offered for. */
export type Shell = 'bash' | 'zsh' | 'fish';

/** The shells that completion is offered for. */
export const SHELLS: readonly Shell[] = ['bash', 'zsh', 'fish'];

/** What can follow one command: its subcommands and its long options, each with a line about it. */
interface Words {
  readonly command: string;
  readonly entries: readonly { readonly word: string; readonly about: string }[];
}

const wordsOf = (command: Command): Words => ({
  command: command.name(),
  entries: [
    ...command.commands.map((sub) => ({ word: sub.name(), about: sub.description() })),
    ...command.options.flatMap(({ long, description }) => (long ? [{ word: long, about: description }] : [])),
  ],
});

const joined = ({ entries }: Words): string => entries.map(({ word }) => word).join(' ');

const bash = (program: Command): string => {
  const branches = program.commands.map(wordsOf).map((words) => `    ${words.command}) words="${joined(words)}" ;;`);
  return [
    '_segment_lua() {',
    '  local words',
    '  case "${COMP_WORDS[1]}" in',
    ...branches,
    `    *) words="${joined(wordsOf(program))}" ;;`,
    '  esac',
    '  COMPREPLY=($(compgen -W "$words" -- "${COMP_WORDS[COMP_CWORD]}"))',
    '}',
    'complete -o default -F _segment_lua segment-lua',
  ].join('\n');
};

const fishQuoted = (text: string): string => `'${text.replace(/['\\]/g, '\\$&')}'`;

const fishLine = (condition: string, word: string, about: string): string => {
  const what = word.startsWith('--') ? `-l ${word.slice(2)}` : `-a ${word}`;
  return `complete -c segment-lua -n '${condition}' ${what} -d ${fishQuoted(about)}`;
};

const fish = (program: Command): string =>
  [wordsOf(program), ...program.commands.map(wordsOf)]
    .flatMap(({ command, entries }, index) => {
      const condition = index === 0 ? '__fish_use_subcommand' : `__fish_seen_subcommand_from ${command}`;
      return entries.map(({ word, about }) => fishLine(condition, word, about));
    })
    .join('\n');

const SCRIPTS: Readonly<Record<Shell, (program: Command) => string>> = {
  bash,
  zsh: (program) => `autoload -U +X bashcompinit && bashcompinit\n${bash(program)}`,
  fish,
};

/** A script for `shell` that completes the commands and options of `program`. */
export const completionScript = (shell: Shell, program: Command): string => SCRIPTS[shell](program);
