import { type FieldSchema, isRecord, luaField } from './lua-fields.js';

/**
 * Respells the fields that a schema of the whole Public API declares for Lua, at every depth. Its schemas have
 * alternatives, and objects whose keys are data while their values are declared.
 */
export const toLua = (schema: FieldSchema | undefined, value: unknown): unknown => {
  const shape = chooseShape(schema, value);
  if (shape === undefined) return value;
  if (Array.isArray(value)) return shape.items ? value.map((item) => toLua(shape.items, item)) : value;
  if (!isRecord(value)) return value;
  const { properties: declared, additionalProperties: values } = shape;
  if (typeof values === 'object') return mapValues(value, (item) => toLua(values, item));
  if (declared === undefined) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) =>
      Object.hasOwn(declared, key) ? [luaField(key), toLua(declared[key], field)] : [key, field],
    ),
  );
};

const mapValues = (value: Record<string, unknown>, map: (item: unknown) => unknown): Record<string, unknown> =>
  Object.fromEntries(Object.entries(value).map(([key, item]) => [key, map(item)]));

/** The alternative that a value is: a list, or the object that declares most of its fields. */
const chooseShape = (schema: FieldSchema | undefined, value: unknown): FieldSchema | undefined => {
  if (!schema?.anyOf) return schema;
  if (Array.isArray(value)) return schema.anyOf.find(({ type }) => type === 'array');
  if (!isRecord(value)) return undefined;
  const isEmpty = Object.keys(value).length === 0;
  if (isEmpty && !schema.anyOf.some(({ type }) => type === 'object')) return schema.anyOf.find(isList);
  const known = ({ properties = {} }: FieldSchema): number =>
    Object.keys(properties).filter((name) => name in value || luaField(name) in value).length;
  return schema.anyOf.filter(({ type }) => type === 'object').sort((a, b) => known(b) - known(a))[0];
};

const isList = ({ type }: FieldSchema): boolean => type === 'array';

/**
 * Reads a script's argument the way `schema` means it. Lua has one empty table, which is `[]` where a list is expected.
 * What was read may be given back: a declared field may have the spelling of Lua (`json_schema`), and a field that
 * results have and that cannot be set is left out.
 */
export const fromLua = (schema: FieldSchema, value: unknown): unknown => {
  const shape = chooseShape(schema, value);
  if (shape === undefined) return value;
  if (Array.isArray(value)) {
    const { items } = shape;
    return items ? value.map((item) => fromLua(items, item)) : value;
  }
  if (!isRecord(value)) return value;
  if (isList(shape) && Object.keys(value).length === 0) return [];
  const { properties: declared, additionalProperties: values } = shape;
  if (typeof values === 'object') return mapValues(value, (item) => fromLua(values, item));
  return declared === undefined ? value : readFields(declared, value);
};

const readFields = (
  declared: Readonly<Record<string, FieldSchema>>,
  value: Record<string, unknown>,
): Record<string, unknown> => {
  const names = spellingsOf(declared);
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, field]) => {
      // A field that is given in both spellings stays twice, and the one that is not the API's is refused.
      const name = Object.hasOwn(value, names.get(key) ?? '') ? key : (names.get(key) ?? key);
      const schema = Object.hasOwn(declared, name) ? declared[name] : undefined;
      if (schema?.readOnly) return [];
      return [[name, schema ? fromLua(schema, field) : field]];
    }),
  );
};

const spellings = new WeakMap<object, ReadonlyMap<string, string>>();

/** The declared names by how Lua spells them. */
const spellingsOf = (declared: Readonly<Record<string, FieldSchema>>): ReadonlyMap<string, string> => {
  const known = spellings.get(declared) ?? new Map(Object.keys(declared).map((name) => [luaField(name), name]));
  spellings.set(declared, known);
  return known;
};
