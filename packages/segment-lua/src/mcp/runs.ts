import pLimit from 'p-limit';

import type { RunScript } from './execute-lua.js';

/** The runs of a server. */
export interface Runs {
  readonly run: RunScript;
  /** Resolves when none is under way, each with its events delivered or given up. */
  readonly settle: () => Promise<void>;
  /** Stops what is running; its events are still delivered. */
  readonly stop: () => void;
}

/** Lets a few scripts run at a time, in the order in which they came. */
export const createRuns = (run: RunScript, size: number): Runs => {
  const limit = pLimit(size);
  const stopping = new AbortController();
  const underWay = new Set<Promise<unknown>>();
  return {
    run: (code, options = {}) => {
      const signal = AbortSignal.any([stopping.signal, ...(options.signal ? [options.signal] : [])]);
      const running = limit(() => run(code, { ...options, signal }));
      underWay.add(running);
      return running.finally(() => underWay.delete(running));
    },
    settle: async () => {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
    stop: () => {
      stopping.abort(new Error('the server is stopping'));
    },
  };
};
