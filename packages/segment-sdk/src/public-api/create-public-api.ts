import type { PublicApiMethods } from '../../generated/public-methods.js';
import type { CallOptions } from '../client/types.js';
import { failure } from '../contract/errors.js';
import { camelCase, checkInput } from '../operations/operation.js';
import { findInputProblem } from './check-input.js';
import { type Ask, createAsk } from './create-ask.js';
import { isList, publicNames, type PublicSpec, readOperation } from './operation.js';
import type { PublicApiOptions } from './options.js';
import { readLists } from './pages.js';
import type { PublicInput, PublicName, PublicOutput } from './types.js';

type Input = Readonly<Record<string, unknown>>;

/** A client of Segment's Public API: one method for each operation, and a call by name. */
export interface PublicApi extends PublicApiMethods {
  /** Calls an operation by the name it has in the table: `list_destinations`. */
  readonly call: <Name extends PublicName>(
    name: Name,
    input?: PublicInput<Name>,
    options?: CallOptions,
  ) => Promise<PublicOutput<Name>>;
}

const check = (spec: PublicSpec, input: unknown): Input => {
  checkInput(spec.name, () => findInputProblem(spec, input));
  return input as Input;
};

const callOnce = async (ask: Ask, name: string, input: unknown = {}, options?: CallOptions): Promise<unknown> => {
  const spec = readOperation('call', name);
  return ask(spec, check(spec, input), options?.signal);
};

/** The items of a list, those of an answer together; of several lists, each with the name of its own. */
async function* readItems(
  ask: Ask,
  name: string,
  input: unknown = {},
  options?: CallOptions,
): AsyncGenerator<readonly unknown[], void> {
  const spec = readOperation('call', name);
  const call = (page: Input): Promise<Input> => ask(spec, page, options?.signal) as Promise<Input>;
  for await (const { list, items } of readLists(spec, check(spec, input), call))
    yield spec.lists.length > 1 ? items.map((item) => ({ list, item })) : items;
}

async function* each(ask: Ask, name: string, input?: unknown, options?: CallOptions): AsyncGenerator<unknown, void> {
  for await (const items of readItems(ask, name, input, options))
    for (const item of items) {
      // What was read of a page before the signal is not handed out after it.
      if (options?.signal?.aborted) throw failure('network', 'aborted', name, 'the list was aborted');
      yield item;
    }
}

const createMethod = (ask: Ask, name: PublicName): unknown => {
  const method = (input?: unknown, options?: CallOptions) => callOnce(ask, name, input, options);
  if (!isList(name)) return method;
  const list = {
    each: (input?: unknown, options?: CallOptions) => each(ask, name, input, options),
    all: async (input?: unknown, options?: CallOptions) => {
      const all: unknown[] = [];
      for await (const items of readItems(ask, name, input, options)) for (const item of items) all.push(item);
      return all;
    },
  };
  return Object.assign(method, list);
};

/**
 * Makes a client of the Public API: all of its operations, checked before they are sent. Nothing is sent until a call.
 * @throws {SegmentError} `invalid_option`
 * @example
 * const api = createPublicApi({ apiToken: process.env.SEGMENT_API_TOKEN });
 * await api.updateDestination({ destinationId: '5GFhvtz8fha42Cm4B9E2KM', enabled: false });
 * for await (const { name, enabled } of api.listDestinations.each()) console.log(name, enabled);
 */
export const createPublicApi = (options: PublicApiOptions = {}): PublicApi => {
  const ask = createAsk(options);
  return {
    ...Object.fromEntries(publicNames.map((name) => [camelCase(name), createMethod(ask, name)])),
    call: (name: string, input?: unknown, given?: CallOptions) => callOnce(ask, name, input, given),
  } as unknown as PublicApi;
};
