import { MAX_DEPTH } from '../vm/tables/table.js';
import { ConversionError, keyOfMap, locate, nameFailure } from './conversion-error.js';
import type { ExposedObjects } from './exposed-objects.js';
import { readProperty } from './fields.js';
import { formOf, listEntries } from './form.js';
import { isCalledNames } from './namespace-of.js';
import { checkScalar } from './scalar.js';

/**
 * Looks whether a value can be passed to Lua at all, before there is a run that would take it.
 * @param stringBytes The longest text that a run takes.
 * @param objects Which objects cross as objects.
 * @throws ConversionError saying what is wrong, and where.
 */
export const checkValue = (value: unknown, stringBytes: number, objects?: ExposedObjects): void => {
  try {
    new Check(stringBytes, objects).of(value, 0);
  } catch (error) {
    throw nameFailure(error);
  }
};

class Check {
  readonly #seen = new Set<object>();

  constructor(
    private readonly stringBytes: number,
    private readonly objects: ExposedObjects | undefined,
  ) {}

  of(value: unknown, depth: number): void {
    const isPart = (typeof value === 'object' || typeof value === 'function') && value !== null;
    if (isPart && (isCalledNames(value) || this.objects?.find(value) !== undefined)) return;
    checkScalar(value);
    if (typeof value === 'string') this.#length(value.length);
    if (typeof value === 'object' && value !== null && !this.#seen.has(value)) this.#object(value, depth + 1);
  }

  #length(least: number): void {
    if (least > this.stringBytes)
      throw new ConversionError(`A text of more than ${this.stringBytes} bytes is beyond the limit 'stringBytes'`);
  }

  #object(value: object, depth: number): void {
    if (depth > MAX_DEPTH) throw new ConversionError(`An object nests deeper than ${MAX_DEPTH} levels`);
    this.#seen.add(value);
    const form = formOf(value);
    if (form.as === 'value') this.of(form.value, depth);
    else if (form.as === 'bytes') this.#length(form.bytes.length);
    else if (form.as === 'list')
      form.items.forEach((item, i) => {
        this.#at(i, item, depth);
      });
    else if (form.as === 'entries') this.#entries(form.entries, depth);
    else if (form.as === 'fields' || form.as === 'instance') this.#fields(value as Record<string, unknown>, depth);
  }

  #entries(entries: ReadonlyMap<unknown, unknown>, depth: number): void {
    for (const [key, , value] of listEntries(entries)) this.#at(keyOfMap(key), value, depth);
  }

  #fields(object: Record<string, unknown>, depth: number): void {
    for (const key of Object.keys(object)) {
      checkScalar(key);
      this.#at(key, readProperty(object, key), depth);
    }
  }

  #at(key: PropertyKey, value: unknown, depth: number): void {
    try {
      this.of(value, depth);
    } catch (error) {
      throw locate(error, key);
    }
  }
}
