/** What one timer can wait at the most, in milliseconds: 24.8 days. A longer one would end at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * A timer of any length.
 * @param ms Milliseconds; with `Infinity` it never ends, and nothing is kept waiting.
 * @returns Its cancellation.
 */
export const startTimer = (ms: number, then: () => void): (() => void) => {
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
};
