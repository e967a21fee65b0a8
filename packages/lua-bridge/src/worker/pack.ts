import { ConversionError, keyOfMap, locate, nameFailure } from '../bridge/conversion-error.js';
import { readProperty } from '../bridge/fields.js';
import { formOf, listEntries } from '../bridge/form.js';
import type { HostIterable } from '../bridge/iterator.js';
import { isMultiReturn, type MultiReturn } from '../bridge/multi-return.js';
import { type CalledNames, isCalledNames } from '../bridge/namespace-of.js';
import { checkScalar } from '../bridge/scalar.js';
import { readThrown } from '../bridge/thrown.js';
import { MAX_DEPTH } from '../vm/tables/table.js';
import { define } from './define.js';
import type { Kept, Packed, Place, Repeated } from './protocol.js';

/*
 * A clone shares objects but not texts: a thousand references to one text would be a thousand texts.
 * Functions cannot be cloned between threads, and of errors only a part. They are taken out, and their places are sent
 * beside the value, never in it: data made by a script can then not pass itself off as a function.
 */

/** Who sends values to another thread. */
export interface Sender {
  /** Gives a function or an error an id. */
  register(item: object): number;
  /** The id of an error that came from the other thread. */
  raisedId?(error: object): number | undefined;
  /** What to say of an object that crosses as one. */
  objectOf?(item: object): { readonly id: number; readonly kept: Kept } | undefined;
  /** Gives what takes the steps of an iterable an id. */
  pullFrom?(source: HostIterable): number;
}

/**
 * Prepares a value for another thread.
 * @param around How many levels are only wrapped around what crosses, such as the list of arguments; errors do not name
 *   them.
 * @throws ConversionError for what has no form in Lua or cannot be read, and beyond 200 levels.
 */
export const pack = (value: unknown, sender: Sender, around = 0): Packed => {
  const copy = new Copy(sender, around);
  const copied = copy.all(value);
  const { places, repeated } = copy;
  if (repeated.length > 0) return [copied, places, repeated];
  return places.length === 0 ? [copied] : [copied, places];
};

/* Around a value may be the list of arguments, or that of what is exposed. */
const MAX_LEVELS = MAX_DEPTH + 2;

/* Instances are copied, and so have no id. */
const NO_ID = -1;

/* Nobody fills an array with so many empty places; a thread would end at its limit of memory. */
const MOST_ABSENT = 1_000_000;
const EMPTY = 'An array with more than a million empty places cannot be passed to Lua; pass a Map';

/* Characters of a text that is worth a look whether it repeats. */
const LONG = 1000;

/* A copy without functions and errors. Every object is sent by its own properties, whatever its class. */
class Copy {
  readonly places: Place[] = [];
  readonly #path: unknown[] = [];
  #turns = 0;
  #texts: Map<string, Repeated> | undefined;
  #seen: Map<object, unknown> | undefined;

  constructor(
    private readonly sender: Sender,
    private readonly around: number,
  ) {}

  get repeated(): Repeated[] {
    return this.#texts === undefined ? [] : [...this.#texts.values()].filter((paths) => paths.length > 1);
  }

  all(item: unknown): unknown {
    try {
      return this.of(item);
    } catch (error) {
      throw nameFailure(error);
    }
  }

  of(item: unknown): unknown {
    switch (typeof item) {
      case 'string':
        checkScalar(item);
        return item.length < LONG ? item : this.#text(item);
      case 'object':
        return item === null ? item : this.#any(item);
      case 'function':
        return this.#whole(item) ? null : this.#function(item);
      default:
        checkScalar(item);
        return item;
    }
  }

  #any(item: object): unknown {
    const known = this.#seen?.get(item);
    if (known !== undefined) return known;
    if (isCalledNames(item)) return this.#names(item);
    return this.#whole(item) ? null : this.#object(item);
  }

  /* Whether it crosses as an object; its place is then empty. */
  #whole(item: object): boolean {
    const whole = this.sender.objectOf?.(item);
    if (whole !== undefined) this.places.push([[...this.#path], whole.id, whole.kept]);
    return whole !== undefined;
  }

  #function(item: object): null {
    checkScalar(item);
    this.places.push([[...this.#path], this.sender.register(item)]);
    return null;
  }

  #names({ fn, text }: CalledNames): null {
    this.places.push([[...this.#path], this.sender.register(fn), { as: 'names', text }]);
    return null;
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
    const form = formOf(item);
    switch (form.as) {
      case 'value':
        return this.#instead(form.value);
      case 'bytes':
        return form.bytes;
      case 'error':
        return this.#error(item);
      case 'iterator':
        this.places.push([[...this.#path], this.sender.pullFrom?.(form.source) ?? NO_ID, { as: 'iterator' }]);
        return null;
      case 'list':
        return isMultiReturn(item) ? this.#several(item) : this.#list(item, form.items);
      case 'entries':
        return this.#map(item, form.entries);
      default:
        if (form.as === 'instance') this.places.push([[...this.#path], NO_ID, form]);
        return this.#fields(item as Record<string, unknown>);
    }
  }

  #several(item: MultiReturn): unknown[] {
    const copied = this.#list(item, item.values);
    // After what is inside, which is put into the list.
    this.places.push([[...this.#path], NO_ID, { as: 'several' }]);
    return copied;
  }

  #error(item: object): null {
    const raised = this.sender.raisedId?.(item);
    if (raised !== undefined) this.places.push([[...this.#path], raised, { as: 'raised' }]);
    else this.places.push([[...this.#path], this.sender.register(item), { as: 'error', ...readThrown(item) }]);
    return null;
  }

  /* What stands for an object may be another one of its kind. */
  #instead(value: unknown): unknown {
    if (++this.#turns > MAX_LEVELS) throw new ConversionError(`An object nests deeper than ${MAX_DEPTH} levels`);
    const copied = this.of(value);
    this.#turns--;
    return copied;
  }

  #fields(item: Record<string, unknown>): unknown {
    const copied: Record<string, unknown> = {};
    this.#note(item, copied);
    const keys = Object.keys(item);
    for (const key of keys) checkScalar(key);
    for (const key of keys) define(copied, key, this.#at(key, readProperty(item, key)));
    return copied;
  }

  #list(item: object, elements: readonly unknown[]): unknown[] {
    const copied = new Array<unknown>(elements.length);
    this.#note(item, copied);
    let absent = 0;
    for (let i = 0; i < elements.length; i++) {
      copied[i] = this.#at(i, elements[i]);
      if (copied[i] === undefined && ++absent > MOST_ABSENT) throw new ConversionError(EMPTY);
    }
    return copied;
  }

  #map(item: object, entries: ReadonlyMap<unknown, unknown>): Map<unknown, unknown> {
    const copied = new Map<unknown, unknown>();
    this.#note(item, copied);
    for (const [key, luaKey, value] of listEntries(entries)) copied.set(luaKey, this.#at(luaKey, value, keyOfMap(key)));
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
