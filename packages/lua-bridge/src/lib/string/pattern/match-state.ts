import type { Budget } from '../../../meter/budget.js';
import { LONGEST_TEXT, type LuaString, sliceString, sliceText, stringKey } from '../../../vm/values/string.js';
import { type Pattern, PatternError } from './compile.js';

/** Length of a capture that is not closed yet. */
export const UNFINISHED = -1;
/** Length of a capture that is a position. */
export const PLACE = -2;
const REPORT = 1000;

/** Steps for each byte of a subject that every match may take: what is linear is no matter of limits. */
const LINEAR = 8;

/** What patterns are matched against: the text of a string, with one character per byte, or its bytes if it is long. */
export type Subject = string | Uint8Array;

/** A string as a subject. */
export const subjectOf = (string: LuaString): Subject =>
  string.length <= LONGEST_TEXT ? stringKey(string) : string.bytes;

/** The byte at an index of a subject. */
export const byteAt = (subject: Subject, at: number): number =>
  typeof subject === 'string' ? subject.charCodeAt(at) : (subject[at] as number);

/** A piece of a subject as a string. */
export const pieceOf = (subject: Subject, from: number, to: number): LuaString =>
  typeof subject === 'string' ? sliceText(subject, from, to) : sliceString(subject, from, to);

/** One pattern being matched against one subject, step by step, so that a limit can end it. */
export class Match {
  /** Steps not reported yet. */
  steps = 0;
  /** Steps reported since it began. */
  total = 0;
  most = 0;
  length = 0;
  /** Captures: where each begins, and how long it is. */
  readonly starts: number[] = [];
  readonly lengths: number[] = [];

  constructor(
    public pattern: Pattern,
    public subject: Subject,
    /** What it is charged to; none once it has ended. */
    public budget: Budget | undefined,
  ) {}
}

/* The one that was ended last, for the next to begin. */
let spare: Match | undefined;

/** Begins a match whose steps are charged to the run, and bounded. `startAgain` begins the next in the same subject. */
export const startMatch = (budget: Budget, pattern: Pattern, subject: Subject): Match => {
  const match = spare ?? new Match(pattern, subject, budget);
  spare = undefined;
  match.pattern = pattern;
  match.subject = subject;
  match.budget = budget;
  match.length = subject.length;
  match.most = budget.limits.patternSteps + subject.length * LINEAR;
  match.total = 0;
  return match;
};

/** Reports the last steps. Nobody may use the match any more; it keeps nothing of the run alive. */
export const endMatch = (match: Match): void => {
  settle(match);
  match.subject = '';
  match.budget = undefined;
  spare = match;
};

/** Counts steps, and reports them now and then. */
export const countSteps = (match: Match, count: number): void => {
  match.steps += count;
  if (match.steps >= REPORT) settle(match);
};

const settle = (match: Match): void => {
  const { steps } = match;
  const budget = match.budget as Budget;
  match.steps = 0;
  match.total += steps;
  if (match.total > match.most) budget.exceed('patternSteps', 'limit_pattern', match.total);
  budget.spend(steps);
};

/** Begins the next match in the same subject. */
export const startAgain = (match: Match): void => {
  settle(match);
  match.total = 0;
};

/** Number of values a match gives: its captures, or itself if it has none. */
export const countCaptures = ({ pattern }: Match): number => (pattern.captures === 0 ? 1 : pattern.captures);

/**
 * A captured piece, or a position counted from 1.
 * @throws PatternError if there is no such capture.
 */
export const readCapture = (match: Match, index: number, start: number, end: number): LuaString | number => {
  const length = captureLength(match, index, end - start);
  const from = captureStart(match, index, start);
  if (length === PLACE) return from + 1;
  (match.budget as Budget).allocateString(length);
  return pieceOf(match.subject, from, from + length);
};

/** Where a capture begins. */
export const captureStart = ({ pattern, starts }: Match, index: number, start: number): number =>
  index < pattern.captures ? (starts[index] as number) : start;

/**
 * How long a capture is; that of the first one, if there are none, is that of the match.
 * @throws PatternError if there is no such capture.
 */
export const captureLength = ({ pattern, lengths }: Match, index: number, whole: number): number => {
  if (index >= pattern.captures) {
    if (index === 0) return whole;
    throw new PatternError(`invalid capture index %${index + 1}`);
  }
  const length = lengths[index] as number;
  if (length === UNFINISHED) throw new PatternError('unfinished capture');
  return length;
};
