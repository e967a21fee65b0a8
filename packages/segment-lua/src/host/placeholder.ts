import type { FieldSchema } from './lua-fields.js';

const SAMPLES: Readonly<Record<string, (schema: FieldSchema, name: string) => unknown>> = {
  string: ({ format }, name) => (format === 'date-time' ? '2000-01-01T00:00:00Z' : `<${name}>`),
  integer: () => 0,
  number: () => 0,
  boolean: () => false,
  array: (schema, name) => [createPlaceholder(schema.items ?? {}, name)],
  object: ({ properties = {} }) =>
    Object.fromEntries(Object.entries(properties).map(([field, schema]) => [field, createPlaceholder(schema, field)])),
};

/**
 * A value of the shape that `schema` describes, for a result that was never fetched: texts are `<field>`, lists have
 * one item.
 */
export const createPlaceholder = (schema: FieldSchema, name = 'value'): unknown =>
  typeof schema.type === 'string' ? SAMPLES[schema.type]?.(schema, name) : undefined;
