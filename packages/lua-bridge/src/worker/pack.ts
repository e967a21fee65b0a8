import type { Packed, PackedError } from './protocol.js';

type Path = (string | number)[];

/*
 * Functions cannot be cloned between threads. They are taken out, and their places are sent beside the value, never in
 * it: data made by a script can then not pass itself off as a function.
 */

/** Prepares a value for another thread. `register` gives each function an id there. */
export const pack = (value: unknown, register: (fn: object) => number): Packed => {
  const functions: { path: Path; id: number }[] = [];
  const seen = new Map<object, unknown>();
  const copy = (item: unknown, path: Path): unknown => {
    if (typeof item === 'function') {
      functions.push({ path, id: register(item) });
      return null;
    }
    if (item === null || typeof item !== 'object' || !isCopied(item)) return item;
    const known = seen.get(item);
    if (known !== undefined) return known;
    const copied: Record<string | number, unknown> = Array.isArray(item) ? ([] as never) : {};
    seen.set(item, copied);
    for (const [key, inner] of Object.entries(item)) define(copied, key, copy(inner, [...path, key]));
    return copied;
  };
  return { value: copy([value], []), functions };
};

/* Everything is sent by its own properties; only what the clone algorithm knows better is left to it. */
const isCopied = (item: object): boolean =>
  !(item instanceof Uint8Array || item instanceof Date || item instanceof Map || item instanceof Set || item instanceof Error);

const define = (object: Record<string | number, unknown>, key: string | number, value: unknown): void => {
  // Assigning to `__proto__` would set the prototype.
  if (key === '__proto__') Object.defineProperty(object, key, { value, enumerable: true, writable: true, configurable: true });
  else object[key] = value;
};

/** Restores a value from another thread. `resolve` gives the function for an id. */
export const unpack = ({ value, functions }: Packed, resolve: (id: number) => unknown): unknown => {
  for (const { path, id } of functions) {
    let at = value as Record<string | number, unknown>;
    for (const key of path.slice(0, -1)) at = at[key] as typeof at;
    define(at, path[path.length - 1] ?? 0, resolve(id));
  }
  return (value as unknown[])[0];
};

/** Prepares an error for another thread. `register` keeps the original under an id. */
export const packError = (error: unknown, register: (error: unknown) => number): PackedError => {
  const id = register(error);
  if (error === null || typeof error !== 'object') return { id, name: 'Error', message: String(error), fields: {} };
  const { name = 'Error', message = 'unknown error' } = error as Partial<Error>;
  return { id, name, message, fields: Object.fromEntries(Object.entries(error).filter(([key, field]) => isPlain(key, field))) };
};

const isPlain = (key: string, field: unknown): boolean =>
  !['message', 'stack', 'cause', 'name'].includes(key) && ['string', 'number', 'boolean', 'bigint'].includes(typeof field);
