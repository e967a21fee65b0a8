import { readFileSync } from 'node:fs';

import type { PublicName } from '../../src/public-api.js';

/** What the facts say of an operation. */
export interface Facts {
  readonly lua: PublicName;
  readonly http: string;
  readonly consumes?: readonly string[];
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, string>>;
  readonly data: Readonly<Record<string, string>> | string;
  readonly ok?: readonly number[];
  readonly rate?: string;
}

const read = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../fixtures/public-api/${file}`, import.meta.url), 'utf8'));
/** The facts of all operations. */
export const facts = Object.values((read('operations.json') as { operations: Record<string, Facts> }).operations);
const { models } = read('models.json') as { models: Record<string, unknown> };

/** A value that a type of the facts allows, with every field that may be left out. */
const sample = (type: string): unknown => {
  const model = models[type];
  if (Array.isArray(model)) return model[0];
  if (typeof model === 'object' && model !== null)
    return '|' in model ? sample((model['|'] as string[])[0] as string) : sampleFields(model as Record<string, string>);
  if (/^\(.*\)\[\]$/.test(type)) return [sample(type.slice(1, -3))];
  if (type.includes('|')) return sample(type.split('|')[0] as string);
  if (type.endsWith('[]')) return [sample(type.slice(0, -2)), sample(type.slice(0, -2))];
  if (type.startsWith("'")) return type.slice(1, -1);
  if (type.startsWith('map<')) return { key: sample(type.slice(4, -1)) };
  return { string: 'a b', number: 1, integer: 1, boolean: true, any: { a: 1 }, map: { a: [1] } }[type];
};

/** A value for each field. */
export const sampleFields = (fields: Readonly<Record<string, string>> = {}): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).map(([name, type]) => [name.replace('?', ''), sample(type)]));

/** The names of an operation's path parameters. */
export const idsOf = ({ http }: Facts): string[] => [...http.matchAll(/\{(\w+)\}/g)].map(([, id = '']) => id);

/** An input of an operation about things that do not exist, with every field but those that page or fail. */
export const sampleInput = (name: PublicName): Record<string, unknown> => {
  const fact = facts.find(({ lua }) => lua === name) as Facts;
  const ids = Object.fromEntries(idsOf(fact).map((id) => [id, 'none']));
  const query = Object.fromEntries(
    Object.entries(fact.query ?? {}).filter(([field]) => !/pagination|cursor|^trigger/i.test(field)),
  );
  return { ...ids, ...sampleFields(query), ...sampleFields(fact.body) };
};

/** What of a value is not as a type of the facts has it: `warehouse.metadata: object expected`. */
export const findMismatch = (type: string, value: unknown, path: string): string[] => {
  const wrong = [`${path}: ${type} expected, got ${JSON.stringify(value)}`];
  const model = models[type];
  if (Array.isArray(model)) return model.includes(value) ? [] : wrong;
  if (typeof model === 'object' && model !== null) {
    if ('|' in model) return findChoiceMismatch(model['|'] as string[], value, path) ?? wrong;
    return typeof value === 'object' && value !== null
      ? findFieldMismatches(model as Record<string, string>, value as Record<string, unknown>, `${path}.`)
      : wrong;
  }
  if (/^\(.*\)\[\]$/.test(type)) return findItemMismatches(type.slice(1, -3), value, path) ?? wrong;
  if (type.includes('|')) return findChoiceMismatch(type.split('|'), value, path) ?? wrong;
  if (type.endsWith('[]')) return findItemMismatches(type.slice(0, -2), value, path) ?? wrong;
  if (type.startsWith("'")) return value === type.slice(1, -1) ? [] : wrong;
  if (/^map|^object/.test(type)) return typeof value === 'object' && value !== null ? [] : wrong;
  if (type === 'null') return value === null ? [] : wrong;
  return type === 'any' || typeof value === type.replace('integer', 'number') ? [] : wrong;
};

const findChoiceMismatch = (choices: readonly string[], value: unknown, path: string): string[] | undefined =>
  choices.some((choice) => findMismatch(choice, value, path).length === 0) ? [] : undefined;

const findItemMismatches = (type: string, value: unknown, path: string): string[] | undefined =>
  Array.isArray(value) ? value.flatMap((item, at) => findMismatch(type, item, `${path}[${String(at)}]`)) : undefined;

/** The same for an object's fields: none is missing, none is more, each is of its type. */
export const findFieldMismatches = (
  fields: Readonly<Record<string, string>>,
  given: Readonly<Record<string, unknown>>,
  prefix = '',
): string[] => [
  ...Object.keys(given)
    .filter((name) => !(name in fields) && !(`${name}?` in fields))
    .map((name) => `${prefix}${name}: not a field`),
  ...Object.entries(fields).flatMap(([key, type]) => {
    const name = key.replace('?', '');
    if (given[name] !== undefined) return findMismatch(type, given[name], prefix + name);
    return key.endsWith('?') ? [] : [`${prefix}${name}: missing`];
  }),
];
