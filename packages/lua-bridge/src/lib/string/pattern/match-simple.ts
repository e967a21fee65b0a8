import { type Item, PatternError } from './compile.js';
import { countSteps, type Match, OPEN, POSITION } from './match-state.js';

/** A piece that matches in one way at most. */
export type Simple = Extract<Item, { kind: 'end' | 'again' | 'balance' | 'frontier' | 'broken' }>;

/** Where a piece that starts at `at` ends, or -1. */
export const advance = (match: Match, item: Simple, at: number): number => {
  const { subject } = match;
  countSteps(match, 1);
  switch (item.kind) {
    case 'end':
      return at === subject.length ? at : -1;
    case 'again':
      return matchAgain(match, item.capture, at);
    case 'balance':
      return matchBalanced(match, item.open, item.shut, at);
    case 'broken':
      throw new PatternError(item.fault);
    case 'frontier': {
      const before = at === 0 ? 0 : (subject[at - 1] as number);
      const after = at === subject.length ? 0 : (subject[at] as number);
      return item.set[before] === 0 && item.set[after] === 1 ? at : -1;
    }
  }
};

const matchAgain = (match: Match, index: number, at: number): number => {
  const { subject } = match;
  const length = index < match.level ? match.lengths[index] : undefined;
  if (length === undefined || length === OPEN) throw new PatternError(`invalid capture index %${index + 1}`);
  const from = match.starts[index] as number;
  // A position is no text that could come again.
  if (length === POSITION || subject.length - at < length) return -1;
  countSteps(match, length >> 2);
  for (let i = 0; i < length; i++) if (subject[from + i] !== subject[at + i]) return -1;
  return at + length;
};

const matchBalanced = (match: Match, open: number, shut: number, at: number): number => {
  const { subject } = match;
  if (subject[at] !== open) return -1;
  let depth = 1;
  let end = at + 1;
  for (; end < subject.length && depth > 0; end++) {
    if (subject[end] === shut) depth--;
    else if (subject[end] === open) depth++;
  }
  countSteps(match, (end - at) >> 2);
  return depth === 0 ? end : -1;
};
