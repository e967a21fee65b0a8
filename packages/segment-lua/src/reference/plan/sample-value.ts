import { samplePattern } from './sample-pattern.js';

type Schema = Readonly<Record<string, unknown>>;

/** Deeper than this nothing more is shown. */
const DEEPEST = 6;

/** What members that may be left out are shown at all. */
const MOST_OPTIONAL = 12;

/** A value that a schema probably accepts, as a person would write it; `undefined` where none is known. */
export const sampleValue = (schema: unknown, name = '', root: unknown = schema, depth = 0): unknown => {
  if (!isSchema(schema) || depth > DEEPEST) return 'example';
  const whole = join(schema, root);
  if ('const' in whole) return whole['const'];
  if (Array.isArray(whole['enum'])) return (whole['enum'] as readonly unknown[])[0];
  if (Array.isArray(whole['examples']) && whole['examples'].length > 0) return (whole['examples'] as unknown[])[0];
  const type = [whole['type']].flat().find((one) => typeof one === 'string' && one !== 'null') ?? guessType(whole);
  if (type === 'object') return sampleObject(whole, root, depth);
  if (type === 'array') return sampleArray(whole, name, root, depth);
  if (type === 'number' || type === 'integer') return sampleNumber(whole, type);
  if (type === 'boolean') return true;
  return whole['type'] === 'null' ? null : sampleText(whole, name);
};

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A schema with what it refers to and what must hold beside it; of choices, the first. */
const join = (schema: Schema, root: unknown): Schema => {
  const { $ref, allOf, anyOf, oneOf, ...own } = schema;
  const target = typeof $ref === 'string' ? follow($ref, root) : undefined;
  const [choice]: unknown[] = [anyOf, oneOf].flatMap((choices): unknown[] =>
    Array.isArray(choices) ? choices.slice(0, 1) : [],
  );
  const parts = [target, ...(Array.isArray(allOf) ? (allOf as unknown[]) : []), choice].filter(isSchema);
  return parts.reduce<Schema>((whole, part) => merge(whole, join(part, root)), own);
};

const follow = (reference: string, root: unknown): unknown =>
  reference
    .split('/')
    .slice(1)
    .map((step) => decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce((at, step) => (isSchema(at) && Object.hasOwn(at, step) ? at[step] : undefined), root);

const merge = (a: Schema, b: Schema): Schema => ({
  ...a,
  ...b,
  ...(isSchema(a['properties']) &&
    isSchema(b['properties']) && { properties: { ...a['properties'], ...b['properties'] } }),
  required: [...listRequired(a), ...listRequired(b)],
});

const listRequired = ({ required }: Schema): readonly string[] =>
  Array.isArray(required) ? (required as string[]) : [];

const guessType = (schema: Schema): string => {
  if (isSchema(schema['properties'])) return 'object';
  if (schema['items'] !== undefined) return 'array';
  return schema['minimum'] === undefined && schema['maximum'] === undefined ? 'string' : 'number';
};

const sampleObject = (schema: Schema, root: unknown, depth: number): Schema => {
  const members = isSchema(schema['properties']) ? schema['properties'] : {};
  const required = listRequired(schema);
  const optional = Object.keys(members).filter((name) => !required.includes(name));
  const names = [...new Set([...required, ...optional.slice(0, MOST_OPTIONAL)])];
  return Object.fromEntries(
    names.map((name) => [name, sampleValue(Object.hasOwn(members, name) ? members[name] : {}, name, root, depth + 1)]),
  );
};

const sampleArray = (schema: Schema, name: string, root: unknown, depth: number): readonly unknown[] => {
  const { items, minItems = 1 } = schema;
  const one = Array.isArray(items) ? (items[0] as unknown) : items;
  const count = Math.min(Math.max(Number(minItems), 1), 10);
  return Array.from({ length: count }, () => sampleValue(one, name.replace(/s$/, ''), root, depth + 1));
};

const sampleNumber = (schema: Schema, type: string): number => {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  const step = Number(multipleOf ?? 1);
  const usual = type === 'integer' || multipleOf !== undefined ? step : 9.5;
  const bounds = [minimum, exclusiveMinimum, maximum, exclusiveMaximum].filter((bound) => typeof bound === 'number');
  const near = bounds.flatMap((bound) => [bound, ...[-1, 0, 1].map((more) => (Math.ceil(bound / step) + more) * step)]);
  const between = bounds.length === 2 ? [(bounds[0] as number) / 2 + (bounds[1] as number) / 2] : [];
  return [usual, 0, ...near, ...between].find((value) => fits(value, schema)) ?? usual;
};

const fits = (value: number, schema: Schema): boolean => {
  const { minimum = -Infinity, maximum = Infinity, exclusiveMinimum = -Infinity, exclusiveMaximum = Infinity } = schema;
  const isWithin = value >= Number(minimum) && value <= Number(maximum);
  const isMultiple = schema['multipleOf'] === undefined || value % Number(schema['multipleOf']) === 0;
  return isWithin && value > Number(exclusiveMinimum) && value < Number(exclusiveMaximum) && isMultiple;
};

const FORMATS: Readonly<Record<string, string>> = {
  'date-time': '2026-01-31T12:00:00Z',
  date: '2026-01-31',
  time: '12:00:00Z',
  email: 'jane@example.com',
  ipv4: '192.0.2.1',
  uri: 'https://example.com/',
};

const NAMED: readonly (readonly [name: RegExp, text: string])[] = [
  [/e.?mail/i, 'jane@example.com'],
  [/url|link|href/i, 'https://example.com/'],
  [/currency/i, 'USD'],
  [/country/i, 'DE'],
  [/name/i, 'Jane'],
  [/id$/i, '42'],
];

const sampleText = ({ format, pattern, minLength = 0, maxLength = Infinity }: Schema, name: string): string => {
  if (typeof pattern === 'string') return samplePattern(pattern);
  const known = typeof format === 'string' ? FORMATS[format] : undefined;
  const text = known ?? NAMED.find(([pattern]) => pattern.test(name))?.[1] ?? 'example';
  return text.padEnd(Number(minLength), 'x').slice(0, Number(maxLength));
};
