export type { Left } from './jobs/job-at-work.js';
export { isJobError, JobError, type JobErrorCode } from './jobs/job-error.js';
export type { JobPlace } from './jobs/job-place.js';
export {
  createJobQueue,
  type JobQueue,
  type ListOptions,
  type TenantStats,
  type WaitOptions,
} from './jobs/job-queue.js';
export type { Job, JobState, JobSummary } from './jobs/job-record.js';
export type { JobReport, NotedCall } from './jobs/job-report.js';
export { nextTimes, type Schedule, type ScheduleOptions } from './jobs/job-schedules.js';
export type { JobOptions, Rerun } from './jobs/job-spec.js';
export { createJobWorker, type JobTotals, type JobWorker, type JobWorkerOptions } from './jobs/job-worker.js';
export type { JobLimits } from './jobs/scripts/limits.js';
export type { Submitted } from './jobs/submit-job.js';
