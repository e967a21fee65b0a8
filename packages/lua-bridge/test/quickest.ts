const ATTEMPTS = 10;

/**
 * The shortest of up to ten times, taken until one is within the bound: a machine that is busy with other tests makes
 * some of them long, a sandbox that does not end in time all of them.
 */
export const quickest = async (boundMs: number, attempt: () => Promise<number>): Promise<number> => {
  let best = Infinity;
  for (let n = 0; n < ATTEMPTS && best >= boundMs; n++) best = Math.min(best, await attempt());
  return best;
};
