const BRAND = Symbol.for('@moonwire/lua-bridge/multi-return');

/** Several results of a host function. Made by `multiReturn`. */
export interface MultiReturn<Values extends readonly unknown[] = readonly unknown[]> {
  readonly values: Values;
}

/**
 * Gives a script several results, as Lua functions have them; of an iterator, several variables of the loop.
 *
 * @example
 * lua.set('divide', (a: number, b: number) => multiReturn(Math.floor(a / b), a % b));
 * // in Lua: local quotient, rest = divide(7, 2)
 */
export const multiReturn = <const Values extends readonly unknown[]>(...values: Values): MultiReturn<Values> => {
  const several = { values };
  Object.defineProperty(several, BRAND, { value: true });
  return several;
};

/** Whether a result was made by `multiReturn`, of any copy of this package. */
export const isMultiReturn = (result: unknown): result is MultiReturn => {
  try {
    return typeof result === 'object' && result !== null && BRAND in result;
  } catch {
    // A proxy that does not tell is none.
    return false;
  }
};
