import { badField, described, isDate, type Problem, problemIn, typeOf } from './json-value.js';
import type { ObjectSchema, SchemaKeywords } from './schema.js';
import { unknownName } from './suggest.js';

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)$/i;

/** The thirtieth of February would become the second of March. */
const isDay = (day: string): boolean => new Date(day).getUTCDate() === Number(day.slice(8));

const isMoment = (value: unknown): boolean =>
  (isDate(value) || (typeof value === 'string' && MOMENT.test(value) && isDay(value.slice(0, 10)))) &&
  !Number.isNaN(Number(new Date(value)));

const badMoment = (value: unknown, path: string): Problem | undefined =>
  isMoment(value)
    ? undefined
    : badField(
        path,
        'ISO 8601 date and time like "2026-04-05T12:00:00Z"',
        value,
        typeof value === 'string' ? JSON.stringify(value.slice(0, 40)) : described(value),
      );

const badLength = (
  value: string,
  { minLength = 0, maxLength = Infinity }: SchemaKeywords,
  path: string,
): Problem | undefined => {
  if (value.length < minLength) return badField(path, 'non-empty string', value);
  return value.length > maxLength
    ? badField(path, `at most ${maxLength} characters`, value, String(value.length))
    : undefined;
};

const problemAt = (value: unknown, schema: SchemaKeywords, name: string): Problem | undefined => {
  if (schema.format) return badMoment(value, name);
  if (typeOf(value) !== schema.type) return badField(name, schema.type, value);
  return typeof value === 'string' ? badLength(value, schema, name) : problemIn(value, name);
};

const missing = (
  input: Readonly<Record<string, unknown>>,
  { required, properties }: ObjectSchema,
): Problem | undefined => {
  for (const name of required) {
    const { type, 'x-unless': other = name }: Partial<SchemaKeywords> = properties[name] ?? {};
    if (input[name] === undefined && input[other] === undefined)
      return {
        message: `missing field '${name}' (${String(type)} expected${other === name ? '' : `; or give ${other}`})`,
        field: name,
      };
  }
  return undefined;
};

const fieldOf = (name: string, { properties }: ObjectSchema, options?: ObjectSchema): SchemaKeywords | undefined =>
  Object.hasOwn(properties, name) ? properties[name] : options && fieldOf(name, options);

/**
 * Checks a call's input and says what is wrong with it, or returns `undefined`. Of a list or object it knows the type
 * alone, and that JSON can carry what is in it.
 * @param options Fields accepted beside those of `schema`.
 */
export const problemOf = (input: unknown, schema: ObjectSchema, options?: ObjectSchema): Problem | undefined => {
  if (typeOf(input) !== 'object') return { message: `an object with fields expected, got ${described(input)}` };
  const given = input as Readonly<Record<string, unknown>>;
  for (const name of Object.keys(given)) {
    const field = fieldOf(name, schema, options);
    if (!field) {
      const known = Object.keys({ ...schema.properties, ...options?.properties });
      return { ...unknownName('field', name, known), field: name };
    }
    const value = given[name];
    const problem = value === undefined ? undefined : problemAt(value, field, name);
    if (problem !== undefined) return problem;
  }
  return missing(given, schema);
};
