/** How a promise ended. */
export type Outcome = { ok: true; value: unknown } | { ok: false; error: unknown };

/** Whoever drives a thread, as far as what it waits for knows it. */
export interface Waker {
  /** Lets the thread go on, if it still waits. */
  wake(): void;
}

/** Wakes in a microtask. */
export const wakeSoon = (waker: Waker): void => {
  queueMicrotask(() => {
    waker.wake();
  });
};

/** What a suspended thread waits for. */
export class Waiting {
  /** There once the promise has settled. */
  outcome: Outcome | undefined = undefined;
  /** Woken when it settles. */
  waker: Waker | undefined = undefined;
  /** Whether only the event loop turns meanwhile: the thread has more to compute. */
  isBreath = false;

  /** Notes how the promise ended. */
  settle(outcome: Outcome): void {
    this.outcome = outcome;
    this.waker?.wake();
  }
}

/** Watches a promise without ever leaving a rejection unhandled. */
export const watch = (promise: PromiseLike<unknown>): Waiting => {
  const waiting = new Waiting();
  const onValue = (value: unknown): void => {
    waiting.settle({ ok: true, value });
  };
  const onError = (error: unknown): void => {
    waiting.settle({ ok: false, error });
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
