import type { Expression } from 'luaparse';

import { type FieldSchema, luaField } from '../../host/lua-fields.js';
import { isGlobal } from '../script/scope.js';
import type { Binding, Bindings } from './bindings.js';

/** What is known of a value: the shapes it may have, and what people call it. */
export interface ResultType {
  readonly schemas: readonly FieldSchema[];
  /** `the result of list_sources`, `an item of sources`. */
  readonly title: string;
}

/** The type of an expression; nothing where it is not the result of a call or a part of one. */
export type TypeOf = (expression: Expression) => ResultType | undefined;

/** The shape that a call's result has. */
export type ResultOf = (call: Expression) => ResultType | undefined;

const DEEPEST = 30;

/** Follows results of calls through names, fields, lists and loops. */
export const typesIn = (bindings: Bindings, resultOf: ResultOf): TypeOf => {
  const named = new Map<string, ResultType | undefined>();
  const typeOf = (expression: Expression, depth = 0): ResultType | undefined => {
    if (depth > DEEPEST) return undefined;
    switch (expression.type) {
      case 'Identifier':
        return isGlobal(expression) ? undefined : typeOfName(expression.name, depth);
      case 'MemberExpression':
        return fieldOf(typeOf(expression.base, depth + 1), expression.identifier.name);
      case 'IndexExpression':
        return expression.index.type === 'StringLiteral'
          ? fieldOf(typeOf(expression.base, depth + 1), expression.index.value)
          : itemOf(typeOf(expression.base, depth + 1));
      case 'LogicalExpression':
        return isEmptyTable(expression.right) ? typeOf(expression.left, depth + 1) : undefined;
      default:
        return resultOf(expression);
    }
  };
  const typeOfName = (name: string, depth: number): ResultType | undefined => {
    if (named.has(name)) return named.get(name);
    // What goes round in a circle is not known.
    named.set(name, undefined);
    const given = bindings.get(name);
    const type = given && unite(given.map((binding) => typeOfBinding(binding, depth + 1)));
    named.set(name, type);
    return type;
  };
  const typeOfBinding = ({ from, isItem }: Binding, depth: number): ResultType | undefined => {
    const type = typeOf(from, depth);
    return isItem ? itemOf(type) : type;
  };
  return (expression) => typeOf(expression);
};

const isEmptyTable = (expression: Expression): boolean =>
  expression.type === 'TableConstructorExpression' && expression.fields.length === 0;

/** Only if all are known is anything certain. */
const unite = (types: readonly (ResultType | undefined)[]): ResultType | undefined => {
  const known = types.filter((type) => type !== undefined);
  const [first] = known;
  if (first === undefined || known.length < types.length) return undefined;
  return { title: first.title, schemas: [...new Set(known.flatMap(({ schemas }) => schemas))] };
};

/** The alternatives of a schema, however deep. */
const listShapes = (schema: FieldSchema): FieldSchema[] => (schema.anyOf ? schema.anyOf.flatMap(listShapes) : [schema]);

/** Names of the fields that a type declares, as Lua spells them; nothing if others may be there, too. */
export const listFields = ({ schemas }: ResultType): string[] | undefined => {
  const shapes = schemas.flatMap(listShapes).filter(({ type }) => type !== 'null');
  const isClosed = ({ type, properties, additionalProperties: others }: FieldSchema): boolean =>
    type === 'object' && properties !== undefined && (others === undefined || others === false);
  if (shapes.length === 0 || !shapes.every(isClosed)) return undefined;
  return [...new Set(shapes.flatMap(({ properties = {} }) => Object.keys(properties).map(luaField)))];
};

/** Whether a type is a list and nothing else. */
export const isList = ({ schemas }: ResultType): boolean =>
  schemas.flatMap(listShapes).every(({ type }) => type === 'array');

/** The fields of a type that are lists. */
export const listLists = ({ schemas }: ResultType): string[] =>
  schemas
    .flatMap(listShapes)
    .flatMap(({ properties = {} }) => Object.entries(properties))
    .filter(([, { type }]) => type === 'array')
    .map(([name]) => luaField(name));

const fieldOf = (type: ResultType | undefined, name: string): ResultType | undefined => {
  const found = type?.schemas
    .flatMap(listShapes)
    .flatMap(({ properties = {} }) => Object.entries(properties))
    .filter(([declared]) => luaField(declared) === name)
    .map(([, schema]) => schema);
  return found?.length ? { schemas: found, title: name } : undefined;
};

const itemOf = (type: ResultType | undefined): ResultType | undefined => {
  const items = type?.schemas.flatMap(listShapes).map(({ items: item }) => item);
  if (!type || !items?.length || items.includes(undefined)) return undefined;
  return { schemas: items.filter((item) => item !== undefined), title: `an item of ${type.title}` };
};
