import { describeValues } from '../../../host/describe-values.js';
import { sayTarget } from '../../../host/target.js';
import type { JobQueue } from '../../../jobs/job-queue.js';
import type { Job } from '../../../jobs/job-record.js';
import type { WaitOptions } from '../../../jobs/redis-job-queue.js';
import { EXIT } from '../../terminal/exit-code.js';
import { catchInterrupt } from '../../terminal/interrupt.js';
import { printable } from '../../terminal/table.js';
import { chooseColors, complain, countOff, say, sayJson } from '../../terminal/terminal.js';

/** Waits for the end of a job; Ctrl-C ends the waiting, not the job. */
export const endOfJob = async (jobs: JobQueue, id: string, options: WaitOptions = {}): Promise<Job> => {
  const interrupt = catchInterrupt(`No longer waiting; the job goes on: segment-lua job show ${id} tells of it.`);
  try {
    return await jobs.wait(id, { ...options, signal: interrupt.signal });
  } finally {
    interrupt.dispose();
  }
};

/** Prints a job with what came of it; the exit code says how it went, as that of `run` does. */
export const reportJob = (job: Job, json: true | undefined): void => {
  process.exitCode = job.state === 'succeeded' ? EXIT.ok : EXIT.failed;
  if (json) sayJson(job);
  else sayJob(job);
};

/** Prints a job for people: what it printed first, then what it did. */
export const sayJob = (job: Job): void => {
  const paint = chooseColors(process.stdout);
  const { report } = job;
  if (report?.output) process.stdout.write(report.output);
  if (report && report.values.length > 0) say(describeValues(report.values));
  if (report?.output || report?.values.length) say();
  say(paint.bold(`Job ${job.id} (${printable(job.name)}, tenant ${job.tenant}): ${describeState(job)}`));
  say(paint.dim(describeTimes(job)));
  if (report && report.target !== '') say(paint.dim(describeRun(job)));
  if (report?.error) complain(`${report.error.message} [${report.error.code}]`);
  if (job.state === 'interrupted') sayNoted(job);
};

const describeState = ({ state, isStopping, worker }: Job): string => {
  if (isStopping) return `${state}, and about to stop`;
  return state === 'running' ? `running at ${String(worker)}` : state;
};

const describeTimes = ({ submittedAt, startedAt, endedAt, attempts, schedule }: Job): string =>
  [
    `submitted ${submittedAt}${schedule === undefined ? '' : ` by schedule ${schedule}`}`,
    ...(startedAt === undefined ? [] : [`begun ${startedAt}`]),
    ...(endedAt === undefined ? [] : [`ended ${endedAt}`]),
    ...(attempts > 1 ? [`${attempts} attempts`] : []),
  ].join(' · ');

const describeRun = ({ report }: Job): string => {
  if (!report) return '';
  const { calls, moreCalls = 0, deliveries, usage, target } = report;
  return [
    countOff(calls.length + moreCalls, 'call'),
    `${sayTarget(target)} received ${countOff(deliveries.delivered, 'event')}`,
    ...(deliveries.kept ? [`${countOff(deliveries.kept, 'event waits', 'events wait')} in the queue`] : []),
    `${Math.round(usage.timeMs).toLocaleString('en')} ms`,
  ].join(' · ');
};

const NOTED_SHOWN = 20;

/** What a script had done, as far as that is known. */
const sayNoted = ({ noted, calls }: Job): void => {
  complain('Calls that it made, or was about to make:');
  for (const { line, path, at } of noted.slice(0, NOTED_SHOWN)) complain(`  line ${line}: ${path} at ${at}`);
  if (calls > NOTED_SHOWN) complain(`  … and ${calls - NOTED_SHOWN} more; --json shows the first 1,000`);
};
