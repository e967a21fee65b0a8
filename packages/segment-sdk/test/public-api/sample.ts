import { readFileSync } from 'node:fs';

import type { PublicName } from '../../src/public-api.js';

/** What the facts say of an operation. */
export interface Facts {
  readonly lua: PublicName;
  readonly http: string;
  readonly consumes?: readonly string[];
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, string>>;
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
