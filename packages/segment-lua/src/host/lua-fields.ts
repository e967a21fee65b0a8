/** What of a JSON Schema decides how a value crosses between Lua and the SDK. */
export interface FieldSchema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly FieldSchema[];
  readonly properties?: Readonly<Record<string, FieldSchema>>;
  readonly items?: FieldSchema;
  /** The values of an object whose keys are data. */
  readonly additionalProperties?: FieldSchema | boolean;
  readonly format?: string;
  /** A field of results that an input may repeat. */
  readonly readOnly?: boolean;
  readonly 'x-secret'?: boolean;
}

/** `writeKeys` → `write_keys`, `reverseETLModelId` → `reverse_etl_model_id`: how a declared field is spelt in Lua. */
export const luaField = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .toLowerCase();

/** Whether a value is an object with fields. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Respells the fields that `schema` declares for Lua, at every depth. Keys of free-form maps (settings, traits) are
 * data and stay as they are.
 */
export const toLuaFields = (schema: FieldSchema | undefined, value: unknown): unknown => {
  if (schema === undefined) return value;
  if (Array.isArray(value)) return schema.items ? value.map((item) => toLuaFields(schema.items, item)) : value;
  const declared = schema.properties;
  if (!isRecord(value) || declared === undefined) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) =>
      Object.hasOwn(declared, key) ? [luaField(key), toLuaFields(declared[key], field)] : [key, field],
    ),
  );
};

const listSchemas = new WeakMap<FieldSchema, boolean>();

/** Whether a list is declared anywhere in a schema. */
const declaresList = (schema: FieldSchema): boolean => {
  const known = listSchemas.get(schema);
  if (known !== undefined) return known;
  const found = schema.type === 'array' || Object.values(schema.properties ?? {}).some(declaresList);
  listSchemas.set(schema, found);
  return found;
};

/**
 * Reads a script's argument the way `schema` means it: Lua has one empty table, which is `[]` where a list is expected
 * and
 * `{}` everywhere else.
 */
export const fromLuaInput = (schema: FieldSchema | undefined, value: unknown): unknown => {
  if (schema === undefined || !declaresList(schema)) return value;
  if (Array.isArray(value)) return schema.items ? value.map((item) => fromLuaInput(schema.items, item)) : value;
  if (!isRecord(value)) return value;
  if (schema.type === 'array' && Object.keys(value).length === 0) return [];
  const declared = schema.properties;
  if (declared === undefined) return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [key, fromLuaInput(declared[key], field)]));
};
