import { type DescribedOperation, publicGroups, type PublicSchema } from '@moonwire/segment-sdk/public-api/table';

import { luaField } from '../src/host/lua-fields.js';

/** Every operation of the Public API, as the table describes it. */
export const described: readonly DescribedOperation[] = publicGroups.flatMap(({ operations }) => operations);

const BASIC: Readonly<Record<string, unknown>> = { string: 'a b', integer: 1, number: 1, boolean: true };

/** A value that a schema allows, with everything that may be left out; of alternatives the first. */
export const sampleOf = (schema: PublicSchema): unknown => {
  if (schema.enum) return schema.enum[0];
  if (schema.anyOf) return sampleOf(schema.anyOf[0] ?? {});
  if (schema.items) return [sampleOf(schema.items), sampleOf(schema.items)];
  if (schema.additionalProperties) return { 'a Key': sampleOf(schema.additionalProperties) };
  if (schema.properties) return sampleFields(schema.properties);
  const [type = 'object'] = [schema.type ?? 'object'].flat();
  return type in BASIC ? BASIC[type] : { someKey: [1], other_key: 'x' };
};

const sampleFields = (properties: Readonly<Record<string, PublicSchema>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(properties).flatMap(([name, field]) => (field.readOnly ? [] : [[name, sampleOf(field)]])),
  );

/** An input of an operation with every field. */
export const sampleInput = ({ input }: DescribedOperation): Record<string, unknown> => sampleFields(input.properties);

/** The same value with every declared field as Lua spells it. */
export const respell = (schema: PublicSchema, value: unknown): unknown => {
  const chosen = schema.anyOf?.[0] ?? schema;
  if (Array.isArray(value)) return value.map((item) => respell(chosen.items ?? {}, item));
  if (typeof value !== 'object' || value === null) return value;
  const { properties, additionalProperties: values } = chosen;
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => {
      if (values) return [key, respell(values, field)];
      const declared = properties?.[key];
      return declared ? [luaField(key), respell(declared, field)] : [key, field];
    }),
  );
};
