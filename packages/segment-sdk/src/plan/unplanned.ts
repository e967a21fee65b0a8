import type { Violation } from '../contract/violation.js';
import { unknownName } from '../schema/suggest.js';
import { isObject, type SchemaObject, within } from './json-schema/check.js';

/** Adds what a value has and its schema does not know. */
export type FindUnplanned = (value: unknown, path: string, found: Violation[]) => void;

/** Keywords that may allow more members than `properties` names. */
const OPEN = ['$ref', 'additionalProperties', 'allOf', 'anyOf', 'dependencies', 'if', 'oneOf', 'patternProperties'];

/** Whether an object of a schema has no other members than those it names. */
export const isClosed = (schema: SchemaObject): boolean =>
  isObject(schema.properties) &&
  Object.keys(schema.properties).length > 0 &&
  !OPEN.some((keyword) => Object.hasOwn(schema, keyword));

/**
 * Finds properties that are not in the plan, at any depth: an object whose schema names properties has no others,
 * unless the schema says so itself. One that names none may hold anything.
 */
export const compileUnplanned = (schema: unknown): FindUnplanned | undefined => {
  if (!isObject(schema)) return undefined;
  const inItems = compileItems(schema.items);
  const members = isObject(schema.properties) ? schema.properties : {};
  const inner = new Map<string, FindUnplanned>();
  for (const [name, member] of Object.entries(members)) {
    const find = compileUnplanned(member);
    if (find) inner.set(name, find);
  }
  const known = isClosed(schema) ? new Set(Object.keys(members)) : undefined;
  if (!known && inner.size === 0) return inItems;
  return (value, path, found) => {
    if (Array.isArray(value)) inItems?.(value, path, found);
    else if (isObject(value)) findIn(value, path, found, known, inner);
  };
};

const findIn = (
  value: SchemaObject,
  path: string,
  found: Violation[],
  known: ReadonlySet<string> | undefined,
  inner: ReadonlyMap<string, FindUnplanned>,
): void => {
  for (const name of Object.keys(value)) {
    const member = value[name];
    if (member === undefined) continue;
    if (known && !known.has(name)) found.push(unplanned(path, name, [...known]));
    else inner.get(name)?.(member, within(path, name), found);
  }
};

const unplanned = (path: string, name: string, known: readonly string[]): Violation => {
  const field = within(path, name);
  const { suggestion } = unknownName('property', name, known);
  return suggestion === undefined
    ? { type: 'Unplanned Property', field, message: `${field} is not planned` }
    : {
        type: 'Unplanned Property',
        field,
        message: `${field} is not planned. Did you mean '${suggestion}'`,
        suggestion,
      };
};

/** `items` is one schema, or a list of them. */
const compileItems = (items: unknown): FindUnplanned | undefined => {
  const list = Array.isArray(items) ? items.map(compileUnplanned) : undefined;
  const one = list ? undefined : compileUnplanned(items);
  if (!one && !list?.some(Boolean)) return undefined;
  return (value, path, found) => {
    if (!Array.isArray(value)) return;
    value.forEach((item, at) => {
      (list ? list[at] : one)?.(item, within(path, at), found);
    });
  };
};
