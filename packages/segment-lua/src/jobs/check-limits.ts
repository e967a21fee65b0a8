import { JobError } from './job-error.js';
import { DEFAULT_LIMITS, type JobLimits } from './scripts/limits.js';

/** @throws JobError `invalid_option` for what is no limit */
export const checkLimits = (given: Partial<JobLimits>): void => {
  for (const [name, value] of Object.entries(given)) {
    if (!Object.hasOwn(DEFAULT_LIMITS, name))
      throw new JobError(
        'invalid_option',
        `limit: unknown limit '${name}'; there are ${Object.keys(DEFAULT_LIMITS).join(', ')}`,
      );
    const least = name === 'perDay' || name === 'waiting' || name === 'kept' ? 0 : 1;
    if (!Number.isSafeInteger(value) || value < least)
      throw new JobError(
        'invalid_option',
        `limit: bad '${name}' (whole number of at least ${least} expected, got ${value})`,
      );
  }
};
