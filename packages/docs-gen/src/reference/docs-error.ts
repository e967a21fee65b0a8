const BRAND = Symbol.for('@moonwire/docs-gen/error');

/** What is given cannot be documented. The message names what was given, what was expected and where. */
export class DocsError extends TypeError {
  override readonly name = 'DocsError';
  readonly code = 'invalid_reference';

  constructor(message: string) {
    super(message);
    // Logs and JSON hold what is enumerable.
    Object.defineProperty(this, 'message', { enumerable: true });
  }

  get [BRAND](): true {
    return true;
  }
}

/** Whether `error` is a {@link DocsError}, of whichever copy of this package. */
export const isDocsError = (error: unknown): error is DocsError =>
  typeof error === 'object' && error !== null && BRAND in error;
