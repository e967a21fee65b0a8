import type { PackedError } from './protocol.js';

/** A host error inside a thread: it reads like the original, which stays with the host. */
export class RemoteError extends Error {
  /** The original's id. */
  readonly #id: number;

  constructor({ id, message, fields }: PackedError) {
    super(message);
    this.#id = id;
    for (const [name, value] of fields) Object.defineProperty(this, name, { value, enumerable: true });
  }

  /** The id of the original, if `error` came from the host. */
  static idOf(error: unknown): number | undefined {
    return error instanceof RemoteError ? error.#id : undefined;
  }
}
