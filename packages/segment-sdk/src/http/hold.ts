import type { Stop } from './stop.js';
import { pause } from './timer.js';

/** Whom a server asks to wait: all who use a token, or those who call one operation. */
export type HoldScope = 'token' | 'operation';

/** A moment before which nobody may send to one API; shared by all its requests. */
export interface Hold {
  /** Nobody sends for `ms` milliseconds from now. @param scope Default `token`. */
  readonly extend: (ms: number, scope?: HoldScope) => void;
  /** Resolves when sending is allowed, or on a stop. */
  readonly passed: (stop: Stop) => Promise<void>;
}

/** A hold that is not on. It runs on the monotonic clock, which never goes backwards. */
export const createHold = (): Hold => {
  let until = 0;
  return {
    extend: (ms) => {
      until = Math.max(until, performance.now() + ms);
    },
    passed: async (stop) => {
      let left: number;
      while ((left = until - performance.now()) > 0 && !stop.isStopped) await pause(left, stop);
    },
  };
};
