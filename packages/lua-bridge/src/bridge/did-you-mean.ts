/** What to say of an unknown name; see `findMeant`. */
export interface Hint {
  /** The closest known name, or what there is. */
  readonly hint: string;
  /** The closest known name. Absent if none is close. */
  readonly suggestion?: string;
}

/** Names listed when no close one is found. */
const LISTED = 20;

/**
 * Finds a hint for an unknown name, for messages of one's own: the closest known name, or what there is. Letter case,
 * underscores and hyphens do not count.
 * @example findMeant('trakc', ['track', 'page']) // { hint: 'Did you mean: track', suggestion: 'track' }
 */
export const findMeant = (name: string, known: readonly string[]): Hint => {
  const suggestion = findClosest(name, known);
  if (suggestion !== undefined) return { hint: `Did you mean: ${suggestion}`, suggestion };
  if (known.length === 0) return { hint: 'Nothing is available here' };
  const more = known.length > LISTED ? ', …' : '';
  return { hint: `Available: ${known.slice(0, LISTED).join(', ')}${more}` };
};

const findClosest = (name: string, known: readonly string[]): string | undefined => {
  const given = simplify(name.slice(0, 64));
  const allowed = Math.max(1, Math.floor(given.length / 3));
  let best: string | undefined;
  let bestDistance = allowed + 1;
  for (const candidate of known) {
    const edits = countEdits(given, simplify(candidate));
    if (edits < bestDistance) [best, bestDistance] = [candidate, edits];
  }
  return best;
};

const simplify = (name: string): string => name.toLowerCase().replace(/[_-]/g, '');

/** Number of single-character edits, or swaps of neighbours, that turn one text into the other. */
const countEdits = (a: string, b: string): number => {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row.push(best);
    }
    before = previous;
    previous = row;
  }
  return previous[b.length] ?? 0;
};
