import type { LuaState } from '../vm/state/lua-state.js';
import { countSlots } from '../vm/tables/filing.js';
import { elementAt, forEachField, hasElement, isList, MAX_DEPTH } from '../vm/tables/table.js';
import { NULL } from '../vm/values/json-null.js';
import type { LuaString } from '../vm/values/string.js';
import { countElements, type LuaTable } from '../vm/values/table.js';
import { BOOLEAN, FLOAT, INTEGER, LIGHTUSERDATA, NIL, STRING, TABLE } from '../vm/values/tags.js';
import { asciiText, shortAscii, textOf, textOrBytes } from '../vm/values/text.js';
import { isFunction, type Value } from '../vm/values/value.js';
import { wrapLuaFunction } from './callback.js';
import { ConversionError, locate } from './conversion-error.js';
import type { LuaValue } from './lua-value.js';
import { objectOf } from './objects.js';

/** What one conversion has made so far: what is shared in Lua is shared in TypeScript too, and made once. */
class Made {
  /** Estimated bytes of all of it. */
  bytes = 0;
  #values: Map<object, LuaValue> | undefined;

  get(source: object): LuaValue {
    return this.#values?.get(source);
  }

  add(source: object, value: LuaValue): void {
    this.#values ??= new Map();
    this.#values.set(source, value);
  }
}

/**
 * A Lua value as TypeScript sees it.
 * @throws ConversionError for a coroutine, for a table with keys that are neither text nor numbers, and beyond 200
 *   levels.
 */
export const toJs = (L: LuaState, value: Value): LuaValue => allToJs(L, [value])[0];

/**
 * The values in places of the stack, or results, as TypeScript sees them; the same table twice is the same object
 * twice.
 */
export const allToJs = (
  L: LuaState,
  places: readonly (Value | undefined)[],
  from = 0,
  to = places.length,
): LuaValue[] => {
  const values = new Array<LuaValue>(to - from);
  const made = new Made();
  for (let i = from; i < to; i++) values[i - from] = convert(L, places[i] as Value, made, 0);
  // What is small is dropped before it grows old.
  if (made.bytes > LARGE_COPY) L.runtime.budget.memory.noteGarbage(made.bytes);
  return values;
};

const convert = (L: LuaState, value: Value, made: Made, depth: number): LuaValue => {
  switch (value.type) {
    case NIL:
      return undefined;
    case STRING:
      return shortAscii(value.value as LuaString) ?? convertText(L, value.value as LuaString, made);
    case BOOLEAN:
    case INTEGER:
    case FLOAT:
      return value.value as boolean | number | bigint;
    case TABLE:
      return made.get(value.value as LuaTable) ?? convertTable(L, value.value as LuaTable, made, depth + 1);
    default:
      return convertOther(L, value);
  }
};

const convertText = (L: LuaState, string: LuaString, made: Made): LuaValue => {
  const known = made.get(string);
  if (known !== undefined) return known;
  L.runtime.budget.allocateString(string.length);
  const text = asciiText(string) ?? textOrBytes(string.bytes);
  made.add(string, text);
  return text;
};

const convertOther = (L: LuaState, value: Value): LuaValue => {
  if (value.type === LIGHTUSERDATA && value.value === NULL) return null;
  if (isFunction(value)) return wrapLuaFunction(L, value);
  // An object of the host goes back as itself.
  const object = objectOf(value);
  if (object !== undefined) return object as LuaValue;
  throw new ConversionError('A coroutine cannot be passed to the host; pass a function or data');
};

const LARGE_COPY = 1_000_000;

/* Bytes of an object and of what remembers it, and of one of its properties. */
const OBJECT_BYTES = 150;
const PROPERTY_BYTES = 30;

const convertTable = (L: LuaState, table: LuaTable, made: Made, depth: number): LuaValue => {
  if (depth > MAX_DEPTH) throw new ConversionError(`A table nests deeper than ${MAX_DEPTH} levels`);
  const { budget } = L.runtime;
  const size = countElements(table) + countSlots(table);
  budget.spend(size);
  const bytes = OBJECT_BYTES + size * PROPERTY_BYTES;
  budget.allocate(bytes);
  made.bytes += bytes;
  return isList(L.runtime, table) ? convertArray(L, table, made, depth) : convertObject(L, table, made, depth);
};

const convertArray = (L: LuaState, table: LuaTable, made: Made, depth: number): LuaValue => {
  const list: LuaValue[] = [];
  made.add(table, list);
  for (let i = 0; i < countElements(table); i++) list.push(convertItem(L, elementAt(table, i), made, depth, i));
  return list;
};

const convertObject = (L: LuaState, table: LuaTable, made: Made, depth: number): LuaValue => {
  const object: Record<string, LuaValue> = {};
  made.add(table, object);
  for (let i = 0; i < countElements(table); i++) {
    if (hasElement(table, i)) object[i + 1] = convertItem(L, elementAt(table, i), made, depth, i);
  }
  const mixed = hasNumbers(table);
  forEachField(table, (filed, value) => {
    const key = convertKey(filed);
    if (mixed && Object.hasOwn(object, key)) refuseTwice(key);
    const place = typeof filed.value === 'number' ? filed.value - 1 : key;
    setProperty(object, key, convertItem(L, value, made, depth, place));
  });
  return object;
};

/* Whether a table has numbers for keys, which may read like its texts. */
const hasNumbers = ({ list, layout }: LuaTable): boolean =>
  list.length > 0 || (!layout.isShared && layout.filed.some((filed) => typeof filed !== 'string'));

const refuseTwice = (key: string): never => {
  throw new ConversionError(`A table with both the keys ${key} and "${key}" cannot be passed to the host`, [key]);
};

const convertItem = (L: LuaState, value: Value, made: Made, depth: number, key: PropertyKey): LuaValue => {
  try {
    return convert(L, value, made, depth);
  } catch (error) {
    throw locate(error, key);
  }
};

const setProperty = (object: Record<string, LuaValue>, key: string, value: LuaValue): void => {
  // Assigning this one would set the prototype instead of adding a property.
  if (key === '__proto__')
    Object.defineProperty(object, key, { value, enumerable: true, writable: true, configurable: true });
  else object[key] = value;
};

const convertKey = (key: Value): string => {
  if (key.type === STRING) return shortAscii(key.value as LuaString) ?? convertLongKey(key.value as LuaString);
  if (key.type === INTEGER || key.type === FLOAT) return String(key.value);
  throw new ConversionError('A table with keys that are neither text nor numbers cannot be passed to the host');
};

const convertLongKey = (key: LuaString): string => {
  const text = textOrBytes(key.bytes);
  if (typeof text === 'string') return text;
  throw new ConversionError('A table with a key that is not UTF-8 cannot be passed to the host', [textOf(key)]);
};
