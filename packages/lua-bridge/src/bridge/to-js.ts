import type { LuaState } from '../vm/state/lua-state.js';
import { countSlots, keyAt } from '../vm/tables/filing.js';
import { hasElement, isList, MAX_DEPTH } from '../vm/tables/table.js';
import { countElements, itemTagAt } from '../vm/values/items.js';
import { NULL } from '../vm/values/json-null.js';
import type { Layout } from '../vm/values/layout.js';
import type { LuaString } from '../vm/values/string.js';
import type { LuaTable } from '../vm/values/table.js';
import { BOOLEAN, FLOAT, INTEGER, LIGHTUSERDATA, NIL, STRING, TABLE } from '../vm/values/tags.js';
import { asciiText, shortAscii, textOf, textOrBytes } from '../vm/values/text.js';
import { isFunction, Value } from '../vm/values/value.js';
import { wrapLuaFunction } from './callback.js';
import { ConversionError, locate } from './conversion-error.js';
import { Counterparts } from './counterparts.js';
import type { LuaValue } from './lua-value.js';
import { objectOf } from './objects.js';

/* One conversion. Of long texts too, the same one twice is made once. */
class Crossing {
  /** Estimated bytes of all that it has made. */
  bytes = 0;
  private made: Counterparts<LuaValue> | undefined = undefined;

  constructor(readonly L: LuaState) {}

  /** What was made of a table or a text, if it was met before. */
  get(source: object): LuaValue {
    return this.made?.get(source);
  }

  /** Notes what is made of it. */
  add(source: object, made: LuaValue): void {
    (this.made ??= new Counterparts()).add(source, made);
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
  const crossing = new Crossing(L);
  for (let i = from; i < to; i++) {
    const { type, value } = places[i] as Value;
    values[i - from] = convert(crossing, type, value, 0);
  }
  // What is small is dropped before it grows old.
  if (crossing.bytes > LARGE_COPY) L.runtime.budget.memory.noteGarbage(crossing.bytes);
  return values;
};

const convert = (crossing: Crossing, tag: number, value: unknown, depth: number): LuaValue => {
  switch (tag) {
    case NIL:
      return undefined;
    case STRING:
      return shortAscii(value as LuaString) ?? convertText(crossing, value as LuaString);
    case BOOLEAN:
    case INTEGER:
    case FLOAT:
      return value as boolean | number | bigint;
    case TABLE:
      return crossing.get(value as LuaTable) ?? convertTable(crossing, value as LuaTable, depth + 1);
    default:
      return convertOther(crossing.L, new Value(tag, value));
  }
};

const convertText = (crossing: Crossing, string: LuaString): LuaValue => {
  const known = crossing.get(string);
  if (known !== undefined) return known;
  crossing.L.runtime.budget.allocateString(string.length);
  const text = asciiText(string) ?? textOrBytes(string.bytes);
  crossing.add(string, text);
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

const convertTable = (crossing: Crossing, table: LuaTable, depth: number): LuaValue => {
  if (depth > MAX_DEPTH) throw new ConversionError(`A table nests deeper than ${MAX_DEPTH} levels`);
  const { runtime } = crossing.L;
  const size = countElements(table) + countSlots(table);
  runtime.budget.spend(size);
  const bytes = OBJECT_BYTES + size * PROPERTY_BYTES;
  runtime.budget.allocate(bytes);
  crossing.bytes += bytes;
  return isList(runtime, table) ? convertArray(crossing, table, depth) : convertObject(crossing, table, depth);
};

const convertArray = (crossing: Crossing, table: LuaTable, depth: number): LuaValue => {
  const list: LuaValue[] = [];
  crossing.add(table, list);
  for (let n = 0; n < countElements(table); n++) list.push(convertElement(crossing, table, n, depth));
  return list;
};

const convertElement = (crossing: Crossing, table: LuaTable, n: number, depth: number): LuaValue =>
  convertItem(crossing, itemTagAt(table, n), table.list[n], depth, n);

const convertObject = (crossing: Crossing, table: LuaTable, depth: number): LuaValue => {
  const object: Record<string, LuaValue> = {};
  crossing.add(table, object);
  for (let n = 0; n < countElements(table); n++) {
    if (hasElement(table, n)) object[n + 1] = convertElement(crossing, table, n, depth);
  }
  const { layout, slots } = table;
  const mixed = hasNumbers(table);
  for (let n = 0; n < layout.filed.length; n++) {
    const tag = slots[n * 2] as number;
    if (tag === NIL) continue;
    const key = nameSlot(layout, n);
    if (mixed && Object.hasOwn(object, key)) refuseTwice(key);
    const filed = layout.filed[n];
    const place = typeof filed === 'number' ? filed - 1 : key;
    setProperty(object, key, convertItem(crossing, tag, slots[n * 2 + 1], depth, place));
  }
  return object;
};

/* The key of a slot as the name of a property. Tables with a shared layout are many, and their keys few. */
const nameSlot = (layout: Layout, n: number): string => {
  if (!layout.isShared) return convertKey(keyAt(layout, n));
  return (layout.names[n] ??= convertKey(keyAt(layout, n)));
};

/* Whether a table has numbers for keys, which may read like its texts. */
const hasNumbers = ({ list, layout }: LuaTable): boolean =>
  list.length > 0 || (!layout.isShared && layout.filed.some((filed) => typeof filed !== 'string'));

const refuseTwice = (key: string): never => {
  throw new ConversionError(`A table with both the keys ${key} and "${key}" cannot be passed to the host`, [key]);
};

const convertItem = (crossing: Crossing, tag: number, value: unknown, depth: number, key: PropertyKey): LuaValue => {
  try {
    return convert(crossing, tag, value, depth);
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
