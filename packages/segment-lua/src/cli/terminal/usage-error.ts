const BRAND = Symbol.for('@moonwire/segment-lua/error');

/** Wrong usage of the command line: a file that is not there, an option that makes no sense. Exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly code = 'usage';

  get [BRAND](): true {
    return true;
  }
}

/** Whether `error` is a {@link UsageError}. */
export const isUsageError = (error: unknown): error is UsageError =>
  typeof error === 'object' && error !== null && BRAND in error && 'code' in error && error.code === 'usage';
