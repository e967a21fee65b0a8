/** What one timer can wait at the most, in milliseconds: 24.8 days. A longer one would end at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * Calls back after any length of time.
 * @param ms Milliseconds; after `Infinity` it never does.
 * @returns Its cancellation.
 */
export function startTimer(ms: number, then: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = (left: number): void => {
    const goOn = (): void => {
      wait(left - LONGEST_TIMER_MS);
    };
    timer = setTimeout(left > LONGEST_TIMER_MS ? goOn : then, Math.min(left, LONGEST_TIMER_MS));
  };
  if (ms < Infinity) wait(ms);
  return () => {
    clearTimeout(timer);
  };
}

/** Calls back again and again, `ms` milliseconds apart. Returns how to stop. */
export function repeat(ms: number, then: () => void): () => void {
  let cancel: () => void;
  const next = (): void => {
    cancel = startTimer(ms, () => {
      next();
      then();
    });
  };
  next();
  return () => {
    cancel();
  };
}
