import type { AccountNames, AccountSource } from '../accounts/account-source.js';
import { type CallLog, createCallLog } from './call-log.js';
import { DeliveryTracker } from './delivery-tracker.js';
import { createDryRun, type DryRun } from './dry-run.js';
import { createRunClients, type RunClients } from './run-clients.js';
import type { RunSettings } from './run-settings.js';

/** What the calls of one run share. Nothing of it outlives the run, so runs cannot see each other. */
export interface Run {
  readonly settings: RunSettings;
  /** The account that unqualified calls use. */
  readonly account: string;
  /** Takes the place of Segment in a dry run. */
  readonly dryRun: DryRun | undefined;
  readonly log: CallLog;
  readonly deliveries: DeliveryTracker;
  readonly clients: RunClients;
}

/** Sets a run up; nothing is opened before its first call. */
export const startRun = (settings: RunSettings, source: AccountSource, names: AccountNames): Run => {
  const dryRun = settings.dryRun ? createDryRun() : undefined;
  return {
    settings,
    account: settings.account ?? names.default,
    dryRun,
    log: createCallLog(settings.onCall),
    deliveries: new DeliveryTracker(),
    clients: createRunClients(settings, source, dryRun?.transport),
  };
};
