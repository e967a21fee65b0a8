import type { LuaState } from '../vm/state/lua-state.js';
import { newTable, setValue } from '../vm/tables/lua-table.js';
import { addField, newRecord } from '../vm/tables/record.js';
import { appendItem, MAX_DEPTH } from '../vm/tables/table.js';
import { NULL } from '../vm/values/json-null.js';
import { type LuaString, newString, stringKey } from '../vm/values/string.js';
import type { LuaTable } from '../vm/values/table.js';
import { BOOLEAN, FLOAT, INTEGER, LIGHT_NATIVE, LIGHTUSERDATA, NIL, STRING, TABLE } from '../vm/values/tags.js';
import { luaString } from '../vm/values/text.js';
import { Value } from '../vm/values/value.js';
import { unwrapLuaFunction } from './callback.js';
import { ConversionError, keyOfMap, locate, nameFailure } from './conversion-error.js';
import { Counterparts } from './counterparts.js';
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

/* One conversion. */
class Crossing {
  /** The payload of the value that was converted last. */
  value: unknown = null;
  /** Tables of objects: an object that is there twice is one table. */
  tables: Counterparts<LuaTable> | undefined = undefined;

  constructor(
    readonly L: LuaState,
    /** Name given to functions inside. */
    readonly path: string,
  ) {}

  /** Notes the payload of what was converted; gives its tag. */
  give(tag: number, value: unknown): number {
    this.value = value;
    return tag;
  }
}

/**
 * A TypeScript value as Lua sees it. Objects and arrays become fresh tables of their own enumerable properties;
 * `null` and `undefined` are nil, so absent in an object, and `json.null` inside an array, where they keep their place.
 * @param path Name given to functions inside, for messages.
 * @throws ConversionError for what has no form in Lua or cannot be read, and beyond 200 levels.
 */
export const toLua = (L: LuaState, value: unknown, path = '?'): Value => {
  switch (typeof value) {
    case 'number':
      return new Value(tagOfNumber(value), value);
    case 'boolean':
      return new Value(BOOLEAN, value);
    case 'undefined':
      return new Value(NIL, null);
    default:
      return value === null ? new Value(NIL, null) : cross(L, value, path);
  }
};

const cross = (L: LuaState, value: unknown, path: string): Value => {
  const { runtime } = L;
  const { making } = runtime;
  const crossing = new Crossing(L, path);
  try {
    const tag = convert(crossing, value, 0);
    return new Value(tag, crossing.value);
  } catch (error) {
    throw nameFailure(error);
  } finally {
    runtime.making = making;
  }
};

/* Converts a value; gives its tag, and leaves its payload in the crossing. */
const convert = (crossing: Crossing, value: unknown, depth: number, name?: string): number => {
  switch (typeof value) {
    case 'string':
      return convertString(crossing, value);
    case 'number':
      return crossing.give(tagOfNumber(value), value);
    case 'boolean':
      return crossing.give(BOOLEAN, value);
    case 'undefined':
      return crossing.give(NIL, null);
    case 'object':
      return value === null ? crossing.give(NIL, null) : convertObject(crossing, value, depth + 1, name);
    case 'bigint':
      return convertBigint(crossing, value);
    case 'function':
      return convertFunction(crossing, value as (...args: never[]) => unknown, name);
    default:
      return refuseScalar(value);
  }
};

/* A number is an integer in Lua if it is one exactly, else a float. */
const tagOfNumber = (value: number): number => (Number.isSafeInteger(value) && !Object.is(value, -0) ? INTEGER : FLOAT);

const giveValue = (crossing: Crossing, { type, value }: Value): number => crossing.give(type, value);

const convertString = (crossing: Crossing, text: string): number => {
  const string = luaString(text);
  // ASCII has as many bytes as characters.
  if (string.length !== text.length && !isWellFormed(text)) refuseScalar(text);
  crossing.L.runtime.budget.allocateString(string.length);
  return crossing.give(STRING, string);
};

const convertBigint = (crossing: Crossing, value: bigint): number => {
  if (BigInt.asIntN(64, value) !== value) refuseScalar(value);
  const number = Number(value);
  return crossing.give(INTEGER, Number.isSafeInteger(number) ? number : value);
};

const convertFunction = (crossing: Crossing, fn: (...args: never[]) => unknown, name?: string): number => {
  const { L } = crossing;
  const own = unwrapLuaFunction(L, fn);
  if (own !== undefined) return giveValue(crossing, own);
  const kind = L.runtime.exposed?.find(fn);
  if (kind !== undefined) return giveValue(crossing, objectValue(L, fn, kind as ObjectKind));
  if (isClass(fn)) refuseScalar(fn);
  return crossing.give(LIGHT_NATIVE, wrapHostFunction(pathOf(crossing, name), fn));
};

const pathOf = ({ path }: Crossing, name: string | undefined): string =>
  name === undefined ? path : `${path}.${name}`;

const convertObject = (crossing: Crossing, value: object, depth: number, name?: string): number => {
  const { L } = crossing;
  const known = crossing.tables?.get(value);
  if (known !== undefined) return crossing.give(TABLE, known);
  if (depth > MAX_DEPTH) throw new ConversionError(`An object nests deeper than ${MAX_DEPTH} levels`);
  const kind = L.runtime.exposed?.find(value);
  if (kind !== undefined) return giveValue(crossing, objectValue(L, value, kind as ObjectKind));
  const form = formOf(value);
  switch (form.as) {
    case 'value':
      return convert(crossing, form.value, depth + 1);
    case 'bytes':
      L.runtime.budget.allocateString(form.bytes.length);
      return crossing.give(STRING, newString(form.bytes));
    case 'iterator':
      return crossing.give(LIGHT_NATIVE, iterate(form.source, pathOf(crossing, name)));
    case 'error':
      return giveValue(crossing, raisedValue(L, value) ?? new Value(TABLE, createErrorTable(L, value)));
    default:
      return crossing.give(TABLE, fillTable(crossing, value, form, depth));
  }
};

type TableForm = Extract<Form, { as: 'fields' | 'instance' | 'list' | 'entries' }>;

const fillTable = (crossing: Crossing, value: object, form: TableForm, depth: number): LuaTable => {
  const { L } = crossing;
  const { runtime } = L;
  const { making } = runtime;
  const keys = form.as === 'fields' || form.as === 'instance' ? Object.keys(value) : undefined;
  const table = keys === undefined ? newTable(L) : newRecord(L, keys.length);
  (crossing.tables ??= new Counterparts()).add(value, table);
  runtime.making = { table, outer: making };
  if (keys !== undefined) fillFields(crossing, table, value as Record<string, unknown>, keys, depth);
  else if (form.as === 'list') fillList(crossing, table, form.items, depth);
  else if (form.as === 'entries') fillMap(crossing, table, form.entries, depth);
  if (form.as === 'instance') explainMethods(L, table, form);
  runtime.making = making;
  return table;
};

const fillList = (crossing: Crossing, table: LuaTable, list: readonly unknown[], depth: number): void => {
  const { L } = crossing;
  const { arrays, budget } = L.runtime;
  arrays.add(table);
  let index = 0;
  for (const item of list) {
    budget.spend(2);
    const absent = item === null || item === undefined;
    const tag = absent ? crossing.give(LIGHTUSERDATA, NULL) : convertItem(crossing, item, depth, index);
    appendItem(L, table, tag, crossing.value);
    index++;
  }
};

const fillMap = (crossing: Crossing, table: LuaTable, map: ReadonlyMap<unknown, unknown>, depth: number): void => {
  const { L } = crossing;
  L.runtime.budget.spend(map.size * 4);
  for (const [key, luaKey, item] of listEntries(map)) {
    if (item === null || item === undefined) continue;
    const place = new Value(convert(crossing, luaKey, depth), crossing.value);
    const tag = convertItem(crossing, item, depth, keyOfMap(key));
    setValue(L, table, place, tag, crossing.value);
  }
};

const fillFields = (
  crossing: Crossing,
  table: LuaTable,
  object: Record<string, unknown>,
  keys: readonly string[],
  depth: number,
): void => {
  const { L } = crossing;
  const { budget } = L.runtime;
  for (const key of keys) {
    budget.spend(4);
    const item = readProperty(object, key);
    if (item === null || item === undefined) continue;
    const filed = stringKey(shareKey(L, key));
    const tag = convertItem(crossing, item, depth, key, key);
    addField(L, table, filed, tag, crossing.value);
  }
};

const convertItem = (crossing: Crossing, item: unknown, depth: number, key: PropertyKey, name?: string): number => {
  try {
    return convert(crossing, item, depth, name);
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
