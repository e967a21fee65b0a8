import { ldo } from '../fengari/internals.js';
import { raise } from '../fengari/raise.js';
import { WAIT, type Steps } from '../fengari/resumable.js';
import type { LuaState } from '../fengari/types.js';

/** How a promise ended. */
export type Outcome = { ok: true; value: unknown } | { ok: false; error: unknown };

/** What a suspended thread waits for; `outcome` is there once `settled` has resolved. */
export interface Waiting {
  settled: Promise<void>;
  outcome: Outcome | undefined;
}

/** Watches a promise without ever leaving a rejection unhandled. */
export const watch = (promise: PromiseLike<unknown>): Waiting => {
  const waiting: Waiting = { settled: Promise.resolve(), outcome: undefined };
  waiting.settled = Promise.resolve(promise).then(
    (value) => {
      waiting.outcome = { ok: true, value };
    },
    (error: unknown) => {
      waiting.outcome = { ok: false, error };
    },
  );
  return waiting;
};

/** Whether a value is a promise, of any realm. */
export const isPromise = (value: unknown): value is PromiseLike<unknown> =>
  value !== null &&
  (typeof value === 'object' || typeof value === 'function') &&
  typeof (value as { then?: unknown }).then === 'function';

/**
 * Suspends the running thread until a promise settles, then lets `finish` push the results.
 * The host sees the thread yield with `L.waiting` set; a script's own coroutines pass it through.
 */
export const suspend = (
  L: LuaState,
  waiting: Waiting,
  finish: (L: LuaState, outcome: Outcome) => number,
): number => {
  checkSuspendable(L);
  L.waiting = waiting;
  return ldo.lua_yieldk(L, 0, waiting, (thread) => {
    const { outcome } = waiting;
    return outcome === undefined ? suspend(thread, waiting, finish) : finish(thread, outcome);
  });
};

/** Waits for a promise in a resumable body. */
export function* waitFor(L: LuaState, promise: PromiseLike<unknown>): Steps<Outcome> {
  const waiting = watch(promise);
  while (waiting.outcome === undefined) {
    checkSuspendable(L);
    L.waiting = waiting;
    yield WAIT;
  }
  return waiting.outcome;
}

const checkSuspendable = (L: LuaState): void => {
  if (L.nny > 0) raise(L, 'cannot wait for a host function here: a metamethod called by a library function, or a host callback, cannot be suspended');
};
