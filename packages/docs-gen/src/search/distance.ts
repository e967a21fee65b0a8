/**
 * How many edits turn one word into the other: letters added, left out, changed or swapped with their neighbour.
 * @see https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance#Optimal_string_alignment_distance
 */
const editDistance = (from: string, to: string): number => {
  let before: number[] = [];
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let line = 1; line <= from.length; line += 1) {
    const next = [line];
    for (let column = 1; column <= to.length; column += 1) {
      const changed = readAt(row, column - 1) + (from[line - 1] === to[column - 1] ? 0 : 1);
      const swapped =
        from[line - 1] === to[column - 2] && from[line - 2] === to[column - 1]
          ? readAt(before, column - 2) + 1
          : Infinity;
      next.push(Math.min(changed, swapped, readAt(row, column) + 1, readAt(next, column - 1) + 1));
    }
    before = row;
    row = next;
  }
  return readAt(row, to.length);
};

const readAt = (row: readonly number[], column: number): number => row[column] ?? Infinity;

/** Whether a word is another one mistyped: one edit from four letters on, two from eight. */
export const isTypoOf = (typed: string, word: string): boolean => {
  const allowed = typed.length < 4 ? 0 : typed.length < 8 ? 1 : 2;
  return Math.abs(typed.length - word.length) <= allowed && editDistance(typed, word) <= allowed;
};
