import type { JsonSchema } from './json-schema.js';

/** A parameter or a result field, read from an object schema. */
export interface Field {
  readonly name: string;
  /** In words: `string`, `object`, `string[]`, `"us" | "eu"`. */
  readonly type: string;
  readonly required: boolean;
  readonly description: string;
  /** The declared fields of an object, or of a list's entries. */
  readonly fields: readonly Field[];
}

/** The fields of an object schema, in the order it declares them. */
export const fieldsOf = (schema: JsonSchema | undefined): Field[] =>
  Object.entries(schema?.properties ?? {}).map(([name, property]) => ({
    name,
    type: typeOf(property),
    required: schema?.required?.includes(name) ?? false,
    description: property.description ?? '',
    fields: fieldsOf(property.items ?? property),
  }));

/** A schema's type in words. A schema that allows everything is `any`. */
export const typeOf = (schema: JsonSchema): string => {
  const literals = schema.enum ?? (schema.const === undefined ? undefined : [schema.const]);
  if (literals) return union(literals.map((value) => JSON.stringify(value)));
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices && !schema.type) return union(choices.map(typeOf));
  if (typeof schema.type !== 'string') return schema.type ? union(schema.type) : 'any';
  if (schema.type !== 'array') return schema.type;
  const item = schema.items ? typeOf(schema.items) : 'any';
  return item.includes(' ') ? `(${item})[]` : `${item}[]`;
};

const union = (types: readonly string[]): string => [...new Set(types)].join(' | ');
