import { findMeant } from '../bridge/did-you-mean.js';
import { spellField } from '../bridge/error-data.js';
import { readExpectation } from './schema-wording.js';
import type { SchemaIssue } from './standard-schema.js';

/** An issue as far as every library tells: which field, and what is the matter with it. */
interface Fault {
  readonly keys: PropertyKey[];
  readonly kind: 'bad' | 'missing' | 'unknown';
  readonly message: string;
  readonly value: unknown;
}

/** What is wrong with an input, in words and as data. */
export interface Finding {
  readonly message: string;
  /** The field, as Lua spells it. Absent if it is the input itself. */
  readonly field?: string;
  /** The name that was probably meant. */
  readonly suggestion?: string | undefined;
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
): Finding => {
  const faults = issues.map((issue) => faultOf(issue, given));
  const fault = faults.find(({ kind }) => kind === 'unknown') ?? faults[0];
  if (fault === undefined) return { message: 'invalid input' };
  const field = spellField(fault.keys);
  if (fault.kind === 'unknown') return describeUnknown(field, fault, faults, params);
  const { expected, got } = readExpectation(fault.message, fault.keys, fault.value);
  if (fault.kind === 'missing')
    return { message: `missing field '${field}'${expected === undefined ? '' : ` (${expected} expected)`}`, field };
  const wrong = expected === undefined ? fault.message : `${expected} expected, got ${got}`;
  return field === '' ? { message: wrong } : { message: `bad field '${field}' (${wrong})`, field };
};

const describeUnknown = (
  field: string,
  { keys }: Fault,
  faults: readonly Fault[],
  params: readonly string[],
): Finding => {
  const missed = faults
    .filter((fault) => fault.kind === 'missing' && fault.keys.length === keys.length)
    .map((fault) => String(fault.keys.at(-1)));
  const names = new Set(keys.length === 1 ? [...params, ...missed] : missed);
  if (names.size === 0) return { message: `unknown field '${field}'`, field };
  const { hint, suggestion } = findMeant(String(keys.at(-1)), [...names]);
  return { message: `unknown field '${field}'. ${hint}`, field, suggestion };
};

const faultOf = (issue: SchemaIssue, given: unknown): Fault => {
  const keys = keysOf(issue);
  const unrecognized = /^Unrecognized keys?: "([^"]+)"/.exec(issue.message)?.[1];
  if (unrecognized !== undefined)
    return { keys: [...keys, unrecognized], kind: 'unknown', message: '', value: undefined };
  const value = valueAt(given, keys);
  const message = readAlternatives(issue) ?? issue.message;
  if (/Expected never|must be removed$/.test(message)) return { keys, kind: 'unknown', message, value };
  return { keys, kind: value === undefined && keys.length > 0 ? 'missing' : 'bad', message, value };
};

/** The keys that lead to what an issue is about. */
export const keysOf = ({ path = [] }: SchemaIssue): PropertyKey[] =>
  // A path may be a kind of array whose own `map` is something else.
  Array.from(path, (step) => (typeof step === 'object' ? step.key : step));

/** The value that keys lead to; undefined if there is none. */
export const valueAt = (given: unknown, keys: readonly PropertyKey[]): unknown => keys.reduce(readOwn, given);

const readOwn = (of: unknown, key: PropertyKey): unknown =>
  of !== null && typeof of === 'object' && Object.hasOwn(of, key)
    ? (of as Record<PropertyKey, unknown>)[key]
    : undefined;

/* zod says of a union only that none of it fits; what was tried is beside. */
const readAlternatives = (issue: SchemaIssue & { errors?: unknown }): string | undefined => {
  if (!Array.isArray(issue.errors)) return undefined;
  const tried = (issue.errors as readonly (readonly { expected?: unknown; path?: readonly unknown[] }[])[]).flat();
  const expected = tried.filter(({ path = [] }) => path.length === 0).map((error) => error.expected);
  return expected.length > 0 && expected.every((type) => typeof type === 'string')
    ? `expected ${expected.join(' | ')}`
    : undefined;
};
