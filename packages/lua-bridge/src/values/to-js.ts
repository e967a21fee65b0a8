import { NULL } from './json-null.js';
import type { LuaValue } from './lua-value.js';
import { luaFunction } from '../run/callback.js';
import { BOOLEAN, FLOAT, INTEGER, LIGHTUSERDATA, NIL, STRING, TABLE } from '../fengari/tags.js';
import { textOf, textOrBytes } from '../fengari/text.js';
import type { LuaState, LuaTable, TString, TValue } from '../fengari/types.js';
import type { Runtime } from '../run/runtime.js';
import { isFunction } from '../fengari/frame.js';

/** Tables and objects may nest this deep when they cross. */
export const MAX_DEPTH = 200;

/** Why a value could not cross; becomes a Lua error or a rejected promise, whichever side asked. */
export class ConversionError extends TypeError {
  override readonly name = 'ConversionError';
  readonly code = 'conversion';
}

type Seen = Map<LuaTable, LuaValue>;

/**
 * A Lua value as TypeScript sees it.
 * @throws ConversionError for a coroutine, for a table with keys that are neither text nor numbers, and beyond 200 levels.
 */
export const toJs = (L: LuaState, value: TValue): LuaValue => convert(L, value, undefined, 0);

const convert = (L: LuaState, value: TValue, seen: Seen | undefined, depth: number): LuaValue => {
  switch (value.type) {
    case NIL:
      return undefined;
    case STRING:
      return textOrBytes(value.value as TString);
    case BOOLEAN:
    case INTEGER:
    case FLOAT:
      return value.value as boolean | number | bigint;
    case TABLE:
      return convertTable(L, value.value as LuaTable, seen ?? new Map<LuaTable, LuaValue>(), depth + 1);
    default:
      return convertOther(L, value);
  }
};

const convertOther = (L: LuaState, value: TValue): LuaValue => {
  if (value.type === LIGHTUSERDATA && value.value === NULL) return null;
  if (isFunction(value)) return luaFunction(L, value);
  throw new ConversionError('A coroutine cannot be passed to the host; pass a function or data');
};

const convertTable = (L: LuaState, table: LuaTable, seen: Seen, depth: number): LuaValue => {
  const known = seen.get(table);
  if (known !== undefined) return known;
  if (depth > MAX_DEPTH) throw new ConversionError(`A table nests deeper than ${MAX_DEPTH} levels`);
  L.l_G.runtime.budget.spend(table.list.length + (table.keyed?.size ?? 0));
  return isList(L.l_G.runtime, table) ? convertArray(L, table, seen, depth) : convertObject(L, table, seen, depth);
};

/** Whether a table is a list: keys 1 to n and no others; an empty one only if it is marked. */
export const isList = (runtime: Runtime, table: LuaTable): boolean => {
  if (table.list.length === 0) return runtime.arrays.has(table) && isEmpty(table);
  return table.holes === 0 && isEmpty(table);
};

/* Whether the keyed part has no values. */
const isEmpty = (table: LuaTable): boolean => {
  for (let entry = table.first; entry !== undefined; entry = entry.next) if (entry.value.type !== NIL) return false;
  return true;
};

const convertArray = (L: LuaState, table: LuaTable, seen: Seen, depth: number): LuaValue => {
  const list: LuaValue[] = [];
  seen.set(table, list);
  for (const value of table.list) list.push(convert(L, value, seen, depth));
  return list;
};

const convertObject = (L: LuaState, table: LuaTable, seen: Seen, depth: number): LuaValue => {
  const object: Record<string, LuaValue> = {};
  seen.set(table, object);
  for (let i = 0; i < table.list.length; i++) {
    const value = table.list[i] as TValue;
    if (value.type !== NIL) object[i + 1] = convert(L, value, seen, depth);
  }
  for (let entry = table.first; entry !== undefined; entry = entry.next) {
    if (entry.value.type !== NIL) setProperty(object, keyText(entry.key), convert(L, entry.value, seen, depth));
  }
  return object;
};

const setProperty = (object: Record<string, LuaValue>, key: string, value: LuaValue): void => {
  // Assigning this one would set the prototype instead of adding a property.
  if (key === '__proto__') Object.defineProperty(object, key, { value, enumerable: true, writable: true, configurable: true });
  else object[key] = value;
};

const keyText = (key: TValue): string => {
  if (key.type === STRING) return textOf(key.value as TString);
  if (key.type === INTEGER || key.type === FLOAT) return String(key.value);
  throw new ConversionError('A table with keys that are neither text nor numbers cannot be passed to the host');
};
