import type { Page } from 'playwright-core';

import { processorTime } from './processor-time.js';

/** What the work below takes on the machine the limits were set on, in milliseconds of its processor. */
const QUIET_MS = 40;

const work = (): number => {
  let sum = 0;
  for (let index = 0; index < 4_000_000; index += 1) sum += Math.sqrt(index) % 7;
  return sum;
};

/**
 * How many times slower than that machine this one is now, at least 1: limits on work are multiplied with it. Waiting
 * for a processor does not count, sharing one's caches does.
 */
export const slowness = async (page: Page): Promise<number> => {
  const time = await processorTime(page);
  const samples: number[] = [];
  for (let count = 0; count < 3; count += 1) {
    const before = await time.mainThread();
    await page.evaluate(work);
    samples.push((await time.mainThread()) - before);
  }
  return Math.max(1, ...samples.map((ms) => ms / QUIET_MS));
};
