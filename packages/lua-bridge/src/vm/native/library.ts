import type { Native } from '../state/native.js';
import { LIGHT_NATIVE } from '../values/tags.js';
import { Value } from '../values/value.js';

/** The functions of a library by name. */
export type Library = Readonly<Record<string, Native>>;

const qualifiedNames = new WeakMap<Native, string>();

/** Name of a library function as messages give it where the calling code has none: `table.sort`. */
export const nativeName = (fn: Native): string | undefined => qualifiedNames.get(fn);

/** Remembers the names of a library's functions. */
export const nameFunctions = (prefix: string, library: Library): Library => {
  for (const [name, fn] of Object.entries(library)) qualifiedNames.set(fn, prefix + name);
  return library;
};

/** A library's functions as fields of a table. */
export const fieldsOf = (library: Library): Record<string, Value> =>
  Object.fromEntries(Object.entries(library).map(([name, fn]) => [name, new Value(LIGHT_NATIVE, fn)]));
