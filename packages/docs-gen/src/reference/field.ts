import type { JsonSchema } from './json-schema.js';

/** A parameter or a result field, read from an object schema. */
export interface Field {
  readonly name: string;
  /** In words: `string`, `object`, `string[]`, `"us" | "eu"`. */
  readonly type: string;
  readonly required: boolean;
  /** The field that may be given in place of this required one. */
  readonly unless?: string;
  readonly description: string;
  readonly schema: JsonSchema;
  /** The declared fields of an object, or of a list's entries. */
  readonly fields: readonly Field[];
}

/** A field with the way to it from the top: `sources[].id`. */
export interface FieldAtPath extends Field {
  readonly path: string;
  readonly depth: number;
}

/** The fields of an object schema, in the order it declares them. */
export const readFields = (schema: JsonSchema | undefined): Field[] =>
  Object.entries(schema?.properties ?? {}).map(([name, property]) => {
    const unless = property['x-unless'];
    return {
      name,
      type: nameType(property),
      required: schema?.required?.includes(name) ?? false,
      ...(unless === undefined ? {} : { unless }),
      description: property.description ?? '',
      schema: property,
      fields: readFields(property.items ?? property),
    };
  });

/** Fields and their inner fields as one list, each after the field that holds it. */
export const flattenFields = (fields: readonly Field[], parent = '', depth = 0): FieldAtPath[] =>
  fields.flatMap((field) => {
    const path = parent + field.name;
    const inner = `${path}${field.type.endsWith('[]') ? '[]' : ''}.`;
    return [{ ...field, path, depth }, ...flattenFields(field.fields, inner, depth + 1)];
  });

/** The same fields under other names. */
export const renameFields = (fields: readonly Field[], rename: (name: string) => string): Field[] =>
  fields.map((field) => ({ ...field, name: rename(field.name), fields: renameFields(field.fields, rename) }));

/**
 * A schema's type in words. A schema that allows everything is `any`.
 * @param nameOf What a type of JSON is called.
 */
export const nameType = (schema: JsonSchema, nameOf: (type: string) => string = (type) => type): string => {
  const literals = schema.enum ?? (schema.const === undefined ? undefined : [schema.const]);
  if (literals) return joinTypes(literals.map((value) => JSON.stringify(value)));
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices && !schema.type) return joinTypes(choices.map((choice) => nameType(choice, nameOf)));
  if (typeof schema.type !== 'string') return schema.type ? joinTypes(schema.type.map(nameOf)) : 'any';
  if (schema.type !== 'array') return nameOf(schema.type);
  const item = schema.items ? nameType(schema.items, nameOf) : 'any';
  return item.includes(' | ') ? `(${item})[]` : `${item}[]`;
};

const joinTypes = (types: readonly string[]): string => [...new Set(types)].join(' | ');
