import { isLongInteger } from './exact-json.js';

/** What an object is, whichever realm it comes from: `[object Map]`, `[object Date]`, `[object Object]`, … */
const tagOf = (value: unknown): string => Object.prototype.toString.call(value);

/** Whether a value is a `Date`. */
export const isDate = (value: unknown): value is Date => tagOf(value) === '[object Date]';

const isInvalidDate = (value: unknown): boolean => isDate(value) && Number.isNaN(value.getTime());

/** The type of a value as JSON Schema has it; what JSON does not have is called by its own name. */
export const typeOf = (value: unknown): string => {
  if (Array.isArray(value)) return 'array';
  if (value === null) return 'null';
  const tag = typeof value === 'object' ? tagOf(value) : '[object Object]';
  return tag === '[object Object]' ? typeof value : tag.slice(8, -1);
};

/** Says what a value is, for "got …" in a message. */
export const described = (value: unknown): string => {
  if (value === '') return 'an empty string';
  if (isInvalidDate(value)) return 'an invalid Date';
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : typeOf(value);
};

/** The first line of what was thrown. */
export const reasonOf = (thrown: unknown): string =>
  (thrown instanceof Error ? thrown.message : String(thrown)).split('\n')[0] as string;

/** What is wrong with a value. */
export interface Problem {
  readonly message: string;
  /** The field it is about, by its path: `properties.items[0]`. */
  readonly field?: string;
  /** The name that was probably meant. */
  readonly suggestion?: string;
}

/** A field whose value is not what it should be. */
export const badField = (field: string, expected: string, value: unknown, got = described(value)): Problem => ({
  message: `bad field '${field}' (${expected} expected, got ${got})`,
  field,
});

const STRUCTURES = ['object', 'array'];

const isFit = (value: unknown): boolean =>
  value == null ||
  typeof value === 'string' ||
  typeof value === 'boolean' ||
  Number.isFinite(value) ||
  isLongInteger(value);

/**
 * Says what in a value JSON would lose or change without a word: functions, symbols, BigInt that a number could hold,
 * NaN, circular references and every object that is neither a list nor a record (Map, Set, Promise, Uint8Array, …).
 * `undefined` counts as absent and a `toJSON` (a `Date`'s too) is trusted. A getter that throws, throws.
 */
export const problemIn = (value: unknown, path: string, above: readonly unknown[] = []): Problem | undefined => {
  if (isFit(value)) return undefined;
  if (typeof value === 'number') return badField(path, 'finite number', value);
  const isWritten = typeof (value as { readonly toJSON?: unknown }).toJSON === 'function';
  if (isWritten && !isInvalidDate(value)) return undefined;
  if (isWritten || !STRUCTURES.includes(typeOf(value))) return badField(path, 'JSON value', value);
  if (above.includes(value)) return badField(path, 'JSON value, which cannot be circular', value);
  let inner: readonly unknown[] | undefined;
  for (const key of Object.keys(value as object)) {
    const item = (value as Readonly<Record<string, unknown>>)[key];
    const found = isFit(item)
      ? undefined
      : problemIn(item, Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`, (inner ??= [...above, value]));
    if (found) return found;
  }
  return undefined;
};
