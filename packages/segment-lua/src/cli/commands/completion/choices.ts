import type { CommandUnknownOpts } from '@commander-js/extra-typings';

import { segmentFields } from '../../../accounts/segment-service.js';
import { openDocs } from '../../session/docs.js';
import { openRegistry, SERVICE } from '../../session/live-registry.js';
import { type ApiField, apiGroups, type ApiOperation, plainName } from '../api/api-operations.js';
import { toOption } from '../api/read-fields.js';

/** What may come next: words, each with a line about it, and perhaps files. */
export interface Choices {
  readonly choices: readonly { readonly word: string; readonly about: string }[];
  readonly hasFiles: boolean;
}

/** An option as completion needs it. */
export interface LineOption {
  /** With its hyphens: `--account`. */
  readonly name: string;
  readonly short: string | undefined;
  readonly about: string;
  readonly takesValue: boolean;
  /** Whether it may also stand without one. */
  readonly isOptional: boolean;
  /** What help calls its value: `file`. */
  readonly placeholder: string;
  /** The values it takes, where these are few. */
  readonly words: readonly string[];
}

/** Nothing is known of what comes next. */
export const NOTHING: Choices = { choices: [], hasFiles: false };

const FILES: Choices = { choices: [], hasFiles: true };

/** The values of an option. */
export const chooseValue = async ({ name, placeholder, words }: LineOption): Promise<Choices> => {
  if (words.length > 0) return listWords(words);
  if (placeholder === 'file' || placeholder === 'script') return FILES;
  if (placeholder === 'region') return listWords(segmentFields.region.values);
  if (name === '--account') return listAccounts();
  if (name === '--allow') return listOperations(({ effect }) => effect === 'delete');
  return NOTHING;
};

/** The values of a command's next argument. */
export const chooseArgument = async (command: CommandUnknownOpts, operands: readonly string[]): Promise<Choices> => {
  const { registeredArguments } = command;
  const last = registeredArguments.at(-1);
  const argument = registeredArguments[operands.length] ?? (last?.variadic ? last : undefined);
  if (argument?.argChoices) return listWords(argument.argChoices);
  switch (argument?.name()) {
    case 'file':
    case 'files':
      return FILES;
    case 'page':
      return {
        choices: (await openDocs()).list().map(({ name, summary }) => ({ word: name, about: summary })),
        hasFiles: false,
      };
    case 'operation':
      return listApi();
    case 'name':
    case 'from':
      return listAccounts();
    default:
      return NOTHING;
  }
};

/** The fields of the operation that `segment-lua api` is given, as options. */
export const findFieldOptions = (command: CommandUnknownOpts, [given]: readonly string[]): LineOption[] => {
  if (command.name() !== 'api' || given === undefined) return [];
  const operation = apiGroups
    .flatMap(({ operations }) => operations)
    .find(({ name }) => plainName(name) === plainName(given));
  return operation ? describeFields(operation.fields()) : [];
};

const describeFields = (fields: Readonly<Record<string, ApiField>>, prefix = '--'): LineOption[] =>
  Object.entries(fields).flatMap(([name, field]) => [
    {
      name: `${prefix}${toOption(name)}`,
      short: undefined,
      about: field.description ?? '',
      takesValue: true,
      isOptional: field.type === 'boolean',
      placeholder: '',
      words: wordsOf(field),
    },
    ...describeFields(field.properties ?? {}, `${prefix}${toOption(name)}.`),
  ]);

const wordsOf = ({ type, enum: words, items, anyOf = [] }: ApiField): string[] => {
  if (words) return words.filter((word) => typeof word === 'string');
  if (type === 'boolean') return ['true', 'false'];
  return [...(items ? wordsOf(items) : []), ...anyOf.flatMap(wordsOf)];
};

const listWords = (words: readonly string[]): Choices => ({
  choices: words.map((word) => ({ word, about: '' })),
  hasFiles: false,
});

const listAccounts = async (): Promise<Choices> =>
  listWords((await openRegistry().list(SERVICE)).map(({ name }) => name));

const listOperations = (isWanted: (operation: ApiOperation) => boolean): Choices => ({
  choices: apiGroups
    .flatMap(({ operations }) => operations)
    .filter(isWanted)
    .map(({ name, summary }) => ({ word: name, about: summary })),
  hasFiles: false,
});

const listApi = (): Choices => ({
  choices: [...listOperations(() => true).choices, ...apiGroups.map(({ name, about }) => ({ word: name, about }))],
  hasFiles: false,
});
