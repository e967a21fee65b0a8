import { invalid, type SegmentError, toError } from '../contract/errors.js';
import type { Hold } from '../http/hold.js';
import { createPublicApi } from '../http/public-api.js';
import type { Send } from '../http/send.js';
import { keepingAlive } from '../http/timer.js';
import { managementOperations } from '../operations/management-operations.js';
import { checkInput, findOperation, type ManagementSpec, type OperationSpec } from '../operations/operation.js';
import type { ApiRequest, Step } from '../operations/step.js';
import { trackingOperations } from '../operations/tracking-operations.js';
import { problemIn } from '../schema/json-value.js';
import { problemOf } from '../schema/validate.js';
import type { SegmentOptions } from './options.js';
import type { Settings } from './settings.js';
import type { Tracker } from './tracker.js';
import type { CallOptions } from './types.js';

/** The half of a client that speaks to the Public API. */
export interface Management {
  /** Sends one request and resolves with the `data` of the answer. */
  readonly request: (operation: string, request: ApiRequest, options?: CallOptions) => Promise<unknown>;
  /**
   * Runs an operation, by its name or definition, to its end; the items of a list operation become its output's list.
   */
  readonly call: (operation: string | OperationSpec, input?: unknown, options?: CallOptions) => Promise<unknown>;
  /** Runs an operation's steps: sends what they describe, hands out list items page by page, returns the output. */
  readonly each: (
    operation: string | OperationSpec,
    input?: unknown,
    options?: CallOptions,
  ) => AsyncGenerator<unknown, unknown, undefined>;
}

/**
 * Makes it, which costs nothing: it keeps nothing.
 * @param hold When the Public API may be asked again; all calls of a client share it.
 */
export const createManagement = (
  send: Send,
  hold: Hold,
  tracker: Tracker,
  { apiToken, tokenOwner }: SegmentOptions,
  { publicApiUrl }: Settings,
): Management => {
  const ask = createPublicApi(send, hold, apiToken, publicApiUrl);
  const request: Management['request'] = async (operation, described, options) => {
    // Anything else would become part of the host name, and the token would go there.
    if (!/^\//.test(described.path)) throw refusePath(operation, described.path, 'a path that starts with / expected');
    if (/(^|\/)(\.|%2e){1,2}(?=[/?#]|$)/i.test(described.path))
      throw refusePath(operation, described.path, "'.' and '..' would lead elsewhere");
    checkInput(operation, () => problemIn(described.body, 'body'));
    return keepingAlive(ask(operation, described, options?.signal));
  };
  const each: Management['each'] = (operation, input = {}, options) => {
    const definition = findDefinition(operation) as ManagementSpec;
    checkInput(definition.name, () => problemOf(input, definition.input, definition.options));
    const steps = definition.steps(input as never, { tokenOwner });
    return takeSteps(definition.name, steps, (described) => request(definition.name, described, options));
  };
  const call: Management['call'] = async (operation, input, options) => {
    const definition = findDefinition(operation);
    if (definition.auth === 'writeKey') return tracker.track(definition, input);
    const steps = each(definition, input, options);
    const items: unknown[] = [];
    for (;;) {
      const { done, value } = await steps.next();
      if (done === true) return definition.list === undefined ? value : { [definition.list]: items };
      items.push(value);
    }
  };
  return { request, call, each };
};

/** Takes an operation's steps: sends what they describe, hands out the items, returns the output. */
async function* takeSteps(
  operation: string,
  steps: Generator<Step, unknown, unknown>,
  send: (request: ApiRequest) => Promise<unknown>,
): AsyncGenerator<unknown, unknown, undefined> {
  let resume = (): IteratorResult<Step, unknown> => steps.next(undefined);
  for (;;) {
    const { done, value } = advance(operation, resume);
    if (done === true) return value;
    if ('items' in value) yield* value.items;
    resume =
      'items' in value
        ? () => steps.next(undefined)
        : await send(value.request).then(
            (data) => () => steps.next(data),
            (error: unknown) => () => steps.throw(error),
          );
  }
}

const refusePath = (operation: string, path: string, reason: string): SegmentError =>
  invalid(operation, { message: `bad path '${path}' (${reason})`, field: 'path' });

const findDefinition = (operation: string | OperationSpec): OperationSpec =>
  typeof operation === 'string'
    ? findOperation<OperationSpec>([...managementOperations, ...trackingOperations], 'call', operation)
    : operation;

const advance = (operation: string, resume: () => IteratorResult<Step, unknown>): IteratorResult<Step, unknown> => {
  try {
    return resume();
  } catch (error) {
    const message = 'the answer is not what the Public API documents; is publicApiUrl right?';
    throw toError(error, 'api', 'api_error', operation, message);
  }
};
