/**
 * Tells many requests at once to stop. An `AbortSignal` would do, but Node warns of a leak when eleven listen to one.
 */
export class Stop {
  readonly #listeners = new Set<() => void>();
  isStopped = false;

  /** Stops what listens, and what will. */
  stop(): void {
    this.isStopped = true;
    for (const listener of this.#listeners) listener();
  }

  /** Calls back on a stop, at once if there has been one; returns a function that takes this back. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    if (this.isStopped) listener();
    return () => {
      this.#listeners.delete(listener);
    };
  }
}
