const plain = (name: string): string => name.toLowerCase().replaceAll('_', '');

/** How many letters two names do not share; misspellings are mostly letters swapped, doubled or forgotten. */
const difference = (a: string, b: string): number => {
  const unshared = Array.from(a).reduce((left, letter) => left.replace(letter, ''), b).length;
  return a.length - b.length + 2 * unshared;
};

/**
 * What to say after an unknown name: the closest known one (`Did you mean: userId`) or, when none is close,
 * what there is (`Available: a, b, c`). Letter case and underscores do not count.
 * @returns The hint in words, and the closest name, if there is one.
 */
export const suggest = (
  given: string,
  known: readonly string[],
): { readonly hint: string; readonly suggestion?: string } => {
  const [best] = known
    .map((name) => ({ name, far: difference(plain(given.slice(0, 64)), plain(name)) }))
    .sort((a, b) => a.far - b.far);
  return best && best.far <= best.name.length / 3
    ? { hint: `Did you mean: ${best.name}`, suggestion: best.name }
    : { hint: `Available: ${known.join(', ')}` };
};
