import { failure, invalid, isSegmentError } from '../errors.js';
import { createPublicApi, type PublicApi } from '../http/public-api.js';
import type { Send } from '../http/send.js';
import { stopOf } from '../http/signal-stop.js';
import { keepingAlive } from '../http/timer.js';
import { managementOperations } from '../operations/management-operations.js';
import type { ManagementOperation, Operation } from '../operations/operation.js';
import type { ApiRequest, Step } from '../operations/step.js';
import { trackingOperations } from '../operations/tracking-operations.js';
import { problemIn, reasonOf } from '../schema/json-value.js';
import { problemOf } from '../schema/validate.js';
import type { CallOptions } from './call-options.js';
import { operationNamed } from './named.js';
import type { SegmentOptions } from './options.js';
import type { Settings } from './settings.js';
import type { Tracker } from './tracker.js';

const definitionOf = (operation: string | Operation): Operation =>
  typeof operation === 'string'
    ? operationNamed<Operation>([...managementOperations, ...trackingOperations], 'call', operation)
    : operation;

const checked = (problem: () => string | undefined): string | undefined => {
  try {
    return problem();
  } catch (error) {
    return `the input cannot be read: ${reasonOf(error)}`;
  }
};

const advanced = (operation: string, resume: () => IteratorResult<Step, unknown>): IteratorResult<Step, unknown> => {
  try {
    return resume();
  } catch (error) {
    throw isSegmentError(error)
      ? error
      : failure(
          'api',
          'api_error',
          operation,
          'the answer is not what the Public API documents; is publicApiUrl right?',
        );
  }
};

/** The half of a client that speaks to the Public API. It is loaded when it is first used. */
export class Management {
  readonly #api: PublicApi;
  readonly #tracker: Tracker;
  readonly #tokenOwner: string | undefined;

  constructor(send: Send, tracker: Tracker, { apiToken, tokenOwner }: SegmentOptions, { publicApiUrl }: Settings) {
    this.#api = createPublicApi(send, apiToken, publicApiUrl);
    this.#tracker = tracker;
    this.#tokenOwner = tokenOwner;
  }

  /** Sends one request and resolves with the `data` of the answer. */
  request(operation: string, request: ApiRequest, { signal }: CallOptions = {}): Promise<unknown> {
    // Anything else would become part of the host name, and the token would go there.
    if (!/^\//.test(request.path))
      throw invalid(operation, `bad path '${request.path}' (a path that starts with / expected)`);
    const problem = request.body === undefined ? undefined : checked(() => problemIn(request.body, 'body'));
    if (problem !== undefined) throw invalid(operation, problem);
    return keepingAlive(this.#api(operation, request, stopOf(signal)));
  }

  /**
   * Runs an operation, by its name or definition, to its end; the items of a list operation become its output's list.
   */
  async call(operation: string | Operation, input?: unknown, options?: CallOptions): Promise<unknown> {
    const definition = definitionOf(operation);
    if (definition.auth === 'writeKey') return this.#tracker.track(definition, input);
    const steps = this.each(definition, input, options);
    const items: unknown[] = [];
    for (;;) {
      const step = await steps.next();
      if (step.done === true) return definition.list === undefined ? step.value : { [definition.list]: items };
      items.push(step.value);
    }
  }

  /** Runs an operation's steps: sends what they describe, hands out list items page by page, returns the output. */
  async *each(
    operation: string | ManagementOperation,
    input: unknown = {},
    options?: CallOptions,
  ): AsyncGenerator<unknown, unknown, undefined> {
    const { name, input: schema, options: common, steps: describe } = definitionOf(operation) as ManagementOperation;
    const problem = checked(() => problemOf(input, schema, common));
    if (problem !== undefined) throw invalid(name, problem);
    const steps = describe(input as never, { tokenOwner: this.#tokenOwner });
    let resume = (): IteratorResult<Step, unknown> => steps.next(undefined);
    for (;;) {
      const step = advanced(name, resume);
      if (step.done === true) return step.value;
      if ('items' in step.value) yield* step.value.items;
      resume =
        'items' in step.value
          ? () => steps.next(undefined)
          : await this.#answer(steps, name, step.value.request, options);
    }
  }

  #answer(
    steps: Generator<Step, unknown, unknown>,
    operation: string,
    request: ApiRequest,
    options?: CallOptions,
  ): Promise<() => IteratorResult<Step, unknown>> {
    return this.request(operation, request, options).then(
      (data) => () => steps.next(data),
      (error: unknown) => () => steps.throw(error),
    );
  }
}
