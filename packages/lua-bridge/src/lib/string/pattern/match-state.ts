import { type Pattern, PatternError } from './compile.js';

/** Length of a capture that is not closed yet. */
export const OPEN = -1;
/** Length of a capture that is a position. */
export const POSITION = -2;
const REPORT = 1000;

/** One pattern being matched against one subject, step by step, so that a limit can end it. */
export interface Match {
  readonly pattern: Pattern;
  readonly subject: Uint8Array;
  /** Called with the steps taken since the last call, to charge them. */
  readonly meter: (steps: number) => void;
  steps: number;
  /** Steps reported since it began. */
  total: number;
  depth: number;
  /** Captures begun. */
  level: number;
  readonly starts: number[];
  readonly lengths: number[];
}

/** A match that has not begun. */
export const createMatch = (pattern: Pattern, subject: Uint8Array, meter: (steps: number) => void): Match => ({
  pattern,
  subject,
  meter,
  steps: 0,
  total: 0,
  depth: 0,
  level: 0,
  starts: [],
  lengths: [],
});

/** Counts steps, and reports them now and then. */
export const countSteps = (match: Match, count: number): void => {
  match.steps += count;
  if (match.steps >= REPORT) settle(match);
};

/** Reports the steps not reported yet. */
export const settle = (match: Match): void => {
  match.meter(match.steps);
  match.steps = 0;
};

/** Begins the next match in the same subject. */
export const startAgain = (match: Match): void => {
  settle(match);
  match.total = 0;
};

/** Number of values a match gives: its captures, or itself if it has none. */
export const countCaptures = (match: Match): number => (match.level === 0 ? 1 : match.level);

/** A captured piece as its bounds, or a position counted from 1. @throws PatternError if there is no such capture. */
export const readCapture = (
  match: Match,
  index: number,
  start: number,
  end: number,
): { from: number; to: number } | number => {
  if (index >= match.level) {
    if (index === 0) return { from: start, to: end };
    throw new PatternError(`invalid capture index %${index + 1}`);
  }
  const from = match.starts[index] as number;
  const length = match.lengths[index] as number;
  if (length === OPEN) throw new PatternError('unfinished capture');
  return length === POSITION ? from + 1 : { from, to: from + length };
};
