/** What a value is, whichever realm it comes from: `Map`, `Date`, `Object`, … */
const tagOf = (value: unknown): string => Object.prototype.toString.call(value).slice(8, -1);

const LOSSY: ReadonlySet<string> = new Set(['Map', 'Set', 'RegExp', 'Error']);

const isInvalidDate = (value: unknown): boolean => value instanceof Date && Number.isNaN(value.getTime());

/** Says what a value is, for "got …" in a message. */
export const described = (value: unknown): string => {
  if (value === '') return 'an empty string';
  if (isInvalidDate(value)) return 'an invalid Date';
  if (Array.isArray(value)) return 'array';
  const tag = tagOf(value);
  if (tag === 'Date' || LOSSY.has(tag)) return tag;
  return value === null || (typeof value === 'number' && !Number.isFinite(value)) ? String(value) : typeof value;
};

/** The first line of what was thrown. */
export const reasonOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown)).split('\n', 1).join('');

/** The message for a field whose value is not what it should be. */
export const badField = (path: string, expected: string, value: unknown, got = described(value)): string => `bad field '${path}' (${expected} expected, got ${got})`;

const isFit = (value: unknown): boolean => value == null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);

/**
 * Says what in a value JSON would lose or change without a word: functions, symbols, BigInt, NaN, Map, Set and circular
 * references. `undefined` counts as absent and a `toJSON` (a `Date`'s too) is trusted. A getter that throws, throws.
 */
export const problemIn = (value: unknown, path: string, above: readonly unknown[] = []): string | undefined => {
  if (isFit(value)) return undefined;
  if (typeof value === 'number') return badField(path, 'finite number', value);
  if (typeof value !== 'object' || value === null || isInvalidDate(value)) return badField(path, 'JSON value', value);
  if ('toJSON' in value && typeof value.toJSON === 'function') return undefined;
  if (LOSSY.has(tagOf(value))) return badField(path, 'JSON value', value);
  if (above.includes(value)) return badField(path, 'JSON value, which cannot be circular', value);
  let inner: readonly unknown[] | undefined;
  for (const key of Object.keys(value)) {
    const item = (value as Readonly<Record<string, unknown>>)[key];
    const found = isFit(item) ? undefined : problemIn(item, Array.isArray(value) ? `${path}[${key}]` : `${path}.${key}`, (inner ??= [...above, value]));
    if (found) return found;
  }
  return undefined;
};
