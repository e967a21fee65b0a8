import { ensureStack } from '../../vm/calls/stack.js';
import { checkLuaString, optInteger } from '../../vm/native/arguments.js';
import { arg, push, pushInteger, pushNil } from '../../vm/native/frame.js';
import type { Library } from '../../vm/native/library.js';
import { raise } from '../../vm/native/raise.js';
import { give, withShortcut } from '../../vm/native/shortcut.js';
import type { LuaState } from '../../vm/state/lua-state.js';
import { NO_SHORTCUT, type Shortcut } from '../../vm/state/native.js';
import { type LuaString, sliceString, stringKey } from '../../vm/values/string.js';
import { INTEGER, NIL, STRING } from '../../vm/values/tags.js';
import { isFalsy } from '../../vm/values/value.js';
import { LONGEST_KEPT, recallPattern } from './pattern/cache.js';
import { type Pattern, PatternError } from './pattern/compile.js';
import { found, search } from './pattern/match.js';
import {
  countCaptures,
  endMatch,
  type Match,
  readCapture,
  startMatch,
  type Subject,
  subjectOf,
} from './pattern/match-state.js';
import { searchPlain } from './pattern/plain-search.js';

/* Bytes that each character of a pattern takes once it is compiled. */
const PART_BYTES = 80;

/** Bytes of a pattern that is compiled for one use. */
export const weighPattern = (source: string): number => (source.length > LONGEST_KEPT ? source.length * PART_BYTES : 0);

/** The compiled pattern in a string. Charges the work. */
export const getPattern = (L: LuaState, source: string): Pattern => {
  L.runtime.budget.spend(source.length);
  L.runtime.budget.allocate(weighPattern(source));
  return recallPattern(source);
};

/** Argument `n` as the text of a pattern, one character per byte. */
export const checkPattern = (L: LuaState, n: number): string => stringKey(checkLuaString(L, n));

/** Argument `n` as what patterns are matched against. */
export const checkSubject = (L: LuaState, n: number): Subject => subjectOf(checkLuaString(L, n));

const isPlain = (pattern: string): boolean => !/[\^$*+?.([%-]/.test(pattern);

/** Raises what pattern code has thrown; a malformed pattern is a Lua error. */
export const raisePattern = (L: LuaState, thrown: unknown): never => {
  if (thrown instanceof PatternError) return raise(L, thrown.message);
  throw thrown;
};

/** Pushes one capture of a match. */
export const pushCapture = (L: LuaState, match: Match, index: number, start: number, end: number): void => {
  const capture = readCapture(match, index, start, end);
  if (typeof capture === 'number') pushInteger(L, capture);
  else push(L, STRING, capture);
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

const readStart = (L: LuaState, length: number): number => startOf(optInteger(L, 3, 1), length);

const startOf = (init: number, length: number): number => {
  if (init > 0) return init - 1;
  return init < -length || init === 0 ? 0 : length + init;
};

const findPlain = (L: LuaState, subject: Subject, needle: string, from: number): number => {
  const at = searchPlain(L.runtime.budget, subject, needle, from);
  if (at < 0) return pushNil(L);
  pushInteger(L, at + 1);
  return pushInteger(L, at + needle.length) + 1;
};

const findAny = (L: LuaState): number => {
  const subject = checkSubject(L, 1);
  const source = checkPattern(L, 2);
  const from = readStart(L, subject.length);
  if (from > subject.length) return pushNil(L);
  if (!isFalsy(arg(L, 4)) || isPlain(source)) return findPlain(L, subject, source, from);
  return pushFirst(L, subject, source, from, 'with its bounds');
};

const matchAny = (L: LuaState): number => {
  const subject = checkSubject(L, 1);
  const source = checkPattern(L, 2);
  const from = readStart(L, subject.length);
  return from > subject.length ? pushNil(L) : pushFirst(L, subject, source, from, 'alone');
};

/* Pushes what the first match gives. */
const pushFirst = (
  L: LuaState,
  subject: Subject,
  source: string,
  from: number,
  how: 'alone' | 'with its bounds',
): number => {
  const match = startMatch(L.runtime.budget, getPattern(L, source), subject);
  try {
    const start = search(match, from);
    const { end } = found;
    let count = 0;
    if (start < 0) count = pushNil(L);
    else if (how === 'alone') count = pushCaptures(L, match, start, end);
    else {
      pushInteger(L, start + 1);
      count = pushInteger(L, end) + 1;
      if (match.pattern.captures > 0) count += pushCaptures(L, match, start, end);
    }
    endMatch(match);
    return count;
  } catch (thrown) {
    return raisePattern(L, thrown);
  }
};

/*
 * The pattern of a usual call, given as subject and pattern: short, and without faults, so that no error needs a frame
 * to be raised in.
 */
const usualPattern = (L: LuaState, tag: number, value: unknown, tag2: number, value2: unknown): Pattern | undefined => {
  if (tag !== STRING || tag2 !== STRING || (value2 as LuaString).length > LONGEST_KEPT) return undefined;
  const pattern = recallPattern(stringKey(value2 as LuaString));
  if (!pattern.isSound) return undefined;
  L.runtime.budget.spend((value2 as LuaString).length + ((value as LuaString).length >> 6));
  return pattern;
};

const findFirst: Shortcut = (L, count, tag, value, tag2, value2, tag3, value3, tag4, value4) => {
  if (tag !== STRING || tag2 !== STRING) return NO_SHORTCUT;
  if (count > 2 && (tag3 !== INTEGER || typeof value3 !== 'number')) return NO_SHORTCUT;
  const subject = subjectOf(value as LuaString);
  const from = count > 2 ? startOf(value3 as number, subject.length) : 0;
  if (from > subject.length) return give(NIL, null);
  if (tag4 !== NIL && value4 !== false) {
    const at = searchPlain(L.runtime.budget, subject, stringKey(value2 as LuaString), from);
    return at < 0 ? give(NIL, null) : give(INTEGER, at + 1);
  }
  const pattern = usualPattern(L, tag, value, tag2, value2);
  if (pattern === undefined) return NO_SHORTCUT;
  const match = startMatch(L.runtime.budget, pattern, subject);
  const start = search(match, from);
  endMatch(match);
  return start < 0 ? give(NIL, null) : give(INTEGER, start + 1);
};

/** Gives a capture as a shortcut does; nil if there is none. */
export const giveCapture = (capture: LuaString | number | undefined): number => {
  if (capture === undefined) return give(NIL, null);
  return typeof capture === 'number' ? give(INTEGER, capture) : give(STRING, capture);
};

const matchFirst: Shortcut = (L, count, tag, value, tag2, value2) => {
  if (count !== 2) return NO_SHORTCUT;
  const pattern = usualPattern(L, tag, value, tag2, value2);
  if (pattern === undefined) return NO_SHORTCUT;
  const match = startMatch(L.runtime.budget, pattern, subjectOf(value as LuaString));
  const start = search(match, 0);
  const capture = start < 0 ? undefined : readCapture(match, 0, start, found.end);
  endMatch(match);
  return giveCapture(capture);
};

/** `string.find` and `match`. */
export const findFunctions: Library = {
  find: withShortcut(findAny, findFirst),
  match: withShortcut(matchAny, matchFirst),
};
