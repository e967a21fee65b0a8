import { invalid, isSegmentError, SegmentError } from '../errors.js';
import { createPublicApi, type PublicApi } from '../http/public-api.js';
import type { Send } from '../http/send.js';
import { stopOf } from '../http/stop.js';
import { keepingAlive } from '../http/timer.js';
import type { ManagementOperation } from '../operations/operation.js';
import type { ApiRequest, Step } from '../operations/step.js';
import { problemOf } from '../schema/validate.js';
import type { CallOptions } from './call-options.js';

/** What the management calls know of a client. */
export interface ManagementAccount {
  readonly apiToken: string | undefined;
  readonly tokenOwner: string | undefined;
  readonly publicApiUrl: string;
}

const unexpected = (operation: string): SegmentError =>
  new SegmentError('the answer is not what the Public API documents; is publicApiUrl right?', { kind: 'api', code: 'api_error', operation });

const advanced = (operation: string, resume: () => IteratorResult<Step, unknown>): IteratorResult<Step, unknown> => {
  try {
    return resume();
  } catch (error) {
    throw isSegmentError(error) ? error : unexpected(operation);
  }
};

/** The half of a client that speaks to the Public API. It is loaded when it is first used. */
export class Management {
  readonly #api: PublicApi;
  readonly #tokenOwner: string | undefined;

  constructor(send: Send, { apiToken, tokenOwner, publicApiUrl }: ManagementAccount) {
    this.#api = createPublicApi(send, apiToken, publicApiUrl);
    this.#tokenOwner = tokenOwner;
  }

  /** Sends one request and resolves with the `data` of the answer. */
  request(operation: string, request: ApiRequest, { signal }: CallOptions): Promise<unknown> {
    // Anything else would become part of the host name, and the token would go there.
    if (!request.path.startsWith('/')) throw invalid(operation, `bad path '${request.path}' (a path that starts with / expected)`);
    return keepingAlive(this.#api(operation, request, stopOf(signal)));
  }

  /** Runs an operation to its end; the items of a list operation become its output's list. */
  async call(operation: ManagementOperation, input: unknown, options: CallOptions): Promise<unknown> {
    const steps = this.each(operation, input, options);
    const items: unknown[] = [];
    for (;;) {
      const step = await steps.next();
      if (step.done === true) return operation.list === undefined ? step.value : { [operation.list]: items };
      items.push(step.value);
    }
  }

  /** Runs an operation's steps: sends what they describe, hands out list items page by page, returns the output. */
  async *each(operation: ManagementOperation, input: unknown, options: CallOptions): AsyncGenerator<unknown, unknown, undefined> {
    const problem = problemOf(input, operation.input, operation.options);
    if (problem !== undefined) throw invalid(operation.name, problem);
    const steps = operation.steps(input as never, { tokenOwner: this.#tokenOwner });
    let resume = (): IteratorResult<Step, unknown> => steps.next(undefined);
    for (;;) {
      const step = advanced(operation.name, resume);
      if (step.done === true) return step.value;
      if ('items' in step.value) yield* step.value.items;
      resume = 'items' in step.value ? () => steps.next(undefined) : await this.#answer(steps, operation.name, step.value.request, options);
    }
  }

  #answer(steps: Generator<Step, unknown, unknown>, operation: string, request: ApiRequest, options: CallOptions): Promise<() => IteratorResult<Step, unknown>> {
    return this.request(operation, request, options).then(
      (data) => () => steps.next(data),
      (error: unknown) => () => steps.throw(error),
    );
  }
}
