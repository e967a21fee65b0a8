import { type Check, isObject, type Keywords } from './check.js';

/** A text that is the same for values that JSON Schema holds for equal: whatever the order of members. */
export const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (isObject(value)) {
    const names = Object.keys(value).sort();
    return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join()}}`;
  }
  return typeof value === 'bigint' ? String(value) : JSON.stringify(value);
};

const isPlain = (value: unknown): boolean => typeof value !== 'object' || value === null;

/** `const`, and `enum`. */
export const equality: readonly Keywords[] = [
  (schema) => (Object.hasOwn(schema, 'const') ? isOneOf('const', [schema.const]) : undefined),
  ({ enum: values }) => (Array.isArray(values) ? isOneOf('enum', values) : undefined),
];

const isOneOf = (keyword: 'const' | 'enum', values: readonly unknown[]): Check => {
  const plain = new Set<unknown>(values.filter(isPlain));
  const others = new Set(values.filter((value) => !isPlain(value)).map(canonical));
  const expected = `${values.length === 1 ? '' : 'one of '}${list(values)} expected`;
  return (value, path, findings) => {
    if (isPlain(value) ? plain.has(value) : others.has(canonical(value))) return;
    const got = isPlain(value) ? canonical(value) : 'another';
    findings.push({ keyword, path, message: `${expected}, got ${got.length > 40 ? `${got.slice(0, 39)}…` : got}` });
  };
};

const MOST_LISTED = 12;

const list = (values: readonly unknown[]): string => {
  const shown = values.slice(0, MOST_LISTED).map(canonical).join(', ');
  return values.length > MOST_LISTED ? `${shown}, … (${values.length})` : shown;
};
