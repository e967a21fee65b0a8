import type { AccountNames, AccountSource } from '../accounts/account-source.js';
import { type CallLog, createCallLog } from './call-log.js';
import { createDeliveryTracker, type DeliveryTracker } from './delivery-tracker.js';
import { createDryRun, type DryRun } from './dry-run.js';
import type { Policy } from './policy.js';
import { createRunClients, type RunClients } from './run-clients.js';
import type { RunOptions, SegmentLuaOptions } from './segment-lua-options.js';

/** Where a run's accounts come from, and which there were at its start. */
export interface RunAccounts {
  readonly source: AccountSource;
  readonly names: AccountNames;
}

/** What the calls of one run share. Nothing of it outlives the run, so runs cannot see each other. */
export interface Run {
  /** The account that unqualified calls use. */
  readonly account: string;
  readonly delivery: 'batch' | 'confirm';
  readonly policy: Policy | undefined;
  /** Takes the place of Segment in a dry run. */
  readonly dryRun: DryRun | undefined;
  readonly log: CallLog;
  readonly deliveries: DeliveryTracker;
  readonly clients: RunClients;
}

/** Sets a run up; nothing is opened before its first call. */
export const startRun = (host: SegmentLuaOptions, options: RunOptions, { source, names }: RunAccounts): Run => {
  const dryRun = (options.dryRun ?? host.dryRun) ? createDryRun() : undefined;
  return {
    account: options.account ?? host.account ?? names.default,
    delivery: host.delivery ?? 'batch',
    policy: host.policy,
    dryRun,
    log: createCallLog(options.onCall ?? host.onCall),
    deliveries: createDeliveryTracker(),
    clients: createRunClients(host, source, dryRun?.axios),
  };
};
