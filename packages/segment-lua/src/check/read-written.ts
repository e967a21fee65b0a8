import type { Expression, TableConstructorExpression, TableKey, TableKeyString, TableValue } from 'luaparse';

import { type FieldSchema, luaField } from '../host/lua-fields.js';
import { createPlaceholder } from '../host/placeholder.js';

type Field = TableKey | TableKeyString | TableValue;

const decoder = new TextDecoder();

const decode = (bytes: string): string => decoder.decode(Uint8Array.from(bytes, (byte) => byte.charCodeAt(0)));

/** The name of a field, if it is written out. */
export const readKey = (field: Field): string | undefined => {
  if (field.type === 'TableKeyString') return field.key.name;
  if (field.type === 'TableKey' && field.key.type === 'StringLiteral') return decode(field.key.value);
  return undefined;
};

/** Names of fields are spelt as Segment's or as Lua's. */
const isSame = (declared: string, key: string | undefined): boolean => declared === key || luaField(declared) === key;

/** The field of a written table that has this key. */
export const findField = (table: TableConstructorExpression, name: string): Field | undefined =>
  table.fields.find((field) => isSame(name, readKey(field)));

const schemaOf = ({ properties = {} }: FieldSchema, key: string): FieldSchema =>
  Object.entries(properties).find(([name]) => isSame(name, key))?.[1] ?? {};

/** The items of a table that is a list; of any other, and of an empty one, nothing. */
export const readItems = ({ fields }: TableConstructorExpression): Expression[] | undefined =>
  fields.length > 0 && fields.every(({ type }) => type === 'TableValue') ? fields.map(({ value }) => value) : undefined;

const readTable = (table: TableConstructorExpression, schema: FieldSchema): unknown => {
  const items = readItems(table);
  if (items?.every(({ type }) => type !== 'VarargLiteral'))
    return items.map((item) => readWritten(item, schema.items ?? {}));
  const { fields } = table;
  if (fields.some(({ value }) => value.type === 'VarargLiteral')) return createPlaceholder(schema) ?? {};
  const named = fields.flatMap((field) => {
    const key = readKey(field);
    return key === undefined ? [] : [[key, readWritten(field.value, schemaOf(schema, key))] as const];
  });
  // Keys that are computed may be any, so whatever else is needed is taken to be there.
  const others = fields.some((field) => readKey(field) === undefined) ? (createPlaceholder(schema) ?? {}) : {};
  const unknown = Object.entries(others).filter(([name]) => !named.some(([key]) => isSame(name, key)));
  return Object.fromEntries([...unknown, ...named]);
};

/**
 * The value of an expression as far as it is written out. What only a run can tell stands as a value that fits
 * `schema`, so that it is never reported.
 */
export const readWritten = (expression: Expression, schema: FieldSchema): unknown => {
  switch (expression.type) {
    case 'StringLiteral':
      return decode(expression.value);
    case 'NumericLiteral':
    case 'BooleanLiteral':
      return expression.value;
    case 'NilLiteral':
      return undefined;
    case 'TableConstructorExpression':
      return readTable(expression, schema);
    default:
      return createPlaceholder(schema);
  }
};
