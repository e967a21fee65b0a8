import { SegmentError } from '../contract/errors.js';
import { reasonOf } from '../schema/json-value.js';

type Rest = typeof import('./on-demand.js');
type Loaded<F> = F extends (...given: infer A) => infer R ? (...given: A) => Promise<Awaited<R>> : never;

const load = (): Promise<Rest> =>
  import('./on-demand.js').catch((error: unknown) => {
    throw new SegmentError(`a part of the client could not be loaded: ${reasonOf(error)}`, {
      kind: 'network',
      code: 'network_error',
      retryable: true,
    });
  });

/**
 * One of the functions that few clients need, loaded when it is called: those of the Public API, OAuth, compression,
 * `batch()`, `beforeSend`, the request hooks, the reading of refusals, and the search of a refused batch for its bad
 * events. A load that fails is a network error, and tried again at the next call.
 */
export const onDemand = <Name extends keyof Rest>(name: Name): Loaded<Rest[Name]> =>
  (async (...given: never[]) => ((await load())[name] as (...all: never[]) => unknown)(...given)) as unknown as Loaded<
    Rest[Name]
  >;
