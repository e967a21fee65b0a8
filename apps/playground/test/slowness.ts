import type { Page } from 'playwright-core';

/** What the work below takes on the machine the limits were set on, in milliseconds, when it has nothing else to do. */
const QUIET_MS = 40;

/**
 * How many times slower than that machine this one is now, at least 1: limits on time are multiplied with it.
 * It takes the slowest of three samples, because what is measured next may meet the same neighbours.
 */
export const slowness = async (page: Page): Promise<number> => {
  const samples = await page.evaluate(async () => {
    const sample = (): number => {
      const started = performance.now();
      let sum = 0;
      for (let index = 0; index < 4_000_000; index += 1) sum += Math.sqrt(index) % 7;
      return performance.now() - started + Number(sum < 0);
    };
    const taken: number[] = [];
    for (let count = 0; count < 3; count += 1) {
      taken.push(sample());
      await new Promise((resolve) => {
        setTimeout(resolve);
      });
    }
    return taken;
  });
  return Math.max(1, ...samples.map((ms) => ms / QUIET_MS));
};
