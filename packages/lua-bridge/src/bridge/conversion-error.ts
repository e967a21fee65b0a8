import { spellField } from './error-data.js';
import { isInstance } from './thrown.js';

/** Why a value could not cross; becomes a Lua error or a rejected promise, whichever side asked. */
export class ConversionError extends TypeError {
  override readonly name = 'ConversionError';
  readonly code = 'conversion';
  /** Where in the value the trouble is, as Lua spells it. Absent if it is the value itself. */
  declare readonly field?: string;
  #keys: readonly PropertyKey[] = [];

  /** @param keys The path into the value, as far as known: names, and indices from 0. */
  constructor(message: string, keys: readonly PropertyKey[] = []) {
    super(message);
    this.prefix(keys);
  }

  /** Makes the path longer at its beginning. */
  prefix(keys: readonly PropertyKey[]): void {
    this.#keys = [...keys.map(shorten), ...this.#keys];
    if (this.#keys.length > 0) Object.assign(this, { field: spellField(this.#keys) });
  }
}

/** Adds to an error, if it is one of conversion, which field or element it was in. Returns it. */
export const locate = (error: unknown, key: PropertyKey): unknown => {
  if (isInstance(error, ConversionError)) error.prefix([key]);
  return error;
};

/** How a key of a Map is named in a path; it may be of any kind. */
export const keyOfMap = (key: unknown): PropertyKey => {
  if (typeof key === 'number') return key - 1;
  return typeof key === 'string' ? key : typeof key;
};

/* A script may use long keys on every level; nobody wants to read them. */
const LONGEST_KEY = 60;

const shorten = (key: PropertyKey): PropertyKey =>
  typeof key === 'string' && key.length > LONGEST_KEY ? `${key.slice(0, LONGEST_KEY)}…` : key;
