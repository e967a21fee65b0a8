import type { Problem } from './json-value.js';

const plain = (name: string): string => name.toLowerCase().replaceAll('_', '');

/** How many letters two names do not share; misspellings are mostly letters swapped, doubled or forgotten. */
const difference = (a: string, b: string): number => {
  const unshared = Array.from(a).reduce((left, letter) => left.replace(letter, ''), b).length;
  return a.length - b.length + 2 * unshared;
};

/**
 * What is wrong with a name that is not known: the closest known one (`Did you mean: userId`) or, when none is close,
 * what there is (`Available: a, b, c`). Letter case and underscores do not count.
 * @param kind What it names: `field`, `option`, `operation`.
 * @param prefix The path to it: `properties.`.
 */
export const unknownName = (kind: string, given: string, known: readonly string[], prefix = ''): Problem => {
  const [best] = known
    .map((name) => ({ name, far: difference(plain(given.slice(0, 64)), plain(name)) }))
    .sort((a, b) => a.far - b.far);
  const message = `unknown ${kind} '${prefix}${given}'. `;
  if (!best) return { message: `${message}It takes no ${kind}s` };
  return best.far <= best.name.length / 3
    ? { message: `${message}Did you mean: ${best.name}`, suggestion: best.name }
    : { message: `${message}Available: ${known.join(', ')}` };
};
