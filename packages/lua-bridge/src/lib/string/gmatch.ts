import { checkLuaString } from '../../vm/native/arguments.js';
import { push, pushNil } from '../../vm/native/frame.js';
import type { Library } from '../../vm/native/library.js';
import { give } from '../../vm/native/shortcut.js';
import type { LuaState } from '../../vm/state/lua-state.js';
import { type Native, NativeClosure, NO_SHORTCUT } from '../../vm/state/native.js';
import { type LuaString, stringKey } from '../../vm/values/string.js';
import { NATIVE_CLOSURE, STRING } from '../../vm/values/tags.js';
import { Value } from '../../vm/values/value.js';
import { checkPattern, getPattern, giveCapture, pushCaptures, raisePattern, weighPattern } from './find.js';
import type { Pattern } from './pattern/compile.js';
import { findCandidate, matchAt } from './pattern/match.js';
import { endMatch, type Match, readCapture, startMatch, type Subject, subjectOf } from './pattern/match-state.js';

const ITERATOR_BYTES = 400;

/* In `gmatch` a `^` matches itself: there is no one place to anchor to. */
const gmatchAny = (L: LuaState): number => {
  const string = checkLuaString(L, 1);
  const source = checkPattern(L, 2);
  return push(L, NATIVE_CLOSURE, makeIterator(L, string, source));
};

const gmatch: Native = Object.assign((L: LuaState) => gmatchAny(L), {
  iterates: (L: LuaState, tag: number, value: unknown, tag2: number, value2: unknown): number => {
    if (tag !== STRING || tag2 !== STRING) return NO_SHORTCUT;
    const string = value as LuaString;
    L.runtime.budget.spend(string.length >> 6);
    return give(NATIVE_CLOSURE, makeIterator(L, string, stringKey(value2 as LuaString)));
  },
});

const makeIterator = (L: LuaState, string: LuaString, source: string): NativeClosure => {
  const pattern = getPattern(L, source.startsWith('^') ? `%${source}` : source);
  // A closure with an upvalue, so that a census finds the iterator and its subject.
  L.runtime.budget.allocate(ITERATOR_BYTES);
  const iteration = new Iteration(subjectOf(string), pattern);
  const step: Native = (thread) => iteration.step(thread);
  const shortcut = pattern.isSound && pattern.captures < 2 ? (thread: LuaState) => iteration.give(thread) : undefined;
  return new NativeClosure(step, [new Value(STRING, string)], shortcut, weighPattern(source));
};

/* The matches of a pattern in a subject, one after the other. */
class Iteration {
  private at = 0;
  private lastEnd = -1;

  constructor(
    private readonly subject: Subject,
    private readonly pattern: Pattern,
  ) {}

  /* Pushes the captures of the next match. */
  step(L: LuaState): number {
    const match = startMatch(L.runtime.budget, this.pattern, this.subject);
    try {
      const start = this.next(match);
      const count = start < 0 ? pushNil(L) : pushCaptures(L, match, start, this.lastEnd);
      endMatch(match);
      return count;
    } catch (thrown) {
      return raisePattern(L, thrown);
    }
  }

  /* The same as a shortcut, for a pattern of one capture at most. */
  give(L: LuaState): number {
    const match = startMatch(L.runtime.budget, this.pattern, this.subject);
    const start = this.next(match);
    const capture = start < 0 ? undefined : readCapture(match, 0, start, this.lastEnd);
    endMatch(match);
    return giveCapture(capture);
  }

  /* Where the next match starts, or -1; it ends at `lastEnd`. */
  private next(match: Match): number {
    for (let at = findCandidate(match, this.at); at <= match.length; at = findCandidate(match, at + 1)) {
      const end = matchAt(match, at);
      if (end < 0 || end === this.lastEnd) continue;
      this.at = this.lastEnd = end;
      return at;
    }
    this.at = match.length + 1;
    return -1;
  }
}

/** `string.gmatch`. */
export const gmatchFunctions: Library = { gmatch };
