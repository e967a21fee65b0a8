/** The signals of a host's runs: each follows its caller's, and all end when the host does. */
export interface RunSignals {
  readonly isClosed: boolean;
  /** A signal for one run; `release` it when the run is over, and nothing is left at the caller's. */
  follow(own: AbortSignal | undefined): { readonly signal: AbortSignal; readonly release: () => void };
  /** Aborts all. */
  close(reason: Error): void;
}

interface Followed {
  readonly controller: AbortController;
  readonly abort: () => void;
  runs: number;
}

/**
 * `AbortSignal.any` would do, but not every edge runtime has it; and a caller's signal has one listener however many
 * runs share it, because Node warns of eleven.
 */
export const createRunSignals = (): RunSignals => {
  const followed = new Map<AbortSignal | undefined, Followed>();
  let isClosed = false;
  return {
    get isClosed() {
      return isClosed;
    },
    follow: (own) => {
      const shared = followed.get(own) ?? listen(own);
      followed.set(own, shared);
      shared.runs++;
      const release = (): void => {
        if (--shared.runs > 0) return;
        own?.removeEventListener('abort', shared.abort);
        followed.delete(own);
      };
      return { signal: shared.controller.signal, release };
    },
    close: (reason) => {
      isClosed = true;
      for (const { controller } of followed.values()) controller.abort(reason);
    },
  };
};

const listen = (own: AbortSignal | undefined): Followed => {
  const controller = new AbortController();
  const abort = (): void => {
    controller.abort(own?.reason);
  };
  if (own?.aborted) abort();
  own?.addEventListener('abort', abort);
  return { controller, abort, runs: 0 };
};
