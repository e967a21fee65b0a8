import { pause } from './timer.js';

/** A moment before which nobody may send to one API; shared by all its requests. */
export interface Hold {
  /** Nobody sends for `ms` milliseconds from now. */
  readonly extend: (ms: number) => void;
  /** Resolves when sending is allowed, or the signal is aborted. */
  readonly passed: (signal: AbortSignal) => Promise<void>;
}

/** A hold that is not on. It runs on the monotonic clock, which never goes backwards. */
export const createHold = (): Hold => {
  let until = 0;
  return {
    extend: (ms) => {
      until = Math.max(until, performance.now() + ms);
    },
    passed: async (signal) => {
      for (let left = until - performance.now(); left > 0 && !signal.aborted; left = until - performance.now()) await pause(left, signal);
    },
  };
};
