import type { JobPlace } from './job-place.js';
import type { Job, JobState, JobSummary } from './job-record.js';
import type { Schedule, ScheduleOptions } from './job-schedules.js';
import type { JobOptions } from './job-spec.js';
import { type ListOptions, RedisJobQueue, type TenantStats, type WaitOptions } from './redis-job-queue.js';
import type { JobLimits } from './scripts/limits.js';
import type { Submitted } from './submit-job.js';

/**
 * Scripts that workers run (`createJobWorker`, `segment-lua job work`), on any number of machines. All methods reject
 * with a SegmentError `queue_failed` while Redis is away.
 */
export interface JobQueue {
  /**
   * Has a script run. When this resolves, Redis has it; workers take the scripts of all tenants in turns.
   * @throws JobError `invalid_option`, `quota_waiting`, `quota_day`, `key_conflict`. SegmentError `queue_full`
   */
  readonly submit: (code: string, options?: JobOptions) => Promise<Submitted>;
  /** @throws JobError `job_not_found` */
  readonly show: (id: string) => Promise<Job>;
  /** Lists jobs, those submitted last first. */
  readonly list: (options?: ListOptions) => Promise<readonly JobSummary[]>;
  /**
   * Cancels a job: one that waits is never run, one that runs is stopped; what it has queued by then is still
   * delivered.
   * @returns The state in which it was.
   * @throws JobError `job_not_found`
   */
  readonly cancel: (id: string) => Promise<JobState>;
  /**
   * Resolves at the end of a job.
   * @throws JobError `job_not_found`, `wait_timeout`; what the signal was aborted with
   */
  readonly wait: (id: string, options?: WaitOptions) => Promise<Job>;
  /** What waits and runs, of each tenant. */
  readonly stats: () => Promise<readonly TenantStats[]>;
  /**
   * Sets limits of a tenant, or with `*` of all that have none of their own; what is not named stays.
   * @returns What holds then. @throws JobError `invalid_option`
   */
  readonly limit: (tenant: string, limits: Partial<JobLimits>) => Promise<JobLimits>;
  /** What holds for a tenant. */
  readonly limits: (tenant: string) => Promise<JobLimits>;
  /**
   * Has a script run at certain times, in the place of the schedule that has the name.
   * @throws JobError `invalid_option`
   */
  readonly schedule: (name: string, code: string, options: ScheduleOptions) => Promise<Schedule>;
  readonly schedules: () => Promise<readonly Schedule[]>;
  /** @throws JobError `schedule_not_found` */
  readonly unschedule: (name: string) => Promise<void>;
  /** Lets go of Redis; it ends, whatever Redis does. */
  readonly close: () => Promise<void>;
}

/**
 * Opens the queue of scripts for one target.
 * @throws JobError `invalid_option`
 * @example
 * const jobs = createJobQueue({ target: 'segment', connection: 'redis://queue:6379' });
 * const { id } = await jobs.submit('app.integrations.segment.track({ event = "Hello", userId = "u" })');
 * const { state, report } = await jobs.wait(id);
 */
export const createJobQueue = (options: JobPlace): JobQueue => {
  const queue = new RedisJobQueue(options);
  /** Redis may go while it is asked. */
  const ask = <Answer>(answer: Promise<Answer>): Promise<Answer> =>
    answer.catch((error: unknown) => {
      throw queue.explain(error);
    });
  return {
    submit: (code, given) => ask(queue.submit(code, given)),
    show: (id) => ask(queue.show(id)),
    list: (given) => ask(queue.list(given)),
    cancel: (id) => ask(queue.cancel(id)),
    wait: (id, given) => ask(queue.wait(id, given)),
    stats: () => ask(queue.stats()),
    limit: (tenant, limits) => ask(queue.limit(tenant, limits)),
    limits: (tenant) => ask(queue.limits(tenant)),
    schedule: (name, code, given) => ask(queue.schedules.put(name, code, given)),
    schedules: () => ask(queue.schedules.list()),
    unschedule: (name) => ask(queue.schedules.remove(name)),
    close: () => queue.close(),
  };
};
