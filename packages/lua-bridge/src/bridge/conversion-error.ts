import { Fatal } from '../meter/fatal.js';
import { spellField } from './error-data.js';
import { isInstance, readThrown } from './thrown.js';

/** Why a value could not cross; becomes a Lua error or a rejected promise, whichever side asked. */
export class ConversionError extends TypeError {
  override readonly name = 'ConversionError';
  readonly code = 'conversion';
  /** Where in the value the trouble is, as Lua spells it. Absent if it is the value itself. */
  declare readonly field?: string;
  #keys: readonly PropertyKey[] = [];

  /** @param keys The path into the value, as far as known: names, and indices from 0. */
  constructor(message: string, keys: readonly PropertyKey[] = [], options: ErrorOptions = {}) {
    super(message, options);
    this.prefix(keys);
  }

  /** Makes the path longer at its beginning. */
  prefix(keys: readonly PropertyKey[]): void {
    this.#keys = [...keys.map(shorten), ...this.#keys];
    if (this.#keys.length > 0) Object.assign(this, { field: spellField(this.#keys) });
  }
}

/** The error of a crossing that failed in a field or element, with that in its path. */
export const locate = (error: unknown, key: PropertyKey): unknown => {
  const located = nameFailure(error);
  if (isInstance(located, ConversionError)) located.prefix([key]);
  return located;
};

/**
 * What a failed crossing throws: whatever a value's own getters and traps throw becomes an error of conversion, and
 * only the end of the run stays what it is.
 */
export const nameFailure = (error: unknown): unknown => {
  if (isInstance(error, ConversionError) || isInstance(error, Fatal)) return error;
  if (isInstance(error, RangeError) && error.message.includes('call stack')) return error;
  return new ConversionError(`It cannot be read: ${readThrown(error).message}`, [], { cause: error });
};

/** How a key of a Map is named in a path; it may be of any kind. */
export const keyOfMap = (key: unknown): PropertyKey => {
  if (typeof key === 'number' && Number.isInteger(key)) return key - 1;
  return typeof key === 'string' || typeof key === 'number' ? String(key) : typeof key;
};

/* A script may use long keys on every level; nobody wants to read them. */
const LONGEST_KEY = 60;

const shorten = (key: PropertyKey): PropertyKey =>
  typeof key === 'string' && key.length > LONGEST_KEY ? `${key.slice(0, LONGEST_KEY)}…` : key;
