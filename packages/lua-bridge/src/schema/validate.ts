import type { LuaValue } from '../bridge/lua-value.js';
import { keysOf, valueAt } from './schema-issue.js';
import { readExpectation } from './schema-wording.js';
import type { SchemaIssue, SchemaResult, StandardSchema } from './standard-schema.js';

/** What a schema says of a value, and the value as it was looked at. */
interface Validated<Output> {
  readonly result: SchemaResult<Output>;
  readonly given: LuaValue;
}

/** Asks a schema about a value from Lua. An empty table is a list where the schema wants one. */
export const validate = async <Output>(
  schema: StandardSchema<unknown, Output>,
  given: LuaValue,
): Promise<Validated<Output>> => {
  const result = await schema['~standard'].validate(given);
  const holder = { given };
  const mended = result.issues?.some((issue) => mendEmptyList(holder, issue)) === true;
  return mended ? validate(schema, holder.given) : { result, given };
};

/* Lua has one empty table. If that is what is wrong, it becomes a list. */
const mendEmptyList = (holder: { given: LuaValue }, issue: SchemaIssue): boolean => {
  const keys = keysOf(issue);
  const value = valueAt(holder.given, keys);
  const isEmpty =
    value !== null && typeof value === 'object' && !Array.isArray(value) && Object.keys(value).length === 0;
  if (!isEmpty || readExpectation(issue.message, keys, value).expected !== 'list') return false;
  const path = ['given', ...keys];
  const last = path.pop() as PropertyKey;
  (valueAt(holder, path) as Record<PropertyKey, unknown>)[last] = [];
  return true;
};
