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
  const endings: (() => void)[] = [];
  await new Promise<void>((resolve) => endings.push(quietly(ms, resolve), stop.listen(resolve)));
  for (const end of endings) end();
};

const A_DAY_MS = 86_400_000;

let reasons = 0;
let timer: ReturnType<typeof setInterval> | undefined;

/** Keeps a Node process alive, which no other timer here does, until the promise settles; returns the promise. */
export const keepingAlive = <T>(promise: Promise<T>): Promise<T> => {
  if (reasons === 0) timer = setInterval(() => undefined, A_DAY_MS);
  reasons += 1;
  const end = (): void => {
    reasons -= 1;
    if (reasons === 0) clearInterval(timer);
  };
  promise.then(end, end);
  return promise;
};
