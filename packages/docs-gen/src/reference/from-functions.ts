import { DocsError } from './docs-error.js';
import type { JsonSchema } from './json-schema.js';
import type { Example, Reference, ReferenceOperation } from './reference.js';

/** A function to describe: its name, what it does, and schemas of the one table it takes and of what it returns. */
export interface DescribedFunction {
  readonly name: string;
  readonly summary: string;
  /** Default: `'write'`, the cautious guess. */
  readonly effect?: 'read' | 'write';
  /** Default: it takes an empty table. */
  readonly input?: AnySchema;
  readonly output?: AnySchema;
  readonly examples?: readonly Example[];
}

/**
 * Plain JSON Schema, or a schema of any library that follows the Standard Schema specification.
 * @see https://standardschema.dev
 */
export type AnySchema = JsonSchema | StandardSchema;

/** A schema of a validation library; one that can state itself as JSON Schema has `jsonSchema`. */
export interface StandardSchema {
  readonly '~standard': {
    readonly vendor: string;
    readonly jsonSchema?: Readonly<
      Record<'input' | 'output', (options: { readonly target: 'draft-2020-12' }) => Record<string, unknown>>
    >;
  };
}

/** A library of your own functions, where a {@link Reference} has operations. */
export interface FunctionLibrary extends Omit<Reference, 'operations'> {
  readonly functions: readonly DescribedFunction[];
  /** Turns a Standard Schema that cannot state itself as JSON Schema into one. */
  readonly toJsonSchema?: (schema: StandardSchema, side: 'input' | 'output') => JsonSchema;
}

/**
 * A reference of any functions described with JSON Schema or Standard Schema.
 * @throws DocsError for a Standard Schema that cannot be turned into JSON Schema.
 * @example
 * fromFunctions({
 *   title: 'Weather',
 *   namespace: 'app.weather',
 *   functions: [{ name: 'forecast', summary: 'Tell the weather of tomorrow.', input: z.object({ city: z.string() }) }],
 * })
 */
export const fromFunctions = ({ functions, toJsonSchema, ...library }: FunctionLibrary): Reference => ({
  ...library,
  operations: functions.map(({ name, summary, effect = 'write', input, output, examples }): ReferenceOperation => {
    const convert = (schema: AnySchema, side: 'input' | 'output') =>
      toPlainSchema(schema, side, `${name}.${side}`, toJsonSchema);
    return {
      name,
      summary,
      effect,
      input: input ? convert(input, 'input') : { type: 'object', properties: {}, additionalProperties: false },
      ...(output ? { output: convert(output, 'output') } : {}),
      ...(examples ? { examples } : {}),
    };
  }),
});

const toPlainSchema = (
  schema: AnySchema,
  side: 'input' | 'output',
  where: string,
  toJsonSchema: FunctionLibrary['toJsonSchema'],
): JsonSchema => {
  if (!('~standard' in schema)) return schema;
  const { jsonSchema, vendor } = schema['~standard'];
  if (jsonSchema) return omitDialect(jsonSchema[side]({ target: 'draft-2020-12' }));
  if (toJsonSchema) return omitDialect(toJsonSchema(schema, side));
  throw new DocsError(
    `${where}: a schema of ${vendor} that cannot state itself as JSON Schema; give toJsonSchema, or a JSON Schema`,
  );
};

const omitDialect = (schema: object): JsonSchema =>
  Object.fromEntries(Object.entries(schema).filter(([keyword]) => keyword !== '$schema'));
