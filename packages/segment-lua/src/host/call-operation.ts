import type { HostCall } from '@moonwire/lua-bridge';
import type { Enqueued, Operation } from '@moonwire/segment-sdk';

import { type CallOutcome, errorReport } from './call-log.js';
import type { DryRun } from './dry-run.js';
import { enqueueLater, enqueueNow } from './enqueue.js';
import { fromLuaInput, toLuaFields } from './lua-fields.js';
import { placeholder } from './placeholder.js';
import { authorize, isDeniedError } from './policy.js';
import type { Run } from './run.js';
import type { CallRecord } from './run-result.js';

/** What a call came to: its value for the script and its line in the record. */
interface Answer {
  readonly value: unknown;
  readonly outcome: CallOutcome;
}

/** What a script asks for. */
interface Request {
  readonly input: unknown;
  /** Its `signal` is aborted when the script no longer waits; one that nobody asks for is never made. */
  readonly call: Pick<HostCall, 'signal'>;
}

/** Makes a call. What can be done at once is not made a promise of: a script need not wait for it. */
type Make = (run: Run, operation: Operation, call: CallRecord, request: Request) => Answer | Promise<Answer>;

const queued = (run: Run, call: CallRecord, { messageId, delivered }: Enqueued): Answer | Promise<Answer> => {
  call.messageId = messageId;
  const value = { message_id: messageId, status: 'queued' };
  if (run.dryRun) return { value, outcome: { status: 'dry_run' } };
  run.deliveries.follow(call, messageId, delivered);
  if (run.delivery === 'batch') return { value, outcome: { status: 'queued' } };
  return delivered.then(() => ({ value: { ...value, status: 'delivered' }, outcome: { status: 'delivered' } }));
};

const track: Make = (run, operation, call, { input }) => {
  const client = run.clients.opened(call.account);
  const enqueued = client && enqueueNow(client, operation.name, input);
  if (enqueued) return queued(run, call, enqueued);
  return enqueueLater(run.clients.of(call.account), operation.name, input).then((later) => queued(run, call, later));
};

const fetch: Make = async (run, operation, call, { input, call: { signal } }) => {
  const client = await run.clients.of(call.account);
  const result = await client.call(operation.name, input, { signal });
  return { value: toLuaFields(operation.output, result), outcome: { status: 'ok' } };
};

const pretend = async (dryRun: DryRun, ...[run, operation, call, { input }]: Parameters<Make>): Promise<Answer> => {
  await dryRun.attribute(call, async (transport) =>
    (await run.clients.apart(call.account, transport)).call(operation.name, input),
  );
  return { value: toLuaFields(operation.output, placeholder(operation.output)), outcome: { status: 'dry_run' } };
};

const make: Make = (run, operation, call, request) => {
  if (operation.auth === 'writeKey') return track(run, operation, call, request);
  return run.dryRun ? pretend(run.dryRun, run, operation, call, request) : fetch(run, operation, call, request);
};

const failure = (error: unknown): CallOutcome => ({
  status: isDeniedError(error) ? 'denied' : 'failed',
  error: errorReport(error),
});

const makeIfAllowed: Make = (run, operation, call, request) => {
  if (!run.policy) return make(run, operation, call, request);
  const { path, account, effect, line } = call;
  const proposed = { path, operation: operation.name, account, effect, line, input: request.input };
  return authorize(run.policy, proposed).then(() => make(run, operation, call, request));
};

/**
 * Makes one call of a script: the policy is asked, the SDK validates and sends, the record is kept.
 * @returns What the script gets, its declared fields spelt for Lua; a promise only where there is something to wait
 *   for.
 * @throws What the policy or the SDK throws; the bridge hands it to the script.
 */
export const callOperation = (
  run: Run,
  operation: Operation,
  account: string,
  call: HostCall,
  argument: unknown,
): unknown => {
  const { path, line } = call;
  const { record, end } = run.log.start({ path, operation: operation.name, account, effect: operation.effect, line });
  const succeed = ({ value, outcome }: Answer): unknown => {
    end(outcome);
    return value;
  };
  const fail = (error: unknown): never => {
    end(failure(error));
    throw error;
  };
  try {
    const answer = makeIfAllowed(run, operation, record, {
      input: fromLuaInput(operation.input, argument ?? {}),
      call,
    });
    return answer instanceof Promise ? answer.then(succeed, fail) : succeed(answer);
  } catch (error) {
    return fail(error);
  }
};
