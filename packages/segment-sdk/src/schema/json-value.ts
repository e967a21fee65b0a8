const isPlain = (value: object): boolean => !(value instanceof Map || value instanceof Set || value instanceof RegExp || value instanceof Error);

const nameOf = (value: object): string => (Object.getPrototypeOf(value) as { constructor?: { name?: string } } | null)?.constructor?.name ?? 'object';

/** Says what a value is, for "got …" in a message. */
export const described = (value: unknown): string => {
  if (value === null) return 'null';
  if (value === '') return 'an empty string';
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  if (value instanceof Date && Number.isNaN(value.getTime())) return 'an invalid Date';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'object') return isPlain(value) && !(value instanceof Date) ? 'object' : nameOf(value);
  return typeof value;
};

interface Unfit {
  readonly path: string;
  readonly value: unknown;
  readonly expected: string;
}

const fit = (value: unknown): boolean => {
  switch (typeof value) {
    case 'string':
    case 'boolean':
    case 'undefined':
      return true;
    case 'number':
      return Number.isFinite(value);
    default:
      return value === null;
  }
};

const unfitLeaf = (value: unknown, path: string): Unfit => ({ path, value, expected: typeof value === 'number' ? 'finite number' : 'JSON value' });

const below = (path: string, key: string, parent: object): string => (Array.isArray(parent) ? `${path}[${key}]` : `${path}.${key}`);

/** The first line of what was thrown. */
export const reasonOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown)).split('\n', 1).join('');

/** The message for a field whose value is not what it should be. */
export const badField = (path: string, expected: string, value: unknown): string => `bad field '${path}' (${expected} expected, got ${described(value)})`;

/**
 * Finds the first of: functions, symbols, BigInt, NaN, Map,
 * Set and circular references. `undefined` counts as absent and a `toJSON` (a `Date`'s too) is trusted.
 */
const unfitForJson = (value: object, path: string, above: readonly object[] = []): Unfit | undefined => {
  if (typeof (value as { toJSON?: unknown }).toJSON === 'function') {
    return value instanceof Date && Number.isNaN(value.getTime()) ? unfitLeaf(value, path) : undefined;
  }
  if (!isPlain(value)) return unfitLeaf(value, path);
  if (above.includes(value)) return { path, value, expected: 'JSON value, which cannot be circular' };
  let inner: readonly object[] | undefined;
  for (const key of Object.keys(value)) {
    const item = (value as Record<string, unknown>)[key];
    if (fit(item)) continue;
    if (typeof item !== 'object' || item === null) return unfitLeaf(item, below(path, key, value));
    const found = unfitForJson(item, below(path, key, value), (inner ??= [...above, value]));
    if (found) return found;
  }
  return undefined;
};

/** Says what in a value JSON would lose or change without a word, or returns `undefined`. */
export const problemIn = (value: object, path: string): string | undefined => {
  try {
    const unfit = unfitForJson(value, path);
    return unfit && badField(unfit.path, unfit.expected, unfit.value);
  } catch (error) {
    // A getter threw, or the nesting is deeper than the stack.
    return `bad field '${path}' (it cannot be read: ${reasonOf(error)})`;
  }
};
