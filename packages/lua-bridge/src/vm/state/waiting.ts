/** How a promise ended. */
export type Outcome = { ok: true; value: unknown } | { ok: false; error: unknown };

/** What a suspended thread waits for. */
export interface Waiting {
  /** There once the promise has settled. */
  outcome: Outcome | undefined;
  /** Called when it settles; set by whoever drives the thread. */
  wake: () => void;
  /** Whether only the event loop turns meanwhile: the thread has more to compute. */
  isBreath?: boolean;
}

const nobody = (): void => undefined;

/** Watches a promise without ever leaving a rejection unhandled. */
export const watch = (promise: PromiseLike<unknown>): Waiting => {
  const waiting: Waiting = { outcome: undefined, wake: nobody };
  const settle = (outcome: Outcome): void => {
    waiting.outcome = outcome;
    waiting.wake();
  };
  const onValue = (value: unknown): void => {
    settle({ ok: true, value });
  };
  const onError = (error: unknown): void => {
    settle({ ok: false, error });
  };
  // A promise of another kind may call back at once or throw.
  if (promise instanceof Promise) promise.then(onValue, onError);
  else Promise.resolve(promise).then(onValue, onError);
  return waiting;
};

/** Whether a value is a promise, of any realm. */
export const isPromise = (value: unknown): value is PromiseLike<unknown> =>
  value !== null &&
  (typeof value === 'object' || typeof value === 'function') &&
  typeof (value as { then?: unknown }).then === 'function';
