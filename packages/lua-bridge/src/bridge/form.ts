import { isPromise } from '../vm/state/waiting.js';
import { textOrBytes } from '../vm/values/text.js';
import { ConversionError } from './conversion-error.js';
import { checkSymbols } from './fields.js';
import { type HostIterable, isIterable } from './iterator.js';
import { isMultiReturn } from './multi-return.js';
import { checkScalar } from './scalar.js';

/** In what form an object crosses to Lua. */
export type Form =
  | { readonly as: 'fields' }
  | { readonly as: 'instance'; readonly className: string; readonly methods: readonly string[] }
  | { readonly as: 'list'; readonly items: readonly unknown[] }
  | { readonly as: 'entries'; readonly entries: ReadonlyMap<unknown, unknown> }
  | { readonly as: 'bytes'; readonly bytes: Uint8Array }
  | { readonly as: 'value'; readonly value: unknown }
  | { readonly as: 'error' }
  | { readonly as: 'iterator'; readonly source: HostIterable };

const FIELDS: Form = { as: 'fields' };
const ERROR: Form = { as: 'error' };

/**
 * In what form an object crosses: the one answer for both kinds of sandbox. Bytes are always a copy.
 * @throws ConversionError for what has no form in Lua.
 */
export const formOf = (value: object): Form => {
  if (Array.isArray(value)) return { as: 'list', items: value };
  const prototype = Object.getPrototypeOf(value) as object | null;
  const symbols = Object.getOwnPropertySymbols(value);
  if (!isPlainPrototype(prototype)) return formOfInstance(value, prototype, symbols);
  if (symbols.length === 0) return FIELDS;
  if (isMultiReturn(value)) return { as: 'list', items: value.values };
  return isIterable(value) ? { as: 'iterator', source: value } : formOfFields(value, symbols);
};

const formOfFields = (value: object, symbols: readonly symbol[], form: Form = FIELDS): Form => {
  if (symbols.length > 0) checkSymbols(value, symbols);
  return form;
};

/** Whether it is that of an object literal, of any realm, or none. */
export const isPlainPrototype = (prototype: object | null): prototype is null =>
  prototype === Object.prototype || prototype === null || Object.getPrototypeOf(prototype) === null;

const formOfInstance = (value: object, prototype: object, symbols: readonly symbol[]): Form => {
  if (ArrayBuffer.isView(value)) return formOfView(value);
  if (value instanceof Map) return { as: 'entries', entries: value };
  if (value instanceof Set) return { as: 'list', items: [...(value as ReadonlySet<unknown>)] };
  if (value instanceof Date) return { as: 'value', value: writeDate(value) };
  if (value instanceof Error) return ERROR;
  const tag = Object.prototype.toString.call(value).slice('[object '.length, -1);
  if (tag === 'ArrayBuffer' || tag === 'SharedArrayBuffer')
    return { as: 'bytes', bytes: new Uint8Array(value as ArrayBuffer).slice() };
  if (BOXES.has(tag)) return { as: 'value', value: value.valueOf() };
  refuse(value, tag);
  const { toJSON } = value as { toJSON?: unknown };
  const json: unknown = typeof toJSON === 'function' ? toJSON.call(value) : value;
  if (json !== value) return { as: 'value', value: json };
  if (isIterable(value)) return { as: 'iterator', source: value };
  return formOfFields(value, symbols, formOfClass(prototype));
};

const classes = new WeakMap<object, Form>();

/* The form of instances of a class, by its prototype. */
const formOfClass = (prototype: object): Form => {
  let form = classes.get(prototype);
  if (form === undefined) {
    const methods = methodsOf(prototype);
    form = methods.length === 0 ? FIELDS : { as: 'instance', className: nameOf(prototype), methods };
    classes.set(prototype, form);
  }
  return form;
};

/** An entry of a Map: its key as it is, and as Lua can have it. */
type Entry = readonly [key: unknown, luaKey: unknown, value: unknown];

/**
 * The entries of a Map.
 * @throws ConversionError for a key that no table of Lua takes, and for one that Lua takes for another.
 */
export const listEntries = (map: ReadonlyMap<unknown, unknown>): Entry[] => {
  const seen = new Set<unknown>();
  return Array.from(map, ([key, value]): Entry => {
    const luaKey = readKey(key);
    if (seen.size === seen.add(luaKey).size)
      throw new ConversionError('Two keys of a Map are the same in Lua, which would keep one of them');
    return [key, luaKey, value];
  });
};

const readKey = (key: unknown): unknown => {
  checkScalar(key);
  if (key === null || key === undefined) throw new ConversionError('A Map with a null key cannot be passed to Lua');
  if (Number.isNaN(key)) throw new ConversionError('A Map with the key NaN cannot be passed to Lua');
  if (typeof key === 'bigint') return Number.isSafeInteger(Number(key)) ? Number(key) : key;
  const form = typeof key === 'object' ? formOf(key) : undefined;
  if (form?.as === 'bytes') return textOrBytes(form.bytes);
  if (form?.as === 'value') return readKey(form.value);
  if (form === undefined && typeof key !== 'function') return key;
  const what = form === undefined ? 'a function' : 'an object';
  throw new ConversionError(`A Map with ${what} for a key cannot be passed to Lua`);
};

/* A view may be of a pool that others use: what crosses is a copy. */
const formOfView = (view: ArrayBufferView): Form => {
  const isBytes = view instanceof Uint8Array || view instanceof Uint8ClampedArray || view instanceof DataView;
  if (!isBytes) return { as: 'list', items: Array.from(view as unknown as ArrayLike<unknown>) };
  return { as: 'bytes', bytes: new Uint8Array(view.buffer, view.byteOffset, view.byteLength).slice() };
};

const writeDate = (date: Date): string => (Number.isNaN(date.getTime()) ? 'Invalid Date' : date.toISOString());

const BOXES: ReadonlySet<string> = new Set(['String', 'Number', 'Boolean', 'BigInt', 'Symbol']);

/* What holds nothing that could cross, and what to pass instead. */
const REFUSED: Readonly<Record<string, string>> = {
  RegExp: 'pass its source',
  WeakMap: 'pass a Map',
  WeakSet: 'pass a Set',
  WeakRef: 'pass what it refers to',
  Blob: 'read it first',
  File: 'read it first',
};

const refuse = (value: object, tag: string): void => {
  const instead = REFUSED[tag] ?? (isPromise(value) ? 'wait for it first' : undefined);
  if (instead !== undefined) throw new ConversionError(`A ${tag} cannot be passed to Lua; ${instead}`);
};

const nameOf = (prototype: object): string => {
  const { constructor: made } = prototype as { constructor?: unknown };
  return typeof made === 'function' && made.name !== '' ? made.name : 'an unnamed class';
};

/* Names of the methods that a class and those it extends define. */
const methodsOf = (prototype: object): string[] => {
  const names = new Set<string>();
  for (let at: object | null = prototype; at !== null && !isPlainPrototype(at);) {
    addMethods(at, names);
    at = Object.getPrototypeOf(at) as object | null;
  }
  return [...names];
};

const addMethods = (prototype: object, names: Set<string>): void => {
  for (const [name, property] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
    const isMethod = typeof property.value === 'function' || 'get' in property;
    if (name !== 'constructor' && isMethod) names.add(name);
  }
};
