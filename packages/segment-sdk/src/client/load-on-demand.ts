import { SegmentError } from '../errors.js';
import { reasonOf } from '../schema/json-value.js';

type OnDemand = typeof import('./on-demand.js');

/**
 * Loads what few clients need: the Public API, OAuth, compression, `batch()`, `beforeSend`, the request hooks, the exit
 * of a Node process, the reading of refusals, and the search of a refused batch for its bad events. A load that fails
 * is a network error, and tried again at the next use.
 */
export const onDemand = (): Promise<OnDemand> =>
  import('./on-demand.js').catch((error: unknown) => {
    throw new SegmentError(`a part of the client could not be loaded: ${reasonOf(error)}`, {
      kind: 'network',
      code: 'network_error',
      retryable: true,
    });
  });

/** What is made, once and at the first use, of what is loaded on demand. */
export const madeOnDemand = <T>(make: (loaded: OnDemand) => T): (() => Promise<T>) => {
  let made: T | undefined;
  return async () => {
    const loaded = await onDemand();
    return (made ??= make(loaded));
  };
};
