import { ConversionError } from './conversion-error.js';

/* The values without parts that Lua has nothing for. */

/** Whether a text is Unicode: half a surrogate pair is no character, and has no UTF-8. */
export const isWellFormed = (text: string): boolean => text.isWellFormed();

/** Whether a function is a class, which nothing can call. */
export const isClass = (fn: object): boolean => Object.getOwnPropertyDescriptor(fn, 'prototype')?.writable === false;

/**
 * Refuses a value that has no form in Lua.
 * @throws ConversionError saying what to pass instead.
 */
export const refuseScalar = (value: unknown): never => {
  if (typeof value === 'symbol') throw new ConversionError('A symbol cannot be passed to Lua; pass its description');
  if (typeof value === 'bigint')
    throw new ConversionError(`The bigint ${value} does not fit Lua's 64-bit integers; pass it as text`);
  if (typeof value === 'function')
    throw new ConversionError(`The class ${value.name} cannot be called from Lua; pass a function that makes one`);
  throw new ConversionError('A text with half a surrogate pair cannot be passed to Lua; pass text.toWellFormed()');
};

/** Refuses a value without parts if Lua has nothing for it. */
export const checkScalar = (value: unknown): void => {
  const isFine =
    typeof value === 'string'
      ? isWellFormed(value)
      : typeof value === 'bigint'
        ? BigInt.asIntN(64, value) === value
        : typeof value === 'function'
          ? !isClass(value)
          : typeof value !== 'symbol';
  if (!isFine) refuseScalar(value);
};
