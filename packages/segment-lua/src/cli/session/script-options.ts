import { InvalidArgumentError, Option } from '@commander-js/extra-typings';

import type { JobOptions } from '../../jobs/job-spec.js';
import { parseSeconds } from '../terminal/option-values.js';

const parseWhole = (text: string): number => {
  const value = Number(text);
  if (!Number.isInteger(value)) throw new InvalidArgumentError('Expected a whole number.');
  return value;
};

/** `--tenant`. */
export const TENANT = new Option(
  '--tenant <name>',
  'on whose behalf: tenants take turns, and each has limits of its own',
).default('default');

/** `--priority`. */
export const PRIORITY = new Option(
  '--priority <number>',
  'from -100 to 100; of a tenant’s scripts the one with the highest goes first',
)
  .argParser(parseWhole)
  .default(0);

/** `--rerun`. */
export const RERUN = new Option(
  '--rerun',
  'run it again from the start if its worker dies, even if it had made calls by then',
);

/** `--dry-run`. */
export const DRY_RUN = new Option('--dry-run', 'check every call and show its request; send nothing');

/** `--deadline`. */
export const DEADLINE = new Option('--deadline <seconds>', 'end the run, delivery included, after this time').argParser(
  parseSeconds,
);

/** What of the command line says how a script is to be run by a worker. */
export interface ScriptFlags {
  readonly tenant: string;
  readonly priority: number;
  readonly account?: string | undefined;
  readonly arg: Readonly<Record<string, string>>;
  readonly rerun?: true | undefined;
  readonly dryRun?: true | undefined;
  readonly deadline?: number | undefined;
}

/** @param name The name of the script, for positions. */
export const readScriptFlags = (name: string, flags: ScriptFlags): JobOptions => ({
  tenant: flags.tenant,
  name,
  priority: flags.priority,
  ...(Object.keys(flags.arg).length > 0 && { args: flags.arg }),
  ...(flags.account !== undefined && { account: flags.account }),
  ...(flags.rerun && { rerun: 'always' }),
  ...(flags.dryRun && { dryRun: true }),
  ...(flags.deadline !== undefined && { deadlineMs: flags.deadline * 1_000 }),
});
