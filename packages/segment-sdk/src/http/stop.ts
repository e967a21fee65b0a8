/** Tells many requests at once to stop. An `AbortSignal` would do, but Node warns of a leak when eleven listen to one. */
export class Stop {
  readonly #listeners = new Set<() => void>();
  #isStopped = false;

  get isStopped(): boolean {
    return this.#isStopped;
  }

  /** Stops what listens, and what will. */
  stop(): void {
    this.#isStopped = true;
    for (const listener of this.#listeners) listener();
  }

  /** Calls back on a stop, at once if there has been one; returns a function that takes this back. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    if (this.#isStopped) listener();
    return () => {
      this.#listeners.delete(listener);
    };
  }
}

const stops = new WeakMap<AbortSignal, Stop>();

/** The stop that follows a caller's signal; the signal has one listener however many calls share it. */
export const stopOf = (signal: AbortSignal | undefined): Stop => {
  const known = signal && stops.get(signal);
  if (known) return known;
  const stop = new Stop();
  if (signal) {
    stops.set(signal, stop);
    const abort = (): void => {
      stop.stop();
    };
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
  }
  return stop;
};
