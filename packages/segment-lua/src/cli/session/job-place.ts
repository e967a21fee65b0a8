import { isJobError } from '../../jobs/job-error.js';
import type { JobPlace } from '../../jobs/job-place.js';
import type { JobQueue } from '../../jobs/job-queue.js';
import { UsageError } from '../terminal/usage-error.js';
import { loadOptional, type QueueAim, readRedisAddress } from './queue-place.js';

/** What of the command line says where jobs are, and whom they are for. */
export interface JobFlags extends QueueAim {
  readonly redis?: string | undefined;
  readonly prefix: string;
}

/**
 * Whom scripts that are submitted are for, and so which workers take them: an address, else Segment with `--live`, else
 * the simulator.
 */
export const aimJobs = ({ live, url }: QueueAim): string => url ?? (live ? 'segment' : 'simulator');

/** Where the jobs are. */
export const placeJobs = (flags: JobFlags): JobPlace => ({
  target: aimJobs(flags),
  connection: readRedisAddress(flags.redis),
  prefix: flags.prefix,
});

/** What jobs need of code is there only where BullMQ and ioredis are. */
export const loadJobs = () => loadOptional(() => import('../../jobs/job-queue.js'));

/** Does something with the jobs, and lets go of Redis. @throws UsageError for what the queue cannot take as it is */
export const withJobs = async <Result>(flags: JobFlags, use: (jobs: JobQueue) => Promise<Result>): Promise<Result> => {
  const { createJobQueue } = await loadJobs();
  const jobs = createJobQueue(placeJobs(flags));
  try {
    return await use(jobs);
  } catch (error) {
    throw isJobError(error) && error.code === 'invalid_option' ? new UsageError(error.message) : error;
  } finally {
    await jobs.close();
  }
};
