import { NIL } from '../values/tags.js';

/* Arrays of tags and values by turns. An engine that lets one grow begins with room for 17: few tables need so much. */

/** Pairs up to which an array has no more room than is asked for. */
export const SMALL = 16;

const samples: readonly unknown[][] = Array.from({ length: SMALL + 1 }, (_, pairs) => {
  const sample: unknown[] = [];
  for (let n = 0; n < pairs; n++) sample.push(NIL, null);
  return sample;
});

/** Pairs of nil: so many, or 16 if that is fewer. */
export const makePairs = (count: number): unknown[] => (samples[Math.min(count, SMALL)] as unknown[]).slice();

/** An array without pairs that has room for so many, if they are few. */
export const makeRoom = (count: number): unknown[] => {
  const array = makePairs(count <= SMALL ? Math.max(1, count) : 1);
  while (array.length > 0) array.pop();
  return array;
};
