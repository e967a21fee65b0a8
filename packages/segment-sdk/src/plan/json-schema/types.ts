import { described } from '../../schema/json-value.js';
import { type Check, hasToJson, isObject, type Keywords } from './check.js';

const isNumber = (value: unknown): boolean => typeof value === 'number' || typeof value === 'bigint';
const isWritten = (value: unknown): boolean => typeof value === 'object' && value !== null && hasToJson(value);

/** Whether a value is of a type. Dates are texts on the wire. */
const TYPES: Readonly<Record<string, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string' || isWritten(value),
  number: isNumber,
  integer: (value) => Number.isInteger(value) || typeof value === 'bigint',
  boolean: (value) => typeof value === 'boolean',
  null: (value) => value === null,
  array: Array.isArray,
  object: isObject,
};

/** `type`: one or a list of them. Types that draft-07 does not know allow anything. */
export const types: Keywords = ({ type }) => {
  if (type === undefined) return undefined;
  const names = [type].flat().filter((name): name is string => typeof name === 'string');
  const tests = names.map((name) => TYPES[name]).filter((test) => test !== undefined);
  const [first] = tests;
  if (tests.length < names.length || !first) return undefined;
  const test = tests.length === 1 ? first : (value: unknown): boolean => tests.some((is) => is(value));
  return expect('type', names.join(' or '), test);
};

/** A check that a test decides. */
const expect =
  (keyword: string, expected: string, test: (value: unknown) => boolean): Check =>
  (value, path, findings) => {
    if (!test(value)) findings.push({ keyword, path, message: `${expected} expected, got ${described(value)}` });
  };
