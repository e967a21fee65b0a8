import { ensureStack } from '../../vm/calls/stack.js';
import { checkLuaString, checkString, optInteger } from '../../vm/native/arguments.js';
import { arg, push, pushInteger, pushNil } from '../../vm/native/frame.js';
import type { Library } from '../../vm/native/library.js';
import { raise } from '../../vm/native/raise.js';
import type { LuaState } from '../../vm/state/lua-state.js';
import { type Native, NativeClosure } from '../../vm/state/native.js';
import { bytesOfLatin1, sliceString, stringKey } from '../../vm/values/string.js';
import { NATIVE_CLOSURE, STRING } from '../../vm/values/tags.js';
import { isFalsy, Value } from '../../vm/values/value.js';
import { recallPattern } from './pattern/cache.js';
import { type Pattern, PatternError } from './pattern/compile.js';
import { findCandidate, matchAt, search } from './pattern/match.js';
import { countCaptures, createMatch, type Match, readCapture, settle } from './pattern/match-state.js';
import { searchPlain } from './pattern/plain-search.js';

const ITERATOR_BYTES = 400;

/** The compiled pattern in a string. Charges the work. */
export const getPattern = (L: LuaState, source: string): Pattern => {
  L.runtime.budget.spend(source.length);
  return recallPattern(source);
};

/** Argument `n` as the text of a pattern, one character per byte. */
export const checkPattern = (L: LuaState, n: number): string => stringKey(checkLuaString(L, n));

const isPlain = (pattern: string): boolean => !/[\^$*+?.([%-]/.test(pattern);

/** Runs pattern code; a malformed pattern becomes a Lua error. */
export const guardPattern = <Result>(L: LuaState, run: () => Result): Result => {
  try {
    return run();
  } catch (error) {
    if (error instanceof PatternError) return raise(L, error.message);
    throw error;
  }
};

/** Steps for each byte of a subject that every match may take: what is linear is no matter of limits. */
const LINEAR = 8;

/** A match whose steps are charged to the run, and bounded; `startAgain` begins the next one in the same subject. */
export const startMatch = (L: LuaState, pattern: Pattern, subject: Uint8Array): Match => {
  const { budget } = L.runtime;
  const most = budget.limits.patternSteps + subject.length * LINEAR;
  const match = createMatch(pattern, subject, (steps) => {
    match.total += steps;
    if (match.total > most) budget.exceed('patternSteps', 'limit_pattern', match.total);
    budget.spend(steps);
  });
  return match;
};

/** Pushes one capture of a match. */
export const pushCapture = (L: LuaState, match: Match, index: number, start: number, end: number): void => {
  const capture = readCapture(match, index, start, end);
  if (typeof capture === 'number') pushInteger(L, capture);
  else pushSlice(L, match.subject, capture.from, capture.to);
};

/** Pushes a piece of a string. */
export const pushSlice = (L: LuaState, bytes: Uint8Array, from: number, to: number): number => {
  L.runtime.budget.allocateString(to - from);
  return push(L, STRING, sliceString(bytes, from, to));
};

/** Pushes all captures of a match. */
export const pushCaptures = (L: LuaState, match: Match, start: number, end: number): number => {
  const count = countCaptures(match);
  ensureStack(L, count + 4);
  for (let i = 0; i < count; i++) pushCapture(L, match, i, start, end);
  return count;
};

const readStart = (L: LuaState, length: number): number => {
  const init = optInteger(L, 3, 1);
  if (init > 0) return init - 1;
  return init < -length || init === 0 ? 0 : length + init;
};

const findPlain = (L: LuaState, text: Uint8Array, needle: Uint8Array, from: number): number => {
  const { budget } = L.runtime;
  const at = searchPlain(text, needle, from, (steps) => {
    budget.spend(steps);
  });
  if (at < 0) return pushNil(L);
  pushInteger(L, at + 1);
  return pushInteger(L, at + needle.length) + 1;
};

const find = (L: LuaState): number => {
  const text = checkString(L, 1);
  const source = checkPattern(L, 2);
  const from = readStart(L, text.length);
  if (from > text.length) return pushNil(L);
  if (!isFalsy(arg(L, 4)) || isPlain(source)) return findPlain(L, text, bytesOfLatin1(source), from);
  return guardPattern(L, () => {
    const match = startMatch(L, getPattern(L, source), text);
    const found = search(match, from);
    settle(match);
    if (found === undefined) return pushNil(L);
    pushInteger(L, found.start + 1);
    pushInteger(L, found.end);
    return 2 + (match.level === 0 ? 0 : pushCaptures(L, match, found.start, found.end));
  });
};

const matchFirst = (L: LuaState): number => {
  const text = checkString(L, 1);
  const source = checkPattern(L, 2);
  const from = readStart(L, text.length);
  if (from > text.length) return pushNil(L);
  return guardPattern(L, () => {
    const match = startMatch(L, getPattern(L, source), text);
    const found = search(match, from);
    settle(match);
    return found === undefined ? pushNil(L) : pushCaptures(L, match, found.start, found.end);
  });
};

/* In `gmatch` a `^` matches itself: there is no one place to anchor to. */
const gmatch = (L: LuaState): number => {
  const text = checkString(L, 1);
  const source = checkPattern(L, 2);
  const pattern = getPattern(L, source.startsWith('^') ? `%${source}` : source);
  // A closure with an upvalue, so that a census finds the iterator and its subject.
  L.runtime.budget.allocate(ITERATOR_BYTES);
  const { type, value } = arg(L, 1);
  const closure = new NativeClosure(createIterator(text, pattern), [new Value(type, value)]);
  return push(L, NATIVE_CLOSURE, closure);
};

const createIterator = (text: Uint8Array, pattern: Pattern): Native => {
  let at = 0;
  let lastEnd = -1;
  return (L) =>
    guardPattern(L, () => {
      const match = startMatch(L, pattern, text);
      for (at = findCandidate(match, at); at <= text.length; at = findCandidate(match, at + 1)) {
        const end = matchAt(match, at);
        if (end < 0 || end === lastEnd) continue;
        const start = at;
        at = lastEnd = end;
        settle(match);
        return pushCaptures(L, match, start, end);
      }
      settle(match);
      return pushNil(L);
    });
};

/** `string.find`, `match` and `gmatch`. */
export const findFunctions: Library = { find, match: matchFirst, gmatch };
