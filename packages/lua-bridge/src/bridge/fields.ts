import { ConversionError, locate } from './conversion-error.js';

/**
 * Reads a property of an object that is about to cross.
 * @throws ConversionError if its getter throws.
 */
export const readProperty = (object: Record<string, unknown>, key: string): unknown => {
  try {
    return object[key];
  } catch (error) {
    throw locate(error, key);
  }
};

/**
 * Refuses an object that keeps data under symbols, which would be lost. Functions there say what JavaScript may do with
 * the object, and are left out.
 * @throws ConversionError naming the symbol.
 */
export const checkSymbols = (object: object, symbols: readonly symbol[]): void => {
  for (const symbol of symbols) {
    const property = Object.getOwnPropertyDescriptor(object, symbol);
    if (property?.enumerable === true && 'value' in property && typeof property.value !== 'function')
      throw new ConversionError('A property with a symbol for its key cannot be passed to Lua', [symbol]);
  }
};
