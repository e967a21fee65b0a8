import type { Stop } from './stop.js';

interface NodeTimer {
  readonly unref?: () => void;
}

/** What a timer can wait at the most, in milliseconds: 24.8 days. A longer one would end at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** A timer of any length that does not keep a Node process alive; returns its cancellation. */
export const quietly = (ms: number, then: () => void): (() => void) => {
  let timer: ReturnType<typeof setTimeout>;
  const wait = (left: number): void => {
    const next =
      left > LONGEST_TIMER_MS
        ? () => {
            wait(left - LONGEST_TIMER_MS);
          }
        : then;
    timer = setTimeout(next, Math.min(left, LONGEST_TIMER_MS));
    (timer as NodeTimer).unref?.();
  };
  wait(ms);
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

/** Keeps a Node process alive, which no other timer here does, until it is released as often as it is held. */
export const holdProcess = (): void => {
  if (reasons === 0) timer = setInterval(() => undefined, A_DAY_MS);
  reasons += 1;
};

/** See {@link holdProcess}. */
export const releaseProcess = (): void => {
  reasons -= 1;
  if (reasons === 0) clearInterval(timer);
};

/** Keeps a Node process alive until the promise settles; returns the promise. */
export const keepingAlive = <T>(promise: Promise<T>): Promise<T> => {
  holdProcess();
  promise.then(releaseProcess, releaseProcess);
  return promise;
};
