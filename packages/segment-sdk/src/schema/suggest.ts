const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 0; i < a.length; i += 1) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j += 1) {
      next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (a[i] === b[j] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length] ?? 0;
};

/**
 * What to say after an unknown name: the closest known one (`Did you mean: userId`) or, when none is close,
 * what there is (`Available: a, b, c`). Letter case and underscores do not count.
 */
export const suggestion = (given: string, known: readonly string[]): string => {
  const plain = (name: string): string => name.toLowerCase().replaceAll('_', '');
  const ranked = known
    .map((name) => ({ name, far: distance(plain(given.slice(0, 64)), plain(name)) }))
    .sort((a, b) => a.far - b.far);
  const best = ranked[0];
  if (best && best.far <= Math.ceil(best.name.length / 3)) return `Did you mean: ${best.name}`;
  return `Available: ${known.join(', ')}`;
};
