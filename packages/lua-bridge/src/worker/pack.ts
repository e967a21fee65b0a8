import { ConversionError, keyOfMap, locate } from '../bridge/conversion-error.js';
import { readThrown, type Thrown } from '../bridge/thrown.js';
import { MAX_DEPTH } from '../vm/tables/table.js';
import type { Packed, Place, Repeated } from './protocol.js';

/*
 * A clone shares objects but not texts: a thousand references to one text would be a thousand texts.
 * Functions cannot be cloned between threads, and of errors only a part. They are taken out, and their places are sent
 * beside the value, never in it: data made by a script can then not pass itself off as a function.
 */

/**
 * Prepares a value for another thread.
 * @param register Gives each function and error an id there.
 * @param around How many levels are only wrapped around what crosses, such as the list of arguments; errors do not name
 *   them.
 * @throws ConversionError for a symbol, and beyond 200 levels.
 */
export const pack = (value: unknown, register: (item: object) => number, around = 0): Packed => {
  const copy = new Copy(register, around);
  const copied = copy.of(value);
  const { places, repeated } = copy;
  if (repeated.length > 0) return [copied, places, repeated];
  return places.length === 0 ? [copied] : [copied, places];
};

/* Around a value may be the list of arguments, or that of what is exposed. */
const MAX_LEVELS = MAX_DEPTH + 2;

/* Characters of a text that is worth a look whether it repeats. */
const LONG = 1000;

/* A copy without functions and errors. Every object is sent by its own properties, whatever its class. */
class Copy {
  readonly places: Place[] = [];
  readonly #path: unknown[] = [];
  #texts: Map<string, Repeated> | undefined;
  #seen: Map<object, unknown> | undefined;

  constructor(
    private readonly register: (item: object) => number,
    private readonly around: number,
  ) {}

  get repeated(): Repeated[] {
    return this.#texts === undefined ? [] : [...this.#texts.values()].filter((paths) => paths.length > 1);
  }

  of(item: unknown): unknown {
    switch (typeof item) {
      case 'string':
        return item.length < LONG ? item : this.#text(item);
      case 'object':
        return item === null || isCloned(item) ? item : (this.#seen?.get(item) ?? this.#object(item));
      case 'function':
        this.places.push([[...this.#path], this.register(item)]);
        return null;
      case 'symbol':
        throw new ConversionError('A symbol cannot be passed to Lua; pass its description');
      default:
        return item;
    }
  }

  #text(item: string): string | null {
    const texts = (this.#texts ??= new Map<string, Repeated>());
    const paths = texts.get(item);
    if (paths === undefined) texts.set(item, [[...this.#path]]);
    else paths.push([...this.#path]);
    return paths === undefined ? item : null;
  }

  #object(item: object): unknown {
    if (this.#path.length > MAX_LEVELS) throw new ConversionError(`An object nests deeper than ${MAX_DEPTH} levels`);
    if (item instanceof Error) {
      this.places.push([[...this.#path], this.register(item), readThrown(item)]);
      return null;
    }
    if (Array.isArray(item)) return this.#list(item, item);
    if (item instanceof Set) return this.#list(item, [...item]);
    if (item instanceof Map) return this.#map(item);
    const copied: Record<string, unknown> = {};
    this.#note(item, copied);
    for (const key of Object.keys(item)) define(copied, key, this.#at(key, (item as Record<string, unknown>)[key]));
    return copied;
  }

  #list(item: object, elements: readonly unknown[]): unknown[] {
    const copied = new Array<unknown>(elements.length);
    this.#note(item, copied);
    for (let i = 0; i < elements.length; i++) copied[i] = this.#at(i, elements[i]);
    return copied;
  }

  #map(item: ReadonlyMap<unknown, unknown>): Map<unknown, unknown> {
    const copied = new Map<unknown, unknown>();
    this.#note(item, copied);
    for (const [key, value] of item) copied.set(key, this.#at(key, value, keyOfMap(key)));
    return copied;
  }

  #at(key: unknown, value: unknown, name = key as PropertyKey): unknown {
    this.#path.push(key);
    try {
      return this.of(value);
    } catch (error) {
      throw this.#path.length > this.around ? locate(error, name) : error;
    } finally {
      this.#path.pop();
    }
  }

  #note(item: object, copied: unknown): void {
    (this.#seen ??= new Map()).set(item, copied);
  }
}

/* What the clone algorithm knows better than its properties tell. */
const isCloned = (item: object): boolean => item instanceof Uint8Array || item instanceof Date;

const define = (object: Record<string | number, unknown>, key: string | number, value: unknown): void => {
  // Assigning to `__proto__` would set the prototype.
  if (key === '__proto__')
    Object.defineProperty(object, key, { value, enumerable: true, writable: true, configurable: true });
  else object[key] = value;
};

/** Restores a value from another thread. `resolve` gives the function or error for an id. */
export const unpack = (
  [value, places = [], repeated = []]: Packed,
  resolve: (id: number, error?: Thrown) => unknown,
): unknown => {
  for (const [first = [], ...others] of repeated) {
    const text = first.reduce(step, value);
    for (const path of others) putAt(value, path, text);
  }
  for (const [path, id, error] of places) {
    if (path.length === 0) return resolve(id, error);
    putAt(value, path, resolve(id, error));
  }
  return value;
};

const putAt = (value: unknown, path: readonly unknown[], item: unknown): void => {
  put(path.slice(0, -1).reduce(step, value), path[path.length - 1], item);
};

const step = (at: unknown, key: unknown): unknown =>
  at instanceof Map ? (at.get(key) as unknown) : (at as Record<string, unknown>)[key as string];

const put = (at: unknown, key: unknown, value: unknown): void => {
  if (at instanceof Map) at.set(key, value);
  else define(at as Record<string, unknown>, key as string, value);
};
