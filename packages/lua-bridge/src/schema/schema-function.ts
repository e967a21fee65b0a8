import { BridgeError } from '../bridge/host-error.js';
import { type HostFunction, hostFunction } from '../bridge/host-function.js';
import type { HostCall, LuaValue } from '../bridge/lua-value.js';
import { type OptionNames, refuseUnknownOption } from '../bridge/option-names.js';
import { describeIssues, type Finding } from './schema-issue.js';
import type { StandardSchema } from './standard-schema.js';
import { validate } from './validate.js';

/** How a function with a schema is described. */
export interface SchemaFunctionOptions<Input, Output> {
  /** Schema of the input, an object. */
  readonly input: StandardSchema<Input, Output>;
  /** Names of the fields that a script may also give one after the other. */
  readonly params?: readonly FieldOf<Input>[];
}

const OPTIONS: OptionNames<SchemaFunctionOptions<never, never>> = { input: true, params: true };

type FieldOf<Input> = unknown extends Input ? string : keyof Input & string;

/**
 * Makes a function whose input is validated before it runs. A script calls it with one table of fields or, if `params`
 * is given, with the fields in that order. Bad input raises an error with the code `invalid_input` and a message such
 * as `track: bad field 'userId' (string expected, got number)`. An empty table is a list where the schema wants one.
 *
 * @example
 * lua.set('greet', schemaFunction({ input: z.object({ name: z.string() }), params: ['name'] }, ({ name }) => `Hello
 * ${name}`)); // in Lua: greet("Ann") or greet({ name = "Ann" })
 * @throws TypeError for an option that does not exist.
 */
export const schemaFunction = <Input, Output>(
  options: SchemaFunctionOptions<Input, Output>,
  run: (input: Output, call: HostCall) => unknown,
): HostFunction => {
  refuseUnknownOption('schemaFunction', options, OPTIONS);
  const { input, params } = options;
  return hostFunction(async (call: HostCall, ...args: LuaValue[]) => {
    const refuse = ({ message, field, suggestion }: Finding): never => {
      const name = call.path.slice(call.path.lastIndexOf('.') + 1);
      throw new BridgeError('invalid_input', `${name}: ${message}`, { field, suggestion });
    };
    const atMost = params?.length ?? 1;
    if (args.length > atMost) return refuse({ message: `too many arguments (${atMost} expected, got ${args.length})` });
    const given = fieldsOf(args, params);
    const { result, given: looked } = await validate(input, given);
    return result.issues === undefined
      ? run(result.value, call)
      : refuse(describeIssues(result.issues, looked, params));
  });
};

const isTable = (value: LuaValue): boolean =>
  value !== null && typeof value === 'object' && !Array.isArray(value) && !(value instanceof Uint8Array);

const fieldsOf = (args: readonly LuaValue[], params: readonly string[] | undefined): LuaValue => {
  if (params === undefined || (args.length === 1 && isTable(args[0]))) return args[0] ?? {};
  const named = params.map((name, i): [string, LuaValue] => [name, args[i]]);
  return Object.fromEntries(named.filter(([, value]) => value !== undefined));
};
