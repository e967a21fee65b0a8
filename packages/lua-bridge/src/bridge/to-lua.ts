import type { LuaState } from '../vm/state/lua-state.js';
import { newTable } from '../vm/tables/lua-table.js';
import { appendElement, appendField, MAX_DEPTH } from '../vm/tables/table.js';
import { setKey } from '../vm/tables/table-access.js';
import { nullValue } from '../vm/values/json-null.js';
import { type LuaString, newString } from '../vm/values/string.js';
import type { LuaTable } from '../vm/values/table.js';
import { BOOLEAN, FLOAT, INTEGER, LIGHT_NATIVE, NIL, STRING, TABLE } from '../vm/values/tags.js';
import { luaString } from '../vm/values/text.js';
import { Value } from '../vm/values/value.js';
import { unwrapLuaFunction } from './callback.js';
import { ConversionError, keyOfMap, locate, nameFailure } from './conversion-error.js';
import { readProperty } from './fields.js';
import { type Form, formOf, listEntries } from './form.js';
import { wrapHostFunction } from './host-call.js';
import { createErrorTable } from './host-error.js';
import { iterate } from './iteration.js';
import { explainMethods } from './methods.js';
import type { ObjectKind } from './object-kind.js';
import { objectValue } from './objects.js';
import { raisedValue } from './raised-value.js';
import { isClass, isWellFormed, refuseScalar } from './scalar.js';

/* Keys of host objects are few and repeat; beyond this many, and this long, a run does not share them. */
const SHARED_KEYS = 2000;
const LONGEST_SHARED = 40;

type Seen = Map<object, LuaTable>;

interface Context {
  L: LuaState;
  path: string;
  seen: Seen | undefined;
}

/**
 * A TypeScript value as Lua sees it. Objects and arrays become fresh tables of their own enumerable properties;
 * `null` and `undefined` are nil, so absent in an object, and `json.null` inside an array, where they keep their place.
 * @param path Name given to functions inside, for messages.
 * @throws ConversionError for what has no form in Lua or cannot be read, and beyond 200 levels.
 */
export const toLua = (L: LuaState, value: unknown, path = '?'): Value => {
  const { making } = L.runtime;
  const before = making.length;
  try {
    return convert({ L, seen: undefined, path }, value, 0);
  } catch (error) {
    throw nameFailure(error);
  } finally {
    making.length = before;
  }
};

const convert = (context: Context, value: unknown, depth: number, name?: string): Value => {
  switch (typeof value) {
    case 'string':
      return convertString(context.L, value);
    case 'number':
      return convertNumber(value);
    case 'boolean':
      return new Value(BOOLEAN, value);
    case 'undefined':
      return new Value(NIL, null);
    case 'object':
      return value === null ? new Value(NIL, null) : convertObject(context, value, depth + 1, name);
    case 'bigint':
      return convertBigint(value);
    case 'function':
      return convertFunction(context, value as (...args: never[]) => unknown, name);
    default:
      return refuseScalar(value);
  }
};

const convertString = (L: LuaState, text: string): Value => {
  const string = luaString(text);
  // ASCII has as many bytes as characters.
  if (string.length !== text.length && !isWellFormed(text)) refuseScalar(text);
  L.runtime.budget.allocateString(string.length);
  return new Value(STRING, string);
};

/** A number as Lua sees it: an integer if it is one exactly, else a float. */
const convertNumber = (value: number): Value =>
  new Value(Number.isSafeInteger(value) && !Object.is(value, -0) ? INTEGER : FLOAT, value);

const convertBigint = (value: bigint): Value => {
  if (BigInt.asIntN(64, value) !== value) refuseScalar(value);
  const number = Number(value);
  return new Value(INTEGER, Number.isSafeInteger(number) ? number : value);
};

const convertFunction = ({ L, path }: Context, fn: (...args: never[]) => unknown, name?: string): Value => {
  const own = unwrapLuaFunction(L, fn);
  if (own !== undefined) return own;
  const kind = L.runtime.exposed?.find(fn);
  if (kind !== undefined) return objectValue(L, fn, kind as ObjectKind);
  if (isClass(fn)) refuseScalar(fn);
  return new Value(LIGHT_NATIVE, wrapHostFunction(name === undefined ? path : `${path}.${name}`, fn));
};

const convertObject = (context: Context, value: object, depth: number, name?: string): Value => {
  const known = context.seen?.get(value);
  if (known !== undefined) return new Value(TABLE, known);
  if (depth > MAX_DEPTH) throw new ConversionError(`An object nests deeper than ${MAX_DEPTH} levels`);
  const kind = context.L.runtime.exposed?.find(value);
  if (kind !== undefined) return objectValue(context.L, value, kind as ObjectKind);
  const form = formOf(value);
  switch (form.as) {
    case 'value':
      return convert(context, form.value, depth + 1);
    case 'bytes':
      context.L.runtime.budget.allocateString(form.bytes.length);
      return new Value(STRING, newString(form.bytes));
    case 'iterator':
      return new Value(
        LIGHT_NATIVE,
        iterate(form.source, name === undefined ? context.path : `${context.path}.${name}`),
      );
    case 'error':
      return raisedValue(context.L, value) ?? new Value(TABLE, createErrorTable(context.L, value));
    default:
      return new Value(TABLE, fillTable(context, value, form, depth));
  }
};

type TableForm = Extract<Form, { as: 'fields' | 'instance' | 'list' | 'entries' }>;

const fillTable = (context: Context, value: object, form: TableForm, depth: number): LuaTable => {
  const table = newTable(context.L);
  const { making } = context.L.runtime;
  (context.seen ??= new Map()).set(value, table);
  making.push(table);
  if (form.as === 'list') fillList(context, table, form.items, depth);
  else if (form.as === 'entries') fillMap(context, table, form.entries, depth);
  else fillFields(context, table, value as Record<string, unknown>, depth);
  if (form.as === 'instance') explainMethods(context.L, table, form);
  making.pop();
  return table;
};

const fillList = (context: Context, table: LuaTable, list: readonly unknown[], depth: number): void => {
  context.L.runtime.arrays.add(table);
  const { budget } = context.L.runtime;
  let index = 0;
  for (const item of list) {
    budget.spend(2);
    const absent = item === null || item === undefined;
    appendElement(context.L, table, absent ? nullValue() : convertItem(context, item, depth, index));
    index++;
  }
};

const fillMap = (context: Context, table: LuaTable, map: ReadonlyMap<unknown, unknown>, depth: number): void => {
  context.L.runtime.budget.spend(map.size * 4);
  for (const [key, luaKey, item] of listEntries(map)) {
    if (item === null || item === undefined) continue;
    const place = convert(context, luaKey, depth);
    setKey(context.L, table, place, convertItem(context, item, depth, keyOfMap(key)));
  }
};

const fillFields = (context: Context, table: LuaTable, object: Record<string, unknown>, depth: number): void => {
  const { budget } = context.L.runtime;
  for (const key of Object.keys(object)) {
    budget.spend(4);
    const item = readProperty(object, key);
    if (item === null || item === undefined) continue;
    appendField(context.L, table, shareKey(context.L, key), convertItem(context, item, depth, key, key));
  }
};

const convertItem = (context: Context, item: unknown, depth: number, key: PropertyKey, name?: string): Value => {
  try {
    return convert(context, item, depth, name);
  } catch (error) {
    throw locate(error, key);
  }
};

const shareKey = (L: LuaState, key: string): LuaString => {
  const { keys } = L.runtime;
  let string = keys.get(key);
  if (string === undefined) {
    if (!isWellFormed(key)) refuseScalar(key);
    string = luaString(key);
    if (keys.size < SHARED_KEYS && key.length <= LONGEST_SHARED) keys.set(key, string);
  }
  return string;
};
