import { createHash, randomBytes } from 'node:crypto';

import { JobError } from './job-error.js';

/** Whether a script whose worker died is run again: only if it had made no call yet, or in any case. */
export type Rerun = 'before-calls' | 'always';

/** How a script is to be run. */
export interface JobOptions {
  /** Who has it run, for fairness, limits and policies. Default `default`. */
  readonly tenant?: string;
  /** The account that unqualified calls use, by its name at the workers. Default: their default one. */
  readonly account?: string;
  /** The chunk's name in positions. Default `script.lua`. */
  readonly name?: string;
  /** Given to the script as the global `args`: what JSON can hold. */
  readonly args?: Readonly<Record<string, unknown>>;
  /** Checks every call and shows its request; sends nothing. Default false. */
  readonly dryRun?: boolean;
  /** Ends the run this many milliseconds after its start, delivery included. */
  readonly deadlineMs?: number;
  /** From -100 to 100; of a tenant's scripts the one with the highest goes first. Default 0. */
  readonly priority?: number;
  /**
   * Names the submission: what is submitted again under its key, as after an error, is not run again, but is the job
   * that there is, as long as it is kept.
   */
  readonly key?: string;
  /** What becomes of it when its worker dies. Default `before-calls`. */
  readonly rerun?: Rerun;
}

/** What a worker needs to run a script; it is kept as JSON. */
export interface JobSpec extends Pick<JobOptions, 'name' | 'args' | 'account' | 'dryRun' | 'deadlineMs'> {
  readonly code: string;
}

/** A submission that has been read. */
export interface Submission {
  readonly id: string;
  readonly tenant: string;
  readonly priority: number;
  readonly rerun: Rerun;
  readonly spec: string;
  /** Tells whether two submissions are the same. */
  readonly hash: string;
  readonly name: string;
  readonly account: string | undefined;
}

const TENANT = /^[A-Za-z0-9][\w.@-]{0,99}$/;

/** Most bytes of a script with its arguments. */
const MOST_SPEC_BYTES = 1024 * 1024;

const MOST_PRIORITY = 100;

const NAMES = Object.keys({
  tenant: 1,
  account: 1,
  name: 1,
  args: 1,
  dryRun: 1,
  deadlineMs: 1,
  priority: 1,
  key: 1,
  rerun: 1,
} satisfies Record<keyof JobOptions, 1>);

const refuse = (message: string): never => {
  throw new JobError('invalid_option', `submit: ${message}`);
};

/** @throws JobError `invalid_option` for what cannot be the name of a tenant */
export const checkTenant = (tenant: string): void => {
  if (!TENANT.test(tenant))
    refuse(`bad tenant '${tenant}' (1 to 100 letters, digits and _ . @ - expected, a letter or digit first)`);
};

/** Reads a submission. @throws JobError `invalid_option` */
export const readSubmission = (code: string, options: JobOptions): Submission => {
  for (const name of Object.keys(options))
    if (!NAMES.includes(name)) refuse(`unknown option '${name}'; there are ${NAMES.join(', ')}`);
  const { tenant = 'default', priority = 0, rerun = 'before-calls', key, ...given } = options;
  if (typeof code !== 'string') refuse(`a script is text, got ${typeof code}`);
  checkTenant(tenant);
  if (!Number.isInteger(priority) || Math.abs(priority) > MOST_PRIORITY)
    refuse(`bad priority ${priority} (whole number from -${MOST_PRIORITY} to ${MOST_PRIORITY} expected)`);
  if (!['before-calls', 'always'].includes(rerun)) refuse(`bad rerun '${rerun}' ('before-calls' or 'always' expected)`);
  if (given.deadlineMs !== undefined && !(given.deadlineMs > 0))
    refuse(`bad deadlineMs ${given.deadlineMs} (milliseconds above zero expected)`);
  if (key === '') refuse('the key is empty');
  const spec = writeSpec({ code, ...given });
  const hash = digest(tenant, String(priority), rerun, spec);
  const id = key === undefined ? `j${randomBytes(12).toString('hex')}` : `k${digest(tenant, key).slice(0, 24)}`;
  return { id, tenant, priority, rerun, spec, hash, name: given.name ?? 'script.lua', account: given.account };
};

const writeSpec = (spec: JobSpec): string => {
  let text: string;
  try {
    text = JSON.stringify(spec);
  } catch (error) {
    return refuse(`args must be what JSON can hold (${(error as Error).message})`);
  }
  const bytes = Buffer.byteLength(text);
  if (bytes > MOST_SPEC_BYTES)
    refuse(`the script and its args take ${bytes.toLocaleString('en')} bytes; at most 1 MiB is taken`);
  return text;
};

const digest = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex');

/** As BullMQ counts, where the lowest goes first. */
export const bullPriority = (priority: number): number => MOST_PRIORITY + 1 - priority;
