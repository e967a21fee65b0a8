import { createSegmentLua, type RunError, type RunResult } from '@moonwire/segment-lua';
import type { Simulator } from '@moonwire/segment-sdk/simulator';

import type { FromWorker, RelayedAnswer, RelayedRequest, RunSummary } from '../protocol/messages.js';
import type { RunSetup, WorkerAccount } from '../protocol/run-setup.js';
import { SCRIPT_NAME } from '../protocol/script-name.js';
import { nameCredential } from './credential.js';
import { holdToPlan, type PlanHold } from './hold-to-plan.js';
import { createLiveTransport } from './live-transport.js';
import { writeReturned } from './returned-text.js';
import { createRunReporter } from './run-reporter.js';
import { createSimulatedSegment, createSimulatedTransport } from './simulated-segment.js';
import { recordWire, type WireRecorder } from './wire-recorder.js';

/** What a run needs of the worker. */
export interface RunHost {
  readonly post: (message: FromWorker) => void;
  readonly relay: (request: RelayedRequest) => Promise<RelayedAnswer>;
}

/** Longer than an answer takes, short enough to watch a retry. */
const TIMEOUT_MS = 4000;

const watchInbox = ({ events }: Simulator, hold: PlanHold | undefined): WireRecorder['newlyReceived'] => {
  const fresh = new Set<string>();
  // A request that is sent again brings blocked events again.
  const told = new Set<string>();
  let seen = 0;
  return (messageIds, account, outcome) => {
    if (account?.live) return 'status' in outcome && outcome.status < 300 ? [...messageIds] : [];
    for (; seen < events.length; seen += 1) fresh.add(events[seen]?.messageId ?? '');
    const blocked = hold?.findBroken(messageIds).filter(({ outcome: kept }) => kept === 'blocked') ?? [];
    for (const { messageId } of blocked) if (!told.has(messageId)) fresh.add(messageId);
    const received = messageIds.filter((messageId) => fresh.delete(messageId));
    for (const messageId of received) told.add(messageId);
    return received;
  };
};

const listAccountOptions = (accounts: readonly WorkerAccount[]) =>
  Object.fromEntries(
    accounts.map((account) => {
      const credential = nameCredential(account);
      return [
        account.name,
        { writeKey: credential, apiToken: credential, ...(account.region && { region: account.region }) },
      ];
    }),
  );

const summarize = ({ ok, values, calls, deliveries, usage, error }: RunResult): RunSummary => {
  const summary = { ok, calls, deliveries, usage, returned: values.map(writeReturned) };
  if (!error) return summary;
  const report = Object.fromEntries(Object.entries(error).filter(([name]) => name !== 'cause')) as Omit<
    RunError,
    'cause'
  >;
  return { ...summary, error: report };
};

/** Runs the script on a simulator of its own, telling the page of everything as it happens. */
export const runInWorker = async (
  { code, accounts, workspace, faults, plan, limits: { maxRetries, ...limits } }: RunSetup,
  { post, relay }: RunHost,
): Promise<void> => {
  const hold = plan && (await holdToPlan(plan));
  const simulator = createSimulatedSegment(workspace, faults, hold?.enforce);
  const simulated = createSimulatedTransport(simulator);
  const transport = recordWire({
    accounts,
    transportFor: (account) => (account?.live ? createLiveTransport(account, relay) : simulated),
    newlyReceived: watchInbox(simulator, hold),
    findBroken: hold?.findBroken,
    onExchange: (exchange) => {
      post({ type: 'exchange', exchange });
    },
  });
  const reporter = createRunReporter(post);
  const host = createSegmentLua({
    accounts: listAccountOptions(accounts),
    simulator: { transport },
    limits,
    client: { timeoutMs: TIMEOUT_MS, gzip: false, maxRetries },
    onOutput: reporter.print,
    onCall: reporter.call,
  });
  const result = await host.run(code, { name: SCRIPT_NAME });
  reporter.flush();
  post({ type: 'finished', summary: summarize(result) });
};
