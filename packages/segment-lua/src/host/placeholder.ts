import type { FieldSchema } from './lua-fields.js';

const SAMPLES: Readonly<Record<string, (schema: FieldSchema, name: string) => unknown>> = {
  string: ({ format, enum: words }, name) =>
    words?.[0] ?? (format === 'date-time' ? '2000-01-01T00:00:00Z' : `<${name}>`),
  integer: () => 0,
  number: () => 0,
  boolean: () => false,
  array: (schema, name) => [createPlaceholder(schema.items ?? {}, name)],
  object: ({ properties = {} }) =>
    Object.fromEntries(Object.entries(properties).map(([field, schema]) => [field, createPlaceholder(schema, field)])),
};

/**
 * A value of the shape that `schema` describes, for a result that was never fetched: texts are `<field>`, or the first
 * word that is allowed; lists have one item.
 */
export const createPlaceholder = (schema: FieldSchema, name = 'value'): unknown => {
  const [choice] = schema.anyOf ?? [];
  if (choice) return createPlaceholder(choice, name);
  const [type = ''] = [schema.type].flat();
  return SAMPLES[type]?.(schema, name);
};
