import type { ByteSet } from './byte-set.js';
import { type Item, PatternError } from './compile.js';
import { matchItems } from './match.js';
import type { Simple } from './match-simple.js';
import { countSteps, type Match, OPEN, POSITION } from './match-state.js';

/* As in Lua: so many captures, and so many branching pieces inside each other. */
const MAX_CAPTURES = 32;
const MAX_DEPTH = 200;

/** A piece after which the rest of the pattern may have to be tried more than once. */
type Branching = Exclude<Item, Simple | { kind: 'one' }>;

/** End of the match of a piece at `at` and of everything from `rest` on, or -1. */
export const matchBranch = (match: Match, item: Branching, at: number, rest: number): number => {
  if (++match.depth > MAX_DEPTH) throw new PatternError('pattern too complex');
  countSteps(match, 1);
  const end = tryWays(match, item, at, rest);
  match.depth--;
  return end;
};

const tryWays = (match: Match, item: Branching, at: number, rest: number): number => {
  switch (item.kind) {
    case 'open':
      return openCapture(match, at, rest, OPEN);
    case 'position':
      return openCapture(match, at, rest, POSITION);
    case 'close':
      return closeCapture(match, at, rest);
    case 'most':
      return tryMost(match, item.set, item.from, at, rest);
    case 'least':
      return tryLeast(match, item.set, at, rest);
    case 'optional':
      return tryOptional(match, item.set, at, rest);
  }
};

const fits = ({ subject }: Match, set: ByteSet, at: number): boolean =>
  at < subject.length && set[subject[at] as number] === 1;

const tryOptional = (match: Match, set: ByteSet, at: number, rest: number): number => {
  const taken = fits(match, set, at) ? matchItems(match, at + 1, rest) : -1;
  return taken >= 0 ? taken : matchItems(match, at, rest);
};

const tryMost = (match: Match, set: ByteSet, from: number, at: number, rest: number): number => {
  const { subject } = match;
  let reach = at;
  while (reach < subject.length && set[subject[reach] as number] === 1) reach++;
  countSteps(match, (reach - at) >> 2);
  if (rest === match.pattern.items.length) return reach - at >= from ? reach : -1;
  for (; reach - at >= from; reach--) {
    const end = matchItems(match, reach, rest);
    if (end >= 0) return end;
    countSteps(match, 1);
  }
  return -1;
};

const tryLeast = (match: Match, set: ByteSet, start: number, rest: number): number => {
  for (let at = start; ; at++) {
    const end = matchItems(match, at, rest);
    if (end >= 0) return end;
    if (!fits(match, set, at)) return -1;
    countSteps(match, 1);
  }
};

const openCapture = (match: Match, at: number, rest: number, kind: number): number => {
  const index = match.level;
  if (index >= MAX_CAPTURES) throw new PatternError('too many captures');
  match.starts[index] = at;
  match.lengths[index] = kind;
  match.level = index + 1;
  const end = matchItems(match, at, rest);
  if (end < 0) match.level = index;
  return end;
};

const closeCapture = (match: Match, at: number, rest: number): number => {
  let index = match.level - 1;
  while (index >= 0 && match.lengths[index] !== OPEN) index--;
  if (index < 0) throw new PatternError('invalid pattern capture');
  match.lengths[index] = at - (match.starts[index] as number);
  const end = matchItems(match, at, rest);
  if (end < 0) match.lengths[index] = OPEN;
  return end;
};
