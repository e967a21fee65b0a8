/**
 * Starts to measure; returns what gives the milliseconds since that this process worked, in all its threads, at most
 * the time that passed. What neighbours on the machine did meanwhile does not count.
 */
export const stopwatch = (): (() => number) => {
  const before = process.cpuUsage();
  const started = performance.now();
  return () => {
    const took = performance.now() - started;
    const { user, system } = process.cpuUsage(before);
    return Math.min(took, (user + system) / 1000);
  };
};
