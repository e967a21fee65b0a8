import type { Example, FollowUp, JsonSchema, ReferenceOperation } from '@moonwire/docs-gen';

import { sampleValue } from './sample-values.js';

/** A call of an operation with what it needs, as a person would write it, and what is done with its result. */
export const deriveExample = ({
  name,
  summary,
  input,
  output,
}: Pick<ReferenceOperation, 'name' | 'summary' | 'input' | 'output'>): Example => {
  const given = Object.keys(input.properties ?? {}).flatMap((field) => {
    const value = sampleValue(name, field, input.required?.includes(field) ?? false);
    return value === undefined ? [] : [[field, value] as const];
  });
  const then = useResult(output?.properties ?? {});
  return {
    title: titleExample(summary),
    input: Object.fromEntries(given),
    ...(then && { result: { name: RESULT, then: [then] } }),
  };
};

const RESULT = 'result';

/** The first sentence, without what it goes on to explain. */
const titleExample = (summary: string): string => summary.split(/\.(?:\s|$)|[:;]/, 1)[0] ?? summary;

type Properties = Readonly<Record<string, JsonSchema>>;

const useResult = (fields: Properties): FollowUp | undefined => {
  const entries = Object.entries(fields).filter(([name]) => !/pagination$/i.test(name));
  const list = entries.find(([, { items }]) => items);
  if (list) return printEach(...list);
  const [field, schema] = entries[0] ?? [];
  return field === undefined ? undefined : { print: [{ field: [RESULT, field, ...findTelling(schema)] }] };
};

const printEach = (list: string, { items = {} }: JsonSchema): FollowUp => {
  const entry = nameEntry(list);
  return { each: entry, of: [RESULT, list], do: [{ print: [{ field: [entry, ...findTelling(items)] }] }] };
};

/** What one of a list is called: `destinations` → `destination`. */
const nameEntry = (list: string): string => {
  const [, word = ''] = /([a-z]+s)$/i.exec(list.replace(/([A-Z])/g, ' $1')) ?? [];
  const [ending, rest] = ONE.find(([plural]) => plural.test(word)) ?? [];
  const one = ending === undefined ? '' : word.toLowerCase().replace(ending, rest ?? '');
  return one === '' || one === 'function' ? 'entry' : one;
};

const ONE: readonly (readonly [plural: RegExp, one: string])[] = [
  [/sses$/, 'ss'],
  [/uses$/, 'us'],
  [/ies$/, 'y'],
  [/s$/, ''],
];

const TELLING = [
  'name',
  'activationName',
  'displayName',
  'title',
  'key',
  'email',
  'eventName',
  'status',
  'slug',
  'total',
];

/** The way to what tells a person most of a thing, among what is always there. */
const findTelling = (schema: JsonSchema | undefined): string[] => {
  const shape = schema?.anyOf?.find(({ properties }) => properties) ?? schema;
  const names = Object.keys(shape?.properties ?? {});
  const certain = names.filter((name) => shape?.required?.includes(name));
  const told = TELLING.find((name) => certain.includes(name)) ?? certain[0] ?? names[0];
  return told === undefined ? [] : [told];
};
