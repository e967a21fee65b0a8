import type { HostCall } from '@moonwire/lua-bridge';
import type { Enqueued, Operation } from '@moonwire/segment-sdk';

import type { CallOutcome, OpenRecord } from './call-log.js';
import type { DryRun } from './dry-run.js';
import { enqueueLater, enqueueNow } from './enqueue.js';
import { toLuaFields } from './lua-fields.js';
import { createPlaceholder } from './placeholder.js';
import type { Run } from './run.js';

/** What a call came to: its value for the script and its line in the record. */
export interface Answer {
  readonly value: unknown;
  readonly outcome: CallOutcome;
}

/** A call that may be made. */
export interface PermittedCall {
  readonly operation: Operation;
  /** As the operation's schema spells it. */
  readonly input: unknown;
  readonly record: OpenRecord;
  /** Its `signal` is aborted when the script no longer waits; one that nobody asks for is never made. */
  readonly call: Pick<HostCall, 'signal'>;
}

/**
 * Makes a call: the SDK checks and sends. What can be done at once is not made a promise of: a script need not wait
 * for it.
 */
export const carryOut = (run: Run, permitted: PermittedCall): Answer | Promise<Answer> => {
  if (permitted.operation.auth === 'writeKey') return track(run, permitted);
  return run.dryRun ? pretend(run, run.dryRun, permitted) : fetch(run, permitted);
};

const track = (run: Run, { operation, input, record }: PermittedCall): Answer | Promise<Answer> => {
  const client = run.clients.find(record.account);
  const enqueued = client && enqueueNow(client, operation.name, input);
  if (enqueued) return follow(run, record, enqueued);
  return enqueueLater(run.clients.open(record.account), operation.name, input).then((later) =>
    follow(run, record, later),
  );
};

const follow = (run: Run, record: OpenRecord, { messageId, delivered }: Enqueued): Answer | Promise<Answer> => {
  record.messageId = messageId;
  const value = { message_id: messageId, status: 'queued' };
  if (run.dryRun) return { value, outcome: { status: 'dry_run' } };
  run.deliveries.follow(record, messageId, delivered);
  const { delivery, queue } = run.settings;
  if (delivery === 'batch' && !queue) return { value, outcome: { status: 'queued' } };
  return delivered.then((receipt) => {
    // A queue answers when it holds the event: a script that goes on may rely on that.
    const status = receipt.status === 'queued' ? 'queued' : 'delivered';
    return { value: { ...value, status }, outcome: { status } };
  });
};

const fetch = async (run: Run, { operation, input, record, call: { signal } }: PermittedCall): Promise<Answer> => {
  const client = await run.clients.open(record.account);
  const result = await client.call(operation.name, input, { signal });
  return { value: toLuaFields(operation.output, result), outcome: { status: 'ok' } };
};

const pretend = async (run: Run, dryRun: DryRun, { operation, input, record }: PermittedCall): Promise<Answer> => {
  await dryRun.attribute(record, async (transport) =>
    (await run.clients.openApart(record.account, transport)).call(operation.name, input),
  );
  const value = toLuaFields(operation.output, createPlaceholder(operation.output));
  return { value, outcome: { status: 'dry_run' } };
};
