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

/**
 * The fields of an object schema, in the order it declares them. Those of alternatives are one list: what some of them
 * lack may be left out. Of objects whose keys are data, the fields of the values.
 */
export const readFields = (schema: JsonSchema | undefined): readonly Field[] => {
  if (!schema) return [];
  const fields = known.get(schema) ?? readSchema(schema);
  known.set(schema, fields);
  return fields;
};

/** The same schema is often part of many others. */
const known = new WeakMap<JsonSchema, readonly Field[]>();

const readSchema = (schema: JsonSchema): readonly Field[] => {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices && !schema.properties) return joinChoices(choices.filter(({ type }) => type !== 'null').map(readInner));
  return Object.entries(schema.properties ?? {}).map(([name, property]) => {
    const unless = property['x-unless'];
    return {
      name,
      type: nameType(property),
      required: schema.required?.includes(name) ?? false,
      ...(unless === undefined ? {} : { unless }),
      description: property.description ?? '',
      schema: property,
      fields: readInner(property),
    };
  });
};

/** The fields that a call may set: what is `readOnly` is there because a result may be given back. */
export const readParameters = (schema: JsonSchema | undefined): Field[] => omitReadOnly(readFields(schema));

const omitReadOnly = (fields: readonly Field[]): Field[] =>
  fields
    .filter((field) => field.schema.readOnly !== true)
    .map((field) => ({ ...field, fields: omitReadOnly(field.fields) }));

const readInner = (schema: JsonSchema): readonly Field[] =>
  readFields(schema.items ?? (typeof schema.additionalProperties === 'object' ? schema.additionalProperties : schema));

const joinChoices = (choices: readonly (readonly Field[])[]): Field[] => {
  const all = choices.flat();
  const isEverywhere = (name: string) =>
    choices.every((fields) => fields.some((field) => field.name === name && field.required));
  return all
    .filter(({ name }, index) => all.findIndex((field) => field.name === name) === index)
    .map((field) => ({ ...field, required: isEverywhere(field.name) }));
};

/** Fields and their inner fields as one list, each after the field that holds it. */
export const flattenFields = (fields: readonly Field[], parent = '', depth = 0): FieldAtPath[] =>
  fields.flatMap((field) => {
    const path = parent + field.name;
    const inner = `${path}${field.type.endsWith('[]') ? '[]' : isMap(field) ? '.KEY' : ''}.`;
    return [{ ...field, path, depth }, ...flattenFields(field.fields, inner, depth + 1)];
  });

/** Whether a field holds an object whose keys are data, while its values are declared. */
export const isMap = ({ schema }: Pick<Field, 'schema'>): boolean =>
  schema.type === 'object' && typeof schema.additionalProperties === 'object';

/** A way to give fields, and those inside them, other names. */
export const createRenaming = (rename: (name: string) => string): ((fields: readonly Field[]) => readonly Field[]) => {
  const renamed = new WeakMap<readonly Field[], readonly Field[]>();
  const renameAll = (fields: readonly Field[]): readonly Field[] => {
    const own =
      renamed.get(fields) ??
      fields.map((field) => ({ ...field, name: rename(field.name), fields: renameAll(field.fields) }));
    renamed.set(fields, own);
    return own;
  };
  return renameAll;
};

/** Fields and their inner fields in any order; what is there more than once is one. */
export const collectFields = (fields: readonly Field[], found = new Set<Field>()): ReadonlySet<Field> => {
  for (const field of fields) {
    if (found.has(field)) continue;
    found.add(field);
    collectFields(field.fields, found);
  }
  return found;
};

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
