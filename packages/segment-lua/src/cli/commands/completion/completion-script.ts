import type { CommandUnknownOpts } from '@commander-js/extra-typings';

import { say } from '../../terminal/terminal.js';
import { apiGroups, type ApiOperation } from '../api/api-operations.js';
import { toOption } from '../api/read-fields.js';
import type { Shell } from './completion-command.js';

/** Prints a script for `shell` that completes the commands and options of `program`. */
export const sayCompletion = (shell: Shell, program: CommandUnknownOpts): void => {
  say(writeCompletion(shell, program));
};

const writeCompletion = (shell: Shell, program: CommandUnknownOpts): string => {
  switch (shell) {
    case 'bash':
      return writeBash(program);
    case 'zsh':
      return `autoload -U +X bashcompinit && bashcompinit\n${writeBash(program)}`;
    case 'fish':
      return writeFish(program);
  }
};

const writeBash = (program: CommandUnknownOpts): string => {
  const branches = program.commands
    .map(listWords)
    .map(
      (words) => `    ${words.command}) words="${joinWords(words)}"${words.command === 'api' ? API_IN_BASH : ''} ;;`,
    );
  return [
    ...writeApiFields(),
    '_segment_lua() {',
    '  local words',
    '  case "${COMP_WORDS[1]}" in',
    ...branches,
    `    *) words="${joinWords(listWords(program))}" ;;`,
    '  esac',
    '  COMPREPLY=($(compgen -W "$words" -- "${COMP_WORDS[COMP_CWORD]}"))',
    '}',
    'complete -o default -F _segment_lua segment-lua',
  ].join('\n');
};

const operations: readonly ApiOperation[] = apiGroups.flatMap((group) => group.operations);

const optionsOf = (operation: ApiOperation): string[] =>
  Object.keys(operation.fields()).map((name) => `--${toOption(name)}`);

/** After an operation come its fields, too. */
const API_IN_BASH = '; words="$words $(_segment_lua_api "${COMP_WORDS[2]}")"';

const writeApiFields = (): string[] => [
  '_segment_lua_api() {',
  '  case "$1" in',
  ...operations.map((operation) => `    ${operation.name}) echo "${optionsOf(operation).join(' ')}" ;;`),
  `    *) echo "${operations.map(({ name }) => name).join(' ')}" ;;`,
  '  esac',
  '}',
];

const writeApiInFish = (): string[] =>
  operations.flatMap((operation) => [
    writeFishLine('__fish_seen_subcommand_from api', operation.name, operation.summary),
    ...Object.entries(operation.fields()).map(([name, { description = '' }]) =>
      writeFishLine(`__fish_seen_subcommand_from ${operation.name}`, `--${toOption(name)}`, description),
    ),
  ]);

const writeFish = (program: CommandUnknownOpts): string =>
  [listWords(program), ...program.commands.map(listWords)]
    .flatMap(({ command, entries }, index) => {
      const condition = index === 0 ? '__fish_use_subcommand' : `__fish_seen_subcommand_from ${command}`;
      return entries.map(({ word, about }) => writeFishLine(condition, word, about));
    })
    .concat(writeApiInFish())
    .join('\n');

const writeFishLine = (condition: string, word: string, about: string): string => {
  const what = word.startsWith('--') ? `-l ${word.slice(2)}` : `-a ${word}`;
  return `complete -c segment-lua -n '${condition}' ${what} -d ${quoteForFish(about)}`;
};

const quoteForFish = (text: string): string => `'${text.replace(/['\\]/g, '\\$&')}'`;

/** What can follow one command: its subcommands and its long options, each with a line about it. */
interface Words {
  readonly command: string;
  readonly entries: readonly { readonly word: string; readonly about: string }[];
}

const listWords = (command: CommandUnknownOpts): Words => ({
  command: command.name(),
  entries: [
    ...command.commands.map((sub) => ({ word: sub.name(), about: sub.description() })),
    ...command.options.flatMap(({ long, description }) => (long ? [{ word: long, about: description }] : [])),
  ],
});

const joinWords = ({ entries }: Words): string => entries.map(({ word }) => word).join(' ');
