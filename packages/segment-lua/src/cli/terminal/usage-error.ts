/** Wrong usage of the command line: a file that is not there, an option that makes no sense. Exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
