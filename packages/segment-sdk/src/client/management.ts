import { invalid, isSegmentError, SegmentError } from '../errors.js';
import { keepingAlive } from '../http/timer.js';
import type { PublicApi } from '../http/public-api.js';
import type { ManagementOperation } from '../operations/operation.js';
import type { Step, StepAccount } from '../operations/step.js';
import { problemOf } from '../schema/validate.js';

/** How a single call may be steered. */
export interface CallOptions {
  /** Aborts the call. */
  readonly signal?: AbortSignal | undefined;
}

const never = new AbortController().signal;

const unexpected = (operation: string): SegmentError =>
  new SegmentError('the answer is not what the Public API documents; is publicApiUrl right?', { kind: 'api', code: 'api_error', operation });

/** Runs an operation's steps: sends what they describe, hands out list items page by page, returns the output. */
export async function* run(operation: ManagementOperation, input: unknown, api: PublicApi, account: StepAccount, options: CallOptions = {}): AsyncGenerator<unknown, unknown, undefined> {
  const problem = problemOf(input, operation.input, operation.options);
  if (problem !== undefined) throw invalid(operation.name, problem);
  const steps = operation.steps(input as never, account);
  let resume = (): IteratorResult<Step, unknown> => steps.next(undefined);
  for (;;) {
    const step = advanced(operation.name, resume);
    if (step.done === true) return step.value;
    if ('items' in step.value) {
      yield* step.value.items;
      resume = () => steps.next(undefined);
      continue;
    }
    const { request } = step.value;
    resume = await keepingAlive(api(operation.name, request, options.signal ?? never)).then(
      (data) => () => steps.next(data),
      (error: unknown) => () => steps.throw(error),
    );
  }
}

const advanced = (operation: string, resume: () => IteratorResult<Step, unknown>): IteratorResult<Step, unknown> => {
  try {
    return resume();
  } catch (error) {
    throw isSegmentError(error) ? error : unexpected(operation);
  }
};

/** Runs an operation to its end; the items of a list operation become its output's list. */
export const output = async (operation: ManagementOperation, steps: AsyncGenerator<unknown, unknown, undefined>): Promise<unknown> => {
  const items: unknown[] = [];
  for (;;) {
    const step = await steps.next();
    if (step.done === true) return operation.list === undefined ? step.value : { [operation.list]: items };
    items.push(step.value);
  }
};
