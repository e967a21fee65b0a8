import { hostFunction, type HostFunction } from './host-function.js';
import { BridgeError } from './run/host-error.js';
import type { SchemaIssue, StandardSchema } from './standard-schema.js';
import type { HostCall, LuaValue } from './values/lua-value.js';

/** How a function with a schema is described. */
export interface SchemaFunctionOptions<Input, Output> {
  /** Schema of the input, an object. */
  input: StandardSchema<Input, Output>;
  /** Names of the fields that a script may also give one after the other. */
  params?: readonly FieldOf<Input>[];
}

type FieldOf<Input> = unknown extends Input ? string : keyof Input & string;

/**
 * Makes a function whose input is validated before it runs. A script calls it with one table of fields or, if `params`
 * is given, with the fields in that order. Bad input raises an error with the code `invalid_input` and a message such
 * as `track: bad field 'userId' (string expected, got number)`.
 *
 * @example
 * lua.set('greet', schemaFunction({ input: z.object({ name: z.string() }), params: ['name'] }, ({ name }) => `Hello ${name}`));
 * // in Lua: greet("Ann") or greet({ name = "Ann" })
 */
export const schemaFunction = <Input, Output>(
  { input, params }: SchemaFunctionOptions<Input, Output>,
  run: (input: Output, call: HostCall) => unknown,
): HostFunction =>
  hostFunction(async (call: HostCall, ...args: LuaValue[]) => {
    const given = fieldsOf(args, params);
    const result = await input['~standard'].validate(given);
    if (result.issues !== undefined) throw new BridgeError('invalid_input', describeIssue(call.path, result.issues[0], given));
    return run(result.value, call);
  });

const isTable = (value: LuaValue): boolean =>
  value !== null && typeof value === 'object' && !Array.isArray(value) && !(value instanceof Uint8Array);

const fieldsOf = (args: readonly LuaValue[], params: readonly string[] | undefined): LuaValue => {
  if (params === undefined || (args.length === 1 && isTable(args[0]))) return args[0] ?? {};
  const named = params.map((name, i): [string, LuaValue] => [name, args[i]]);
  return Object.fromEntries(named.filter(([, value]) => value !== undefined));
};

const describeIssue = (path: string, issue: SchemaIssue | undefined, given: LuaValue): string => {
  const fn = path.slice(path.lastIndexOf('.') + 1);
  const keys = (issue?.path ?? []).map((step) => (typeof step === 'object' ? step.key : step));
  const message = issue?.message ?? 'invalid input';
  if (keys.length === 0) return `${fn}: ${message}`;
  const field = keys.map(String).join('.');
  const value = keys.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | undefined)?.[key], given);
  const expected = expectedType(message);
  if (value === undefined) return `${fn}: missing field '${field}'${expected === undefined ? '' : ` (${expected} expected)`}`;
  return `${fn}: bad field '${field}' (${expected === undefined ? message : `${expected} expected, got ${luaType(value)}`})`;
};

/* The schema libraries word it each in their own way: `expected string`, `Expected string`, `must be a string (was …)`. */
const expectedType = (message: string): string | undefined =>
  (/expected (?:an? )?(\w+)/i.exec(message) ?? /must be (?:an? )?(\w+) \(was/.exec(message))?.[1]?.toLowerCase();

const luaType = (value: unknown): string => {
  if (value === null) return 'null';
  if (typeof value === 'object') return value instanceof Uint8Array ? 'string' : 'table';
  return typeof value === 'bigint' ? 'number' : typeof value;
};
