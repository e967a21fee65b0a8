import { marksOf, publicNames, readOperation } from './operation.js';
import type { PublicName } from './types.js';

/**
 * What an operation does to the workspace. What is deleted or replaced is gone, and so is the data of people that a
 * regulation is about.
 */
export type PublicEffect = 'read' | 'write' | 'delete';

/** What can be said of an operation before it is called. */
export interface PublicOperation {
  readonly name: PublicName;
  readonly effect: PublicEffect;
  /** The lists in its result that are read to their end. */
  readonly lists: readonly string[];
}

/** Every operation of the Public API. What they take and return is in `@moonwire/segment-sdk/public-api/table`. */
export const publicOperations: readonly PublicOperation[] = /* @__PURE__ */ publicNames.map((name) => ({
  name,
  get effect() {
    return effectOf(name);
  },
  get lists() {
    return readOperation('publicOperations', name).lists;
  },
}));

/** What an operation does, unless the table says otherwise, follows from its method. */
export function effectOf(name: PublicName): PublicEffect {
  const marked = marksOf(name).find((mark) => mark === 'read' || mark === 'delete');
  if (marked) return marked;
  const { method } = readOperation('publicOperations', name);
  if (method === 'GET') return 'read';
  return method === 'PUT' || method === 'DELETE' ? 'delete' : 'write';
}
