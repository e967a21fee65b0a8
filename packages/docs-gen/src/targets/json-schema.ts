import { joinSchemas } from '../reference/call-schema.js';
import { functionsOf } from '../reference/function-doc.js';
import type { JsonSchema } from '../reference/json-schema.js';
import type { Reference, ReferenceOperation } from '../reference/reference.js';

/** A JSON Schema 2020-12 document. */
export interface SchemaDocument extends JsonSchema {
  readonly $schema: 'https://json-schema.org/draft/2020-12/schema';
  readonly title: string;
  /** `NAME.input` of every operation, and `NAME.output` where it is described. */
  readonly $defs: Readonly<Record<string, JsonSchema>>;
}

/**
 * The schemas of every operation as one document. The document itself accepts one call: `{ "name": "track", "input": {
 * … } }`. Results are described under their TypeScript names.
 */
export const renderJsonSchema = (reference: Reference): SchemaDocument => {
  functionsOf(reference);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: reference.title,
    description: `One call of ${reference.namespace}`,
    oneOf: reference.operations.map(describeCall),
    $defs: Object.fromEntries(reference.operations.flatMap(listDefinitions)),
  };
};

const describeCall = ({ name, summary }: ReferenceOperation) => ({
  type: 'object',
  description: summary,
  properties: { name: { const: name }, input: { $ref: `#/$defs/${name}.input` } },
  required: ['name', 'input'],
  additionalProperties: false,
});

const listDefinitions = (operation: ReferenceOperation): [string, JsonSchema][] => [
  [`${operation.name}.input`, joinSchemas(operation)],
  ...(operation.output ? [[`${operation.name}.output`, operation.output] as [string, JsonSchema]] : []),
];
