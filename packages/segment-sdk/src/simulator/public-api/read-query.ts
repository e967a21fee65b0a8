import type { FieldNode, TypeNode } from '../../public-api/type-text.js';
import type { Resource } from './sample.js';

/** A query as an object, with texts for values; a name that is given more than once has a list of them. */
export type QueryTree = Readonly<Record<string, unknown>>;

/**
 * Reads a query in every way that Segment's own libraries write one: `pagination.count=3` (documented, Java, C#),
 * `pagination[count]=3` (TypeScript, Go), `pagination={"count":3}` (Python), `ids.0=a`, `ids[0]=a` and `ids=a&ids=b`.
 */
export const readQuery = (query: URLSearchParams): QueryTree => {
  // Without a prototype, which a name such as `__proto__` would reach.
  const root = Object.create(null) as Record<string, unknown>;
  for (const [name, value] of query) {
    const keys = name.replace(/\[(\w*)\]/g, '.$1').split('.');
    const last = keys.pop() as string;
    let place = root;
    for (const key of keys) {
      if (typeof place[key] !== 'object') place[key] = Object.create(null);
      place = place[key] as Record<string, unknown>;
    }
    place[last] = join(place[last], readJson(value));
  }
  return root;
};

const join = (before: unknown, value: unknown): unknown =>
  before === undefined ? value : [...(Array.isArray(before) ? (before as unknown[]) : [before]), value];

/** Only objects are written as JSON; what merely looks like one is a text. */
const readJson = (value: string): unknown => {
  if (!/^\{[^]*\}$/.test(value)) return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
};

/** Takes a query apart into the documented form of names: `pagination.count`. */
export const flattenQuery = (tree: QueryTree, prefix = ''): URLSearchParams => {
  const flat = new URLSearchParams();
  for (const [name, value] of Object.entries(tree)) {
    if (typeof value === 'object' && value !== null)
      for (const pair of flattenQuery(value as QueryTree, `${prefix}${name}.`)) flat.append(...pair);
    else flat.append(prefix + name, String(value));
  }
  return flat;
};

/** Makes of texts the numbers, truth values and lists that fields are declared as; what cannot be one stays a text. */
export const typeQuery = (fields: readonly FieldNode[], given: QueryTree): Resource =>
  Object.fromEntries(
    Object.entries(given).map(([name, value]) => {
      const field = fields.find((known) => known.name === name);
      return [name, field ? typeValue(field.type, value) : value];
    }),
  );

const typeValue = (type: TypeNode, value: unknown): unknown => {
  if (type.kind === 'list') {
    const items = typeof value === 'object' && value !== null ? Object.values(value) : [value];
    return items.map((item) => typeValue(type.of, item));
  }
  if (type.kind === 'fields')
    return typeof value === 'object' && value !== null ? typeQuery(type.fields, value as QueryTree) : value;
  if (type.kind !== 'word' || typeof value !== 'string') return value;
  if (type.word === 'boolean') return value === 'true' ? true : value === 'false' ? false : value;
  const isNumber = (type.word === 'number' || type.word === 'integer') && value.trim() !== '';
  return isNumber && Number.isFinite(Number(value)) ? Number(value) : value;
};
