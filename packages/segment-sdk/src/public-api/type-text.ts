import { modelText } from '../../generated/public-text.js';

/** A type of the table, read: one of its words, or how it is made of others. */
export type TypeNode =
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'literal'; readonly word: string }
  | { readonly kind: 'list' | 'map'; readonly of: TypeNode }
  | { readonly kind: 'choice'; readonly of: readonly TypeNode[] }
  | { readonly kind: 'fields'; readonly name: string; readonly fields: readonly FieldNode[] };

/** A field of the table, read. */
export interface FieldNode {
  readonly name: string;
  readonly isOptional: boolean;
  readonly isSecret: boolean;
  /** Its type as the table has it, for messages. */
  readonly text: string;
  readonly type: TypeNode;
}

/** The columns of each line of a text, by the first. */
export const readLines = (text: string): ReadonlyMap<string, readonly string[]> =>
  new Map(text.split('\n').map((line) => [line.slice(0, line.indexOf(';')), line.split(';')]));

const models = readLines(modelText);
const types = new Map<string, TypeNode>();

/** Reads a type. Each text is read once. */
const readType = (text: string): TypeNode => {
  const known = types.get(text);
  if (known) return known;
  const type = parse(text);
  types.set(text, type);
  return type;
};

const parse = (text: string): TypeNode => {
  const [, model] = models.get(text) ?? [];
  if (model !== undefined)
    return /^['A-Z]/.test(model) ? parse(model) : { kind: 'fields', name: text, fields: readFields(model) };
  const [, choice] = /^\((.+)\)\[\]$/.exec(text) ?? [];
  if (choice !== undefined) return { kind: 'list', of: readType(choice) };
  if (text.includes('|')) return { kind: 'choice', of: text.split('|').flatMap(readChoices) };
  if (text.endsWith('[]')) return { kind: 'list', of: readType(text.slice(0, -2)) };
  if (text.startsWith('map<')) return { kind: 'map', of: readType(text.slice(4, -1)) };
  return text.startsWith("'") ? { kind: 'literal', word: text.slice(1, -1) } : { kind: 'word', word: text };
};

/** A choice may be a choice itself. */
const readChoices = (text: string): readonly TypeNode[] => {
  const type = readType(text);
  return type.kind === 'choice' ? type.of : [type];
};

/** Reads fields in a row, each `name?:type!`; a type that is left out is `string`. */
export const readFields = (row = ''): FieldNode[] =>
  Array.from(row.matchAll(/(\w+)(\??):?([^ !]*)(!?)/g), ([, name = '', optional, text, secret]) => ({
    name,
    isOptional: optional === '?',
    isSecret: secret === '!',
    text: text || 'string',
    // A getter: models are read when they are needed, and not before.
    get type() {
      return readType(this.text);
    },
  }));
