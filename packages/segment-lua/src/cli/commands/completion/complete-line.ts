import type { CommandUnknownOpts } from '@commander-js/extra-typings';

import { plainName } from '../api/api-operations.js';
import { type Choices, chooseArgument, chooseValue, findFieldOptions, type LineOption, NOTHING } from './choices.js';

/** Where an unfinished line stands. */
interface Place {
  readonly command: CommandUnknownOpts;
  /** The words that are neither options nor their values. */
  readonly operands: readonly string[];
  /** The option whose value comes next. */
  readonly pending: LineOption | undefined;
  /** Whether options have ended, by `--`. */
  readonly isPlain: boolean;
}

/** Says what may stand in place of the last word of an unfinished line. */
export const completeLine = async (program: CommandUnknownOpts, words: readonly string[]): Promise<Choices> => {
  const current = words.at(-1) ?? '';
  const place = words.slice(0, -1).reduce(step, { command: program, operands: [], pending: undefined, isPlain: false });
  return startingWith(current, await choose(place, current));
};

const choose = async (place: Place, current: string): Promise<Choices> => {
  if (place.pending) return chooseValue(place.pending);
  if (place.isPlain) return chooseArgument(place.command, place.operands);
  const [, name] = /^(--[^=]+)=/.exec(current) ?? [];
  if (name !== undefined) return prefix(`${name}=`, await chooseOptionValue(place, name));
  if (current.startsWith('-')) return listOptions(place);
  const verbs = place.operands.length === 0 ? listVerbs(place.command) : [];
  const { choices, hasFiles } = await chooseArgument(place.command, place.operands);
  const all = [...verbs, ...choices];
  return all.length > 0 || hasFiles || current !== '' ? { choices: all, hasFiles } : listOptions(place);
};

const chooseOptionValue = async (place: Place, name: string): Promise<Choices> => {
  const option = findOption(place, name);
  return option ? chooseValue(option) : NOTHING;
};

/** How a word changes where the line stands. */
const step = (place: Place, word: string): Place => {
  const { command, operands, pending } = place;
  if (pending && !(pending.isOptional && word.startsWith('--'))) return { ...place, pending: undefined };
  if (word === '--' && !place.isPlain) return { ...place, isPlain: true };
  if (word.startsWith('-') && word !== '-' && !place.isPlain) {
    const option = word.includes('=') ? undefined : findOption(place, word);
    return { ...place, pending: option?.takesValue === true ? option : undefined };
  }
  const verb = operands.length === 0 ? command.commands.find((one) => one.name() === word) : undefined;
  return verb ? { ...place, command: verb } : { ...place, operands: [...operands, word], pending: undefined };
};

const optionsOf = ({ command, operands }: Place): readonly LineOption[] => [
  ...findFieldOptions(command, operands),
  ...command.options.map(({ long, short, flags, description, argChoices, required, optional }): LineOption => ({
    name: long ?? flags,
    short,
    about: description,
    takesValue: required || optional,
    isOptional: optional,
    placeholder: /<([^>]+)>/.exec(flags)?.[1] ?? '',
    words: argChoices ?? [],
  })),
  HELP,
];

const HELP: LineOption = {
  name: '--help',
  short: '-h',
  about: 'how it is used',
  takesValue: false,
  isOptional: false,
  placeholder: '',
  words: [],
};

const findOption = (place: Place, word: string): LineOption | undefined =>
  optionsOf(place).find(({ name, short }) => plainName(name) === plainName(word) || short === word);

const listOptions = (place: Place): Choices => ({
  choices: [...new Map(optionsOf(place).map(({ name, about }) => [name, { word: name, about }])).values()],
  hasFiles: false,
});

const listVerbs = (command: CommandUnknownOpts): Choices['choices'] =>
  command.commands.map((verb) => ({ word: verb.name(), about: verb.description() }));

const prefix = (start: string, { choices, hasFiles }: Choices): Choices => ({
  choices: choices.map(({ word, about }) => ({ word: start + word, about })),
  hasFiles,
});

const startingWith = (current: string, { choices, hasFiles }: Choices): Choices => ({
  choices: choices.filter(({ word }) => word.startsWith(current)),
  hasFiles,
});
