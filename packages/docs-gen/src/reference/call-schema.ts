import type { JsonSchema } from './json-schema.js';
import type { ReferenceOperation } from './reference.js';

/** The schema of everything a call takes: an operation's own parameters, then the shared options. */
export interface CallSchema extends JsonSchema {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, JsonSchema>>;
  readonly required: readonly string[];
}

interface Replaceable {
  readonly name: string;
  /** The field that may be given in its place. */
  readonly other: string;
}

/** One plain schema from an operation's input and options, with `x-unless` spelled out in standard keywords. */
export const joinSchemas = ({ input, options }: Pick<ReferenceOperation, 'input' | 'options'>): CallSchema => {
  const own = Object.entries(input.properties ?? {});
  const shared = Object.entries(options?.properties ?? {}).filter(([name]) => !own.some(([taken]) => taken === name));
  const replaceable = own.flatMap(([name, { 'x-unless': other }]) => (other === undefined ? [] : [{ name, other }]));
  return {
    ...input,
    type: 'object',
    properties: Object.fromEntries([...own, ...shared].map(([name, schema]) => [name, omitUnless(schema)])),
    required: [...(input.required ?? []), ...(options?.required ?? [])].filter(
      (name) => !replaceable.some((field) => field.name === name),
    ),
    ...writeConditions(replaceable),
  };
};

const omitUnless = (schema: JsonSchema): JsonSchema =>
  Object.fromEntries(Object.entries(schema).filter(([keyword]) => keyword !== 'x-unless'));

// As if/then, because model providers refuse anyOf, oneOf and allOf at the top of a tool's input.
const writeConditions = ([first, ...rest]: readonly Replaceable[]): Pick<JsonSchema, 'if' | 'then' | 'else'> =>
  first === undefined
    ? {}
    : {
        if: { not: { required: [first.other] } },
        then: { required: [first.name], ...writeConditions(rest) },
        ...(rest.length === 0 ? {} : { else: writeConditions(rest) }),
      };
