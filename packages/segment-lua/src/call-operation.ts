import type { HostCall } from '@moonwire/lua-bridge';
import { isSegmentError, type Enqueued, type Operation, type Segment } from '@moonwire/segment-sdk';
import { errorReport, type CallOutcome } from './call-log.js';
import type { DryRun } from './dry-run.js';
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

type Make = (run: Run, operation: Operation, call: CallRecord, input: unknown) => Promise<Answer>;

const isQueueFull = (error: unknown): boolean => isSegmentError(error) && error.code === 'queue_full';

/** Queues an event as soon as there is room; a script never learns that there was none. */
const enqueue = async (client: Segment, name: string, input: unknown): Promise<Enqueued> => {
  for (;;) {
    try {
      return client.enqueue(name, input);
    } catch (error) {
      if (!isQueueFull(error)) throw error;
      await client.ready();
    }
  }
};

const track: Make = async (run, operation, call, input) => {
  const { messageId, delivered } = await enqueue(await run.clients.of(call.account), operation.name, input);
  call.messageId = messageId;
  if (run.dryRun) return { value: { message_id: messageId, status: 'queued' }, outcome: { status: 'dry_run' } };
  run.deliveries.follow(call, messageId, delivered);
  if (run.delivery === 'confirm') await delivered;
  const status = run.delivery === 'confirm' ? 'delivered' : 'queued';
  return { value: { message_id: messageId, status }, outcome: { status } };
};

const request: Make = async (run, operation, call, input) => {
  const client = await run.clients.of(call.account);
  const result = await client.call(operation.name, input);
  return { value: toLuaFields(operation.output, result), outcome: { status: 'ok' } };
};

const pretend = async (dryRun: DryRun, ...[run, operation, call, input]: Parameters<Make>): Promise<Answer> => {
  await dryRun.attribute(call, async (transport) => (await run.clients.apart(call.account, transport)).call(operation.name, input));
  return { value: toLuaFields(operation.output, placeholder(operation.output)), outcome: { status: 'dry_run' } };
};

const make: Make = (run, operation, call, input) => {
  if (operation.auth === 'writeKey') return track(run, operation, call, input);
  return run.dryRun ? pretend(run.dryRun, run, operation, call, input) : request(run, operation, call, input);
};

const failure = (error: unknown): CallOutcome => ({
  status: isDeniedError(error) ? 'denied' : 'failed',
  error: errorReport(error),
});

/**
 * Makes one call of a script: the policy is asked, the SDK validates and sends, the record is kept.
 * @returns What the script gets, its declared fields spelt for Lua.
 * @throws What the policy or the SDK throws; the bridge hands it to the script.
 */
export const callOperation = async (
  run: Run,
  operation: Operation,
  account: string,
  call: HostCall,
  argument: unknown,
): Promise<unknown> => {
  const { name, effect } = operation;
  const site = { path: call.path, operation: name, account, effect, line: call.line };
  const { record, end } = run.log.start(site);
  try {
    const input = fromLuaInput(operation.input, argument ?? {});
    if (run.policy) await authorize(run.policy, { ...site, input });
    const { value, outcome } = await make(run, operation, record, input);
    end(outcome);
    return value;
  } catch (error) {
    end(failure(error));
    throw error;
  }
};
