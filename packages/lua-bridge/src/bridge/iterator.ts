import { isPromise } from '../vm/state/waiting.js';
import { takesCall } from './host-function.js';
import type { HostCall } from './lua-value.js';

/** An iterator of the host, of either kind. */
export interface HostIterator {
  next: (...args: never[]) => unknown;
  return?: () => unknown;
}

/** Something of the host that can be iterated. */
export interface HostIterable {
  [Symbol.asyncIterator]?: () => HostIterator;
  [Symbol.iterator]?: () => HostIterator;
  /** Of a stream of the web, which cannot be iterated by itself everywhere. */
  getReader?: () => { read: () => Promise<unknown>; cancel: () => Promise<unknown> };
}

/** Whether something can be iterated: an iterable of either kind, a generator, a stream. */
export const isIterable = (value: object): boolean => {
  const given = value as HostIterable;
  const begin = given[Symbol.asyncIterator] ?? given[Symbol.iterator] ?? given.getReader;
  return typeof begin === 'function';
};

/** Begins to iterate. */
export const openIterator = (source: HostIterable): HostIterator => {
  const iterator = source[Symbol.asyncIterator]?.() ?? source[Symbol.iterator]?.();
  if (iterator !== undefined) return iterator;
  const reader = source.getReader?.();
  if (reader === undefined) throw new TypeError('it cannot be iterated');
  return { next: () => reader.read(), return: () => reader.cancel() };
};

/** Takes the next step, telling the iterator of the call if it wants to know. */
export const stepIterator = (iterator: HostIterator, call: () => HostCall): unknown =>
  takesCall(iterator.next) ? iterator.next(call()) : (iterator as { next: () => unknown }).next();

/** Lets an iterator go. What it throws then has nowhere to go. */
export const closeIterator = (iterator: HostIterator): void => {
  try {
    const closed = iterator.return?.();
    if (isPromise(closed)) closed.then(undefined, () => undefined);
  } catch {
    // The loop that it belonged to is over.
  }
};
