import { imitateClass } from '../bridge/methods.js';
import { multiReturn } from '../bridge/multi-return.js';
import { define } from './define.js';
import type { Kept, Packed } from './protocol.js';

/** Restores a value from another thread. `resolve` gives the function or error for an id. */
export const unpack = (
  [value, places = [], repeated = []]: Packed,
  resolve: (id: number, kept?: Kept) => unknown,
): unknown => {
  for (const [first = [], ...others] of repeated) {
    const text = first.reduce(step, value);
    for (const path of others) putAt(value, path, text);
  }
  for (const [path, id, kept] of places) {
    const at = path.reduce(step, value);
    if (kept?.as === 'instance') imitateClass(at as object, kept);
    else {
      const item = kept?.as === 'several' ? multiReturn(...(at as unknown[])) : resolve(id, kept);
      if (path.length === 0) return item;
      putAt(value, path, item);
    }
  }
  return value;
};

const putAt = (value: unknown, path: readonly unknown[], item: unknown): void => {
  put(path.slice(0, -1).reduce(step, value), path[path.length - 1], item);
};

const step = (at: unknown, key: unknown): unknown =>
  at instanceof Map ? (at.get(key) as unknown) : (at as Record<string, unknown>)[key as string];

const put = (at: unknown, key: unknown, value: unknown): void => {
  if (at instanceof Map) at.set(key, value);
  else define(at as Record<string, unknown>, key as string, value);
};
