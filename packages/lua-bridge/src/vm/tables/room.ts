import { NIL } from '../values/tags.js';

/*
 * Arrays with room for what tables are made for. An engine that lets one grow begins with room for 17: few tables need
 * so much.
 */

/** Elements, or pairs of tag and value, up to which an array has no more room than is asked for. */
export const SMALL = 16;

/* By the number of their words. */
const samples: readonly unknown[][] = Array.from({ length: SMALL * 2 + 1 }, (_, words) => {
  const sample: unknown[] = [];
  for (let n = 0; n < words; n++) sample.push(n % 2 === 0 ? NIL : null);
  // One that never held an object is of another kind.
  if (words === 1) sample[0] = null;
  return sample;
});

const copySample = (words: number): unknown[] => (samples[words] as unknown[]).slice();

/** Pairs of nil: so many, or 16 if that is fewer. */
export const makePairs = (count: number): unknown[] => copySample(Math.min(count, SMALL) * 2);

/** An array without elements that has room for so many, if they are few. */
export const makeRoom = (count: number): unknown[] => {
  const array = copySample(count <= SMALL ? Math.max(1, count) : 1);
  while (array.length > 0) array.pop();
  return array;
};
