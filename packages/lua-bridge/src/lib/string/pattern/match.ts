import type { Item } from './compile.js';
import { matchBranch } from './match-branch.js';
import { advance } from './match-simple.js';
import { countSteps, type Match } from './match-state.js';

/** Start and end of the first match at or after `from`; undefined if there is none. */
export const search = (match: Match, from: number): { start: number; end: number } | undefined => {
  for (let start = findCandidate(match, from); start <= match.subject.length; start = findCandidate(match, start + 1)) {
    const end = matchAt(match, start);
    if (end >= 0) return { start, end };
    if (match.pattern.anchored) return undefined;
  }
  return undefined;
};

/** The first place at or after `from` where a match could start; beyond the end if there is none. */
export const findCandidate = (match: Match, from: number): number => {
  const { pattern, subject } = match;
  const { starts, first, anchored } = pattern;
  if (starts === undefined || anchored) return from;
  const { length } = subject;
  let at = from;
  if (first >= 0) {
    at = subject.indexOf(first, from);
    if (at < 0) at = length;
  } else while (at < length && starts[subject[at] as number] === 0) at++;
  countSteps(match, (at - from) >> 3);
  return at < length ? at : length + 1;
};

/** End of the match that starts at `at`, or -1. */
export const matchAt = (match: Match, at: number): number => {
  match.level = 0;
  match.depth = 0;
  countSteps(match, 1);
  return matchItems(match, at, 0);
};

/** End of the match of the pieces from `first` on, or -1. */
export const matchItems = (match: Match, start: number, first: number): number => {
  const { items } = match.pattern;
  const { subject } = match;
  let at = start;
  for (let index = first; index < items.length; index++) {
    const item = items[index] as Item;
    switch (item.kind) {
      case 'one':
        if (at >= subject.length || item.set[subject[at] as number] === 0) return -1;
        at++;
        match.steps++;
        break;
      case 'end':
      case 'again':
      case 'balance':
      case 'frontier':
      case 'broken':
        at = advance(match, item, at);
        if (at < 0) return -1;
        break;
      default:
        return matchBranch(match, item, at, index + 1);
    }
  }
  return at;
};
