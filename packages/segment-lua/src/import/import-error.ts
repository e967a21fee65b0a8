const BRAND = Symbol.for('@moonwire/segment-lua/error');

/** Why an import cannot begin, or cannot go on. */
export type ImportErrorCode =
  /** The input cannot be read. */
  | 'unreadable'
  /** The input holds something else than rows of text. */
  | 'unfit_input'
  /** The input ends early, or cannot be read from some place on. */
  | 'broken_input'
  /** The checkpoint is of another target, account, map or input. */
  | 'other_checkpoint'
  /** Progress or failures cannot be written down. */
  | 'books'
  /** Another process is at the same import. */
  | 'busy';

/** An import that cannot begin, or cannot go on. */
export class ImportError extends Error {
  override readonly name = 'ImportError';

  constructor(
    readonly code: ImportErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    // Logs and JSON hold what is enumerable.
    Object.defineProperty(this, 'message', { enumerable: true });
  }

  get [BRAND](): true {
    return true;
  }
}

/** Whether `error` is an {@link ImportError}. */
export const isImportError = (error: unknown): error is ImportError =>
  typeof error === 'object' && error !== null && BRAND in error && error instanceof ImportError;
