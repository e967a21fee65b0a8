/** Which rows are finished, kept small: those below a mark, and the few beyond it. */
export interface FinishedRows {
  /** Every row up to this one, counted from 1, is finished. */
  readonly through: number;
  /** What the rows up to there add up to, by which they are known again. */
  readonly sum: number;
  /** Finished rows beyond `through`, ascending. */
  readonly beyond: readonly number[];
  /** What each of them counts for in the sum. */
  readonly marks: readonly number[];
}

/** Follows rows that finish in any order. */
export interface RowTracker {
  /** Whether a row was finished already. */
  readonly has: (row: number) => boolean;
  /** @param mark The row's content as a number of 48 bits. */
  readonly finish: (row: number, mark: number) => void;
  readonly snapshot: () => FinishedRows;
}

const NOTHING: FinishedRows = { through: 0, sum: 0, beyond: [], marks: [] };

/** Adds a row to what rows before it add up to. */
export const addMark = (sum: number, mark: number): number => (sum + mark) % 2 ** 48;

/** Continues from what an earlier import had finished. */
export const trackRows = (start: FinishedRows = NOTHING): RowTracker => {
  const beyond = new Map(start.beyond.map((row, at) => [row, start.marks[at] ?? 0]));
  let { through, sum } = start;
  return {
    has: (row) => row <= through || beyond.has(row),
    finish(row, mark) {
      if (beyond.size === 0 && row === through + 1) {
        through = row;
        sum = addMark(sum, mark);
        return;
      }
      beyond.set(row, mark);
      for (let next = beyond.get(through + 1); next !== undefined; next = beyond.get(through + 1)) {
        through += 1;
        sum = addMark(sum, next);
        beyond.delete(through);
      }
    },
    snapshot() {
      const ahead = [...beyond].sort(([a], [b]) => a - b);
      return { through, sum, beyond: ahead.map(([row]) => row), marks: ahead.map(([, mark]) => mark) };
    },
  };
};
