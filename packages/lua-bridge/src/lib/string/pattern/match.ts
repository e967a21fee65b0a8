import type { ByteSet } from './byte-set.js';
import { PatternError } from './compile.js';
import { byteAt, countSteps, type Match, PLACE, UNFINISHED } from './match-state.js';
import {
  AGAIN,
  ALL,
  BALANCE,
  BROKEN,
  CLOSE,
  END,
  FRONTIER,
  LEAST,
  MAYBE,
  MOST,
  ONE,
  OPEN,
  type Piece,
  POSITION,
} from './piece.js';

/** Where the first match at or after `from` starts, or -1; where it ends is in `found`. */
export const search = (match: Match, from: number): number => {
  for (let start = findCandidate(match, from); start <= match.length; start = findCandidate(match, start + 1)) {
    const end = matchAt(match, start);
    if (end >= 0) {
      found.end = end;
      return start;
    }
    if (match.pattern.anchored) return -1;
  }
  return -1;
};

/** Where the match that was found last ends. */
export const found = { end: 0 };

/** The first place at or after `from` where a match could start; beyond the end if there is none. */
export const findCandidate = (match: Match, from: number): number => {
  const { pattern, subject, length } = match;
  const { starts, prefix, anchored } = pattern;
  if (starts === undefined || anchored) return from;
  let at = from;
  if (prefix !== '') {
    at = typeof subject === 'string' ? subject.indexOf(prefix, from) : subject.indexOf(prefix.charCodeAt(0), from);
    if (at < 0) at = length;
  } else while (at < length && starts[byteAt(subject, at)] === 0) at++;
  countSteps(match, (at - from) >> 3);
  return at < length ? at : length + 1;
};

/** End of the match that starts at `at`, or -1. */
export const matchAt = (match: Match, at: number): number => {
  countSteps(match, 1);
  return matchFrom(match, at, 0);
};

/* End of the match of the pieces from `first` on, or -1. */
const matchFrom = (match: Match, start: number, first: number): number => {
  const { subject, length, starts, lengths } = match;
  const { pieces } = match.pattern;
  let at = start;
  for (let n = first; n < pieces.length; n++) {
    const piece = pieces[n] as Piece;
    match.steps++;
    switch (piece.kind) {
      case ONE:
        if (at >= length || piece.set[byteAt(subject, at)] === 0) return -1;
        at++;
        break;
      case ALL: {
        const reach = reachFrom(match, piece.set, at);
        if (reach - at < piece.number) return -1;
        at = reach;
        break;
      }
      case MAYBE:
        if (fits(match, piece.set, at)) at++;
        break;
      case OPEN:
        starts[piece.number] = at;
        lengths[piece.number] = UNFINISHED;
        break;
      case CLOSE:
        lengths[piece.number] = at - (starts[piece.number] as number);
        break;
      case POSITION:
        starts[piece.number] = at;
        lengths[piece.number] = PLACE;
        break;
      default:
        if (piece.kind < END) return matchWays(match, piece, at, n + 1);
        at = advance(match, piece, at);
        if (at < 0) return -1;
    }
  }
  return at;
};

const reachFrom = (match: Match, set: ByteSet, at: number): number => {
  const { subject, length } = match;
  let reach = at;
  while (reach < length && set[byteAt(subject, reach)] === 1) reach++;
  countSteps(match, (reach - at) >> 2);
  return reach;
};

const fits = ({ subject, length }: Match, set: ByteSet, at: number): boolean =>
  at < length && set[byteAt(subject, at)] === 1;

/* End of the match of a piece after which the rest of the pattern may have to be tried more than once, and of that. */
const matchWays = (match: Match, { kind, set, number }: Piece, at: number, rest: number): number => {
  countSteps(match, 1);
  if (kind === MOST) return matchMost(match, set, at, number, rest);
  if (kind === LEAST) return matchLeast(match, set, at, rest);
  const taken = fits(match, set, at) ? matchFrom(match, at + 1, rest) : -1;
  return taken >= 0 ? taken : matchFrom(match, at, rest);
};

const matchMost = (match: Match, set: ByteSet, at: number, fewest: number, rest: number): number => {
  for (let reach = reachFrom(match, set, at); reach - at >= fewest; reach--) {
    const end = matchFrom(match, reach, rest);
    if (end >= 0) return end;
    countSteps(match, 1);
  }
  return -1;
};

const matchLeast = (match: Match, set: ByteSet, start: number, rest: number): number => {
  for (let at = start; ; at++) {
    const end = matchFrom(match, at, rest);
    if (end >= 0) return end;
    if (!fits(match, set, at)) return -1;
    countSteps(match, 1);
  }
};

/* Where a piece that matches in one way at most ends, or -1. */
const advance = (match: Match, piece: Piece, at: number): number => {
  const { subject, length } = match;
  countSteps(match, 1);
  switch (piece.kind) {
    case END:
      return at === length ? at : -1;
    case AGAIN:
      return matchAgain(match, piece.number, at);
    case BALANCE:
      return matchBalanced(match, piece.byte, piece.number, at);
    case FRONTIER: {
      const before = at === 0 ? 0 : byteAt(subject, at - 1);
      const after = at === length ? 0 : byteAt(subject, at);
      return piece.set[before] === 0 && piece.set[after] === 1 ? at : -1;
    }
    case BROKEN:
    default:
      throw new PatternError(piece.fault);
  }
};

const matchAgain = (match: Match, capture: number, at: number): number => {
  const { subject, starts, lengths } = match;
  const from = starts[capture] as number;
  const length = lengths[capture] as number;
  // A position is no text that could come again.
  if (length === PLACE || match.length - at < length) return -1;
  countSteps(match, length >> 2);
  for (let i = 0; i < length; i++) if (byteAt(subject, from + i) !== byteAt(subject, at + i)) return -1;
  return at + length;
};

const matchBalanced = (match: Match, open: number, shut: number, at: number): number => {
  const { subject, length } = match;
  if (at >= length || byteAt(subject, at) !== open) return -1;
  let depth = 1;
  let end = at + 1;
  for (; end < length && depth > 0; end++) {
    const byte = byteAt(subject, end);
    if (byte === shut) depth--;
    else if (byte === open) depth++;
  }
  countSteps(match, (end - at) >> 2);
  return depth === 0 ? end : -1;
};
