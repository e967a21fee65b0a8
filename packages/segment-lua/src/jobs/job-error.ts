const BRAND = Symbol.for('@moonwire/segment-lua/error');

/** Why a job is refused, or not to be had. */
export type JobErrorCode =
  /** An option, a limit or a schedule is not as it must be. */
  | 'invalid_option'
  /** The tenant has as many scripts waiting as it may. */
  | 'quota_waiting'
  /** The tenant has submitted as many scripts as it may in a day. */
  | 'quota_day'
  /** Something else was submitted under this key. */
  | 'key_conflict'
  /** There is no such job, or it is kept no longer. */
  | 'job_not_found'
  /** There is no such schedule. */
  | 'schedule_not_found'
  /** Nobody waits any longer for a job's end. */
  | 'wait_timeout';

/** A job that was refused, or that is not to be had. */
export class JobError extends Error {
  override readonly name = 'JobError';
  readonly code: JobErrorCode;

  constructor(code: JobErrorCode, message: string) {
    super(message);
    this.code = code;
  }

  get [BRAND](): true {
    return true;
  }
}

/** Whether `error` is a {@link JobError}, of whichever copy of this package. */
export const isJobError = (error: unknown): error is JobError =>
  typeof error === 'object' && error !== null && BRAND in error && 'name' in error && error.name === 'JobError';
