import type { Stop } from './stop.js';

interface NodeTimer {
  readonly unref?: () => void;
}

/** A timer that does not keep a Node process alive; returns its cancellation. */
export const quietly = (ms: number, then: () => void): (() => void) => {
  const timer = setTimeout(then, ms);
  (timer as NodeTimer).unref?.();
  return () => {
    clearTimeout(timer);
  };
};

/** Waits without keeping a Node process alive; returns early on a stop. */
export const pause = async (ms: number, stop: Stop): Promise<void> => {
  let unlisten: (() => void) | undefined;
  await new Promise<void>((resolve) => {
    const cancel = quietly(ms, resolve);
    unlisten = stop.listen(() => {
      cancel();
      resolve();
    });
  });
  unlisten?.();
};

const A_DAY_MS = 86_400_000;

let reasons = 0;
let timer: ReturnType<typeof setInterval> | undefined;

/** Keeps a Node process alive, which all other timers here do not, until the returned function is called. */
const keepAlive = (): (() => void) => {
  reasons += 1;
  if (reasons === 1) timer = setInterval(() => undefined, A_DAY_MS);
  return () => {
    reasons -= 1;
    if (reasons === 0) clearInterval(timer);
  };
};

/** Keeps a Node process alive until the promise settles, and returns it. */
export const keepingAlive = <T>(promise: Promise<T>): Promise<T> => {
  const end = keepAlive();
  promise.then(end, end);
  return promise;
};
