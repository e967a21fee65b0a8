import type { PublicObjectSchema, PublicSchema } from './describe-fields.js';

/** The fields of the objects that results have under a name: of each `rules`, say, its `createdAt`. */
export type FieldsByName = ReadonlyMap<string, Readonly<Record<string, PublicSchema>>>;

/** Collects what results consist of, at any depth. */
export const collectFields = (outputs: readonly PublicSchema[]): FieldsByName => {
  const found = new Map<string, Readonly<Record<string, PublicSchema>>>();
  const collect = (schema: PublicSchema): void => {
    for (const [name, field] of Object.entries(schema.properties ?? {})) {
      for (const one of objectsIn(field)) found.set(name, { ...found.get(name), ...one.properties });
    }
    for (const part of partsOf(schema)) collect(part);
  };
  outputs.forEach(collect);
  return found;
};

/**
 * Lets an input repeat what results of its group have in the same place, marked as `readOnly`: what was read can then
 * be changed and given back.
 */
export const allowReadOnly = (input: PublicObjectSchema, known: FieldsByName): PublicObjectSchema => ({
  ...input,
  properties: mapFields(input.properties, (name, field) => extend(field, known.get(name) ?? {}, known)),
});

const extend = (
  schema: PublicSchema,
  others: Readonly<Record<string, PublicSchema>>,
  known: FieldsByName,
): PublicSchema => {
  if (schema.items) return { ...schema, items: extend(schema.items, others, known) };
  if (schema.anyOf) return { ...schema, anyOf: schema.anyOf.map((choice) => extend(choice, others, known)) };
  const { properties } = schema;
  if (!properties) return schema;
  const repeated = Object.entries(others).filter(([name]) => !(name in properties));
  return {
    ...schema,
    properties: {
      ...mapFields(properties, (name, field) => extend(field, known.get(name) ?? {}, known)),
      ...Object.fromEntries(repeated.map(([name, field]) => [name, { ...field, readOnly: true as const }])),
    },
  };
};

const mapFields = (
  fields: Readonly<Record<string, PublicSchema>>,
  map: (name: string, field: PublicSchema) => PublicSchema,
): Readonly<Record<string, PublicSchema>> =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, map(name, field)]));

const partsOf = ({ items, anyOf = [], properties = {}, additionalProperties }: PublicSchema): PublicSchema[] => [
  ...(items ? [items] : []),
  ...anyOf,
  ...Object.values(properties),
  ...(additionalProperties ? [additionalProperties] : []),
];

/** The objects that a field, its items or its alternatives are. */
const objectsIn = (schema: PublicSchema): PublicSchema[] => [
  ...(schema.properties ? [schema] : []),
  ...(schema.items ? objectsIn(schema.items) : []),
  ...(schema.anyOf ?? []).flatMap(objectsIn),
];
