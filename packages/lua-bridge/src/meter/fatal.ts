/** Ends a run at once. A JavaScript exception of its own kind, so that no Lua code can catch it. */
export class Fatal extends Error {
  override readonly name = 'Fatal';

  /** @param code `limit_…`, `aborted` or `internal`. */
  constructor(
    readonly code: string,
    message: string,
    cause?: unknown,
  ) {
    super(message, { cause });
  }
}

/** Turns whatever escaped the VM into a fatal end: an overflow of the JavaScript stack counts as call depth. */
export const asFatal = (thrown: unknown): Fatal => {
  if (thrown instanceof Fatal) return thrown;
  if (thrown instanceof RangeError && thrown.message.includes('call stack')) {
    return new Fatal('limit_call_depth', 'calls nest too deeply for the JavaScript stack');
  }
  const reason = thrown instanceof Error ? thrown.message : String(thrown);
  return new Fatal('internal', `the Lua VM failed: ${reason}`, thrown);
};
