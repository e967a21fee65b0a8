import type { JobSummary } from '../../../jobs/job-record.js';
import type { JobLimits } from '../../../jobs/scripts/limits.js';
import { withJobs } from '../../session/job-place.js';
import { paintTable } from '../../terminal/painted-table.js';
import { say, sayJson } from '../../terminal/terminal.js';
import type { JobLimitFlags, JobListFlags, JobVerbFlags, JobWaitFlags } from './job-command.js';
import { endOfJob, reportJob, sayJob } from './report-job.js';

/** Lists jobs. */
export const listJobs = (flags: JobListFlags): Promise<void> =>
  withJobs(flags, async (jobs) => {
    const { tenant, state, limit, json } = flags;
    const found = await jobs.list({ tenant, state, limit });
    if (json) sayJson(found);
    else if (found.length === 0) say('There are no such jobs.');
    else say(await paintTable([['JOB', 'TENANT', 'STATE', 'SCRIPT', 'SUBMITTED', 'CALLS'], ...found.map(toRow)]));
  });

const toRow = ({ id, tenant, state, name, submittedAt, calls, isStopping }: JobSummary) => [
  id,
  tenant,
  isStopping ? 'stopping' : state,
  name,
  submittedAt,
  String(calls),
];

/** Tells what there is to know of a job. */
export const showJob = (id: string, flags: JobVerbFlags): Promise<void> =>
  withJobs(flags, async (jobs) => {
    const job = await jobs.show(id);
    if (flags.json) sayJson(job);
    else sayJob(job);
  });

/** Waits for the end of a job. */
export const waitForJob = (id: string, flags: JobWaitFlags): Promise<void> =>
  withJobs(flags, async (jobs) => {
    const timeoutMs = flags.timeout === undefined ? undefined : flags.timeout * 1_000;
    reportJob(await endOfJob(jobs, id, { timeoutMs }), flags.json);
  });

/** Cancels jobs. */
export const cancelJobs = (ids: readonly string[], flags: JobVerbFlags): Promise<void> =>
  withJobs(flags, async (jobs) => {
    const cancelled: { readonly id: string; readonly was: string }[] = [];
    for (const id of ids) cancelled.push({ id, was: await jobs.cancel(id) });
    if (flags.json) sayJson(cancelled);
    else for (const { id, was } of cancelled) say(describeCancelled(id, was));
  });

const describeCancelled = (id: string, was: string): string => {
  if (was === 'waiting') return `${id} is cancelled; it has not been run.`;
  return was === 'running' ? `${id} is being stopped.` : `${id} had ended before: ${was}.`;
};

/** Tells what waits and runs. */
export const sayJobStats = (flags: JobVerbFlags): Promise<void> =>
  withJobs(flags, async (jobs) => {
    const stats = await jobs.stats();
    if (flags.json) sayJson(stats);
    else if (stats.length === 0) say('There are no jobs.');
    else
      say(
        await paintTable([
          ['TENANT', 'WAITING', 'RUNNING', 'OF'],
          ...stats.map(({ tenant, waiting, running, limits }) => [
            tenant,
            String(waiting),
            String(running),
            String(limits.concurrency),
          ]),
        ]),
      );
  });

/** Sets limits of a tenant, and tells what holds then. */
export const limitTenant = (tenant: string, flags: JobLimitFlags): Promise<void> =>
  withJobs(flags, async (jobs) => {
    const { concurrency, waiting, perDay, kept, keptFor } = flags;
    const given = Object.entries({ concurrency, waiting, perDay, kept, keptSeconds: keptFor });
    const limits = Object.fromEntries(given.filter(([, value]) => value !== undefined)) as Partial<JobLimits>;
    const set = Object.keys(limits).length > 0;
    const holding = set ? await jobs.limit(tenant, limits) : await jobs.limits(tenant);
    if (flags.json) sayJson(holding);
    else for (const line of describeLimits(holding)) say(line);
  });

const describeLimits = ({ concurrency, waiting, perDay, kept, keptSeconds }: JobLimits): readonly string[] => [
  `${concurrency} run at a time, on all machines`,
  `${waiting.toLocaleString('en')} wait at most`,
  perDay === 0 ? 'any number is submitted in a day' : `${perDay.toLocaleString('en')} are submitted in a day, by UTC`,
  `${kept.toLocaleString('en')} ended ones are kept, for ${keptSeconds.toLocaleString('en')} seconds`,
];
