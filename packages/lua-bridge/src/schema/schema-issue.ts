import { didYouMean } from '../bridge/did-you-mean.js';
import { expectation } from './schema-wording.js';
import type { SchemaIssue } from './standard-schema.js';

/** An issue as far as every library tells: which field, and what is the matter with it. */
interface Fault {
  keys: PropertyKey[];
  kind: 'bad' | 'missing' | 'unknown';
  message: string;
  value: unknown;
}

/**
 * What to tell a script about its input, of all that is wrong with it: a field nobody knows first, as it is likely the
 * one that is missed.
 * @param params Names of fields that exist, as far as known.
 */
export const describeIssues = (
  issues: readonly SchemaIssue[],
  given: unknown,
  params: readonly string[] = [],
): string => {
  const faults = issues.map((issue) => faultOf(issue, given));
  const fault = faults.find(({ kind }) => kind === 'unknown') ?? faults[0];
  if (fault === undefined) return 'invalid input';
  const field = fieldName(fault.keys);
  if (fault.kind === 'unknown') {
    const missed = faults
      .filter(({ kind, keys }) => kind === 'missing' && keys.length === fault.keys.length)
      .map(({ keys }) => String(keys.at(-1)));
    const names = fault.keys.length === 1 ? [...params, ...missed] : missed;
    return `unknown field '${field}'${hint(String(fault.keys.at(-1)), names)}`;
  }
  const { expected, got } = expectation(fault.message, fault.keys, fault.value);
  if (fault.kind === 'missing')
    return `missing field '${field}'${expected === undefined ? '' : ` (${expected} expected)`}`;
  const wrong = expected === undefined ? fault.message : `${expected} expected, got ${got}`;
  return field === '' ? wrong : `bad field '${field}' (${wrong})`;
};

const hint = (name: string, names: readonly string[]): string => {
  if (names.length === 0) return '';
  return `. ${didYouMean(name, [...new Set(names)])}`;
};

const faultOf = (issue: SchemaIssue, given: unknown): Fault => {
  const keys = keysOf(issue);
  const unrecognized = /^Unrecognized keys?: "([^"]+)"/.exec(issue.message)?.[1];
  if (unrecognized !== undefined)
    return { keys: [...keys, unrecognized], kind: 'unknown', message: '', value: undefined };
  const value = valueAt(given, keys);
  const message = alternatives(issue) ?? issue.message;
  if (/Expected never|must be removed$/.test(message)) return { keys, kind: 'unknown', message, value };
  return { keys, kind: value === undefined && keys.length > 0 ? 'missing' : 'bad', message, value };
};

/** The keys that lead to what an issue is about. */
export const keysOf = ({ path = [] }: SchemaIssue): PropertyKey[] =>
  // A path may be a kind of array whose own `map` is something else.
  Array.from(path, (step) => (typeof step === 'object' ? step.key : step));

/** The value that keys lead to; undefined if there is none. */
export const valueAt = (given: unknown, keys: readonly PropertyKey[]): unknown => keys.reduce(ownProperty, given);

const ownProperty = (of: unknown, key: PropertyKey): unknown =>
  of !== null && typeof of === 'object' && Object.hasOwn(of, key)
    ? (of as Record<PropertyKey, unknown>)[key]
    : undefined;

/* zod says of a union only that none of it fits; what was tried is beside. */
const alternatives = (issue: SchemaIssue & { errors?: unknown }): string | undefined => {
  if (!Array.isArray(issue.errors)) return undefined;
  const tried = (issue.errors as readonly (readonly { expected?: unknown; path?: readonly unknown[] }[])[]).flat();
  const expected = tried.filter(({ path = [] }) => path.length === 0).map((error) => error.expected);
  return expected.length > 0 && expected.every((type) => typeof type === 'string')
    ? `expected ${expected.join(' | ')}`
    : undefined;
};

/* As a script would write it: lists begin at 1. */
const fieldName = (keys: readonly PropertyKey[]): string =>
  keys.reduce<string>((name, key) => {
    if (typeof key === 'number') return `${name}[${key + 1}]`;
    return name === '' ? String(key) : `${name}.${String(key)}`;
  }, '');
