import type { Fields, Models } from './table/group.js';
import { models } from './table/models/index.js';
import { words } from './table/words.js';

/** What the table says of a value, as JSON Schema 2020-12. */
export interface PublicSchema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly anyOf?: readonly PublicSchema[];
  readonly items?: PublicSchema;
  readonly properties?: Readonly<Record<string, PublicSchema>>;
  readonly required?: readonly string[];
  /** The values of an object whose keys are data; `false` where no other fields are taken. */
  readonly additionalProperties?: PublicSchema | false;
  /** A field that results have and an input may repeat: it cannot be set. */
  readonly readOnly?: true;
  /** Holds a credential, or what only its owner should see. */
  readonly 'x-secret'?: true;
}

/** An object schema with named fields. */
export interface PublicObjectSchema extends PublicSchema {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, PublicSchema>>;
  readonly required: readonly string[];
}

/** The schema of an object with these fields, and of all that they consist of. */
export const describeFields = (fields: Fields): PublicObjectSchema => {
  const entries = Object.entries(fields).map(([key, text]) => [key.replace('?', ''), key, text] as const);
  return {
    type: 'object',
    properties: Object.fromEntries(entries.map(([name, , text]) => [name, describeField(name, text)])),
    required: entries.filter(([, key]) => !key.endsWith('?')).map(([name]) => name),
  };
};

/** @param text A type; what the field means may follow after ` – `. */
const describeField = (name: string, text: string): PublicSchema => {
  const [type = '', meaning = words[name]] = text.split(' – ');
  return {
    ...describeType(type.replace('!', '')),
    ...(meaning !== undefined && { description: meaning }),
    ...(type.endsWith('!') && { 'x-secret': true }),
  };
};

const known = new Map<string, PublicSchema>();

/** Each type is described once: many operations return the same things. */
const describeType = (text: string): PublicSchema => {
  const schema = known.get(text) ?? readType(text);
  known.set(text, schema);
  return schema;
};

const readType = (text: string): PublicSchema => {
  const model = (models as Models)[text];
  if (typeof model === 'object') return describeFields(model);
  if (model !== undefined) return describeType(model.split(' – ')[0] ?? '');
  const [, choice] = /^\((.+)\)\[\]$/.exec(text) ?? [];
  if (choice !== undefined) return { type: 'array', items: describeType(choice) };
  if (text.includes('|')) return describeChoice(text.split('|').map(describeType));
  if (text.endsWith('[]')) return { type: 'array', items: describeType(text.slice(0, -2)) };
  if (text.startsWith('map<')) return { type: 'object', additionalProperties: describeType(text.slice(4, -1)) };
  if (text.startsWith("'")) return { type: 'string', enum: [text.slice(1, -1)] };
  return text === 'any' ? {} : { type: text === 'map' ? 'object' : text };
};

const describeChoice = (choices: readonly PublicSchema[]): PublicSchema => {
  if (choices.every((choice) => choice.enum))
    return { type: 'string', enum: choices.flatMap((choice) => choice.enum ?? []) };
  const isPlain = choices.every((choice) => typeof choice.type === 'string' && Object.keys(choice).length === 1);
  return isPlain ? { type: choices.map(({ type }) => type as string) } : { anyOf: choices };
};
