/** Which rows are finished, kept small: a mark below which all are, and the few beyond it. */
export interface FinishedRows {
  /** Every row up to this one, counted from 1, is finished. */
  readonly through: number;
  /** Finished rows beyond `through`, ascending. */
  readonly beyond: readonly number[];
}

/** Follows rows that finish in any order. */
export interface RowTracker {
  /** Whether a row was finished already. */
  readonly has: (row: number) => boolean;
  readonly finish: (row: number) => void;
  readonly snapshot: () => FinishedRows;
}

/** Continues from what an earlier import had finished. */
export const trackRows = (start: FinishedRows = { through: 0, beyond: [] }): RowTracker => {
  const beyond = new Set(start.beyond);
  let through = start.through;
  return {
    has: (row) => row <= through || beyond.has(row),
    finish(row) {
      beyond.add(row);
      while (beyond.delete(through + 1)) through += 1;
    },
    snapshot: () => ({ through, beyond: [...beyond].sort((a, b) => a - b) }),
  };
};
