import { badField, described, problemIn } from './json-value.js';
import type { ObjectSchema, SchemaKeywords } from './schema.js';
import { suggestion } from './suggest.js';

type Check = (value: unknown, schema: SchemaKeywords, path: string) => string | undefined;

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/i;

const isMoment = (value: unknown): boolean =>
  value instanceof Date ? !Number.isNaN(value.getTime()) : typeof value === 'string' && MOMENT.test(value) && !Number.isNaN(Date.parse(value));

const dateTime: Check = (value, _schema, path) => {
  if (isMoment(value)) return undefined;
  const got = typeof value === 'string' ? JSON.stringify(value.slice(0, 40)) : described(value);
  return `bad field '${path}' (ISO 8601 date and time like "2026-04-05T12:00:00Z" expected, got ${got})`;
};

const string: Check = (value, schema, path) => {
  if (schema.format) return dateTime(value, schema, path);
  if (typeof value !== 'string') return badField(path, 'string', value);
  if (value.length < (schema.minLength ?? 0)) return badField(path, 'non-empty string', value);
  if (value.length <= (schema.maxLength ?? Infinity)) return undefined;
  return `bad field '${path}' (at most ${String(schema.maxLength)} characters expected, got ${value.length})`;
};

const object: Check = (value, schema, path) => {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof Date) return badField(path, 'object', value);
  if (schema.properties) return checkFields(value as Record<string, unknown>, schema as ObjectSchema, undefined, `${path}.`);
  return problemIn(value, path);
};

const array: Check = (value, schema, path) => {
  if (!Array.isArray(value)) return badField(path, 'array', value);
  const { items } = schema;
  if (!items) return undefined;
  return value.reduce<string | undefined>((found, item, at) => found ?? checks[items.type](item, items, `${path}[${at}]`), undefined);
};

const plain = (expected: string, test: (value: unknown) => boolean): Check => (value, _schema, path) => (test(value) ? undefined : badField(path, expected, value));

const checks: Readonly<Record<SchemaKeywords['type'], Check>> = {
  string,
  object,
  array,
  integer: plain('integer', Number.isSafeInteger),
  number: plain('number', Number.isFinite),
  boolean: plain('boolean', (value) => typeof value === 'boolean'),
};

const typeName = ({ type, format }: SchemaKeywords): string => (format ? 'ISO 8601 date and time' : type);

const missing = (input: Record<string, unknown>, schema: ObjectSchema, prefix: string): string | undefined => {
  for (const name of schema.required) {
    if (input[name] !== undefined) continue;
    const field = schema.properties[name];
    const other = field?.['x-unless'];
    if (!field || (other !== undefined && input[other] !== undefined)) continue;
    return `missing field '${prefix}${name}' (${typeName(field)} expected${other === undefined ? '' : `; or give ${other}`})`;
  }
  return undefined;
};

const own = (fields: Readonly<Record<string, SchemaKeywords>> | undefined, name: string): SchemaKeywords | undefined =>
  fields && Object.hasOwn(fields, name) ? fields[name] : undefined;

function checkFields(input: Record<string, unknown>, schema: ObjectSchema, options: ObjectSchema | undefined, prefix: string): string | undefined {
  for (const name of Object.keys(input)) {
    const field = own(schema.properties, name) ?? own(options?.properties, name);
    if (!field) {
      const known = [...Object.keys(schema.properties), ...Object.keys(options?.properties ?? {})];
      return `unknown field '${prefix}${name}'. ${known.length ? suggestion(name, known) : 'It takes no fields'}`;
    }
    const value = input[name];
    const problem = value === undefined ? undefined : checks[field.type](value, field, prefix + name);
    if (problem !== undefined) return problem;
  }
  return missing(input, schema, prefix);
}

/**
 * Checks a call's input and says what is wrong with it, or returns `undefined`.
 * @param options Fields accepted beside those of `schema`.
 */
export const problemOf = (input: unknown, schema: ObjectSchema, options?: ObjectSchema): string | undefined => {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return `an object with fields expected, got ${described(input)}`;
  return checkFields(input as Record<string, unknown>, schema, options, '');
};
