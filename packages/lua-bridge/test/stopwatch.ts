import { readdirSync, readFileSync } from 'node:fs';

/** How long each thread of this process has been ready to run and had no core, in milliseconds; Linux alone tells. */
const waits = (): Map<string, number> => {
  const found = new Map<string, number>();
  try {
    for (const thread of readdirSync('/proc/self/task')) {
      const [, waited] = readFileSync(`/proc/self/task/${thread}/schedstat`, 'utf8').split(' ');
      found.set(thread, Number(waited) / 1e6);
    }
  } catch {
    // Another system, or a thread that ended just now: nothing is taken off for it.
  }
  return found;
};

/**
 * Starts to measure; returns what gives the milliseconds since. What the machine let us wait for a core does not count:
 * that of this thread, and that of the one other thread that waited longest.
 */
export const stopwatch = (): (() => number) => {
  const before = waits();
  const started = performance.now();
  return () => {
    const took = performance.now() - started;
    const own = String(process.pid);
    const waited = [...waits()].map(([thread, ms]) => [thread, ms - (before.get(thread) ?? 0)] as const);
    const others = waited.filter(([thread]) => thread !== own).map(([, ms]) => ms);
    return took - (new Map(waited).get(own) ?? 0) - Math.max(0, ...others);
  };
};
