import { getSteps } from '../../vm/native/access-steps.js';
import { checkString, optInteger, toStringValue } from '../../vm/native/arguments.js';
import { ByteBuffer } from '../../vm/native/byte-buffer.js';
import { arg, pushBytes, pushInteger, pushValue } from '../../vm/native/frame.js';
import type { Library } from '../../vm/native/library.js';
import { raise, raiseType } from '../../vm/native/raise.js';
import { call, resumable, type Steps } from '../../vm/native/resumable.js';
import { isTurn, stepAside } from '../../vm/native/wait.js';
import type { LuaState } from '../../vm/state/lua-state.js';
import { nameOfKind, STRING, TABLE } from '../../vm/values/tags.js';
import { isFalsy, isFunction, isNumber, type Value } from '../../vm/values/value.js';
import { checkPattern, getPattern, guardPattern, pushCapture, pushCaptures, startMatch } from './find.js';
import { PatternError } from './pattern/compile.js';
import { findCandidate, matchAt } from './pattern/match.js';
import { type Match, readCapture, settle, startAgain } from './pattern/match-state.js';

const ESC = 37;

/* `string.gsub`. A replacement function may wait. */
const gsub = resumable(function* (L) {
  const text = checkString(L, 1);
  const source = checkPattern(L, 2);
  const kind = readReplacementKind(L, arg(L, 3));
  const most = optInteger(L, 4, text.length + 1);
  const pattern = getPattern(L, source);
  const match = startMatch(L, pattern, text);
  const buffer = new ByteBuffer(L.runtime.budget);
  let at = findCandidate(match, 0);
  let copied = 0;
  let lastEnd = -1;
  let count = 0;
  for (let round = 0; count < most && at <= text.length; round++) {
    if (isTurn(round)) yield* stepAside(L);
    const end = tryMatch(L, match, at);
    if (end >= 0 && end !== lastEnd) {
      count++;
      startAgain(match);
      buffer.add(text, copied, at);
      if (kind === 'text')
        guardPattern(L, () => {
          addTemplate(L, match, buffer, at, end);
        });
      else yield* addValue(L, match, buffer, kind, at, end);
      copied = lastEnd = end;
      at = findCandidate(match, end);
    } else at = findCandidate(match, at + 1);
    if (pattern.anchored) break;
  }
  settle(match);
  buffer.add(text, copied, text.length);
  pushBytes(L, buffer.take());
  return pushInteger(L, count) + 1;
});

const tryMatch = (L: LuaState, match: Match, at: number): number => {
  try {
    return matchAt(match, at);
  } catch (error) {
    if (error instanceof PatternError) return raise(L, error.message);
    throw error;
  }
};

type Kind = 'text' | 'function' | 'table';

const readReplacementKind = (L: LuaState, value: Value): Kind => {
  if (value.type === STRING || isNumber(value)) return 'text';
  if (isFunction(value)) return 'function';
  return value.type === TABLE ? 'table' : raiseType(L, 3, 'string/function/table');
};

/* A replacement text, with `%1` and the like filled in. */
const addTemplate = (L: LuaState, match: Match, buffer: ByteBuffer, start: number, end: number): void => {
  const template = checkString(L, 3);
  for (let i = 0; i < template.length; i++) {
    const byte = template[i] as number;
    if (byte !== ESC) {
      buffer.addByte(byte);
      continue;
    }
    const next = template[++i];
    if (next === ESC) buffer.addByte(ESC);
    else if (next === 48) buffer.add(match.subject, start, end);
    else if (next !== undefined && next > 48 && next <= 57) addCapture(match, buffer, next - 49, start, end);
    else raise(L, "invalid use of '%' in replacement string");
  }
};

const addCapture = (match: Match, buffer: ByteBuffer, index: number, start: number, end: number): void => {
  const capture = readCapture(match, index, start, end);
  if (typeof capture === 'number') buffer.addLatin1(String(capture));
  else buffer.add(match.subject, capture.from, capture.to);
};

/* What a replacement function or table gives; nil and false leave the match as it is. */
function* addValue(L: LuaState, match: Match, buffer: ByteBuffer, kind: Kind, start: number, end: number): Steps<void> {
  if (kind === 'function') {
    pushValue(L, arg(L, 3));
    yield call(
      guardPattern(L, () => pushCaptures(L, match, start, end)),
      1,
    );
  } else {
    guardPattern(L, () => {
      pushCapture(L, match, 0, start, end);
    });
    pushValue(L, yield* getSteps(L, arg(L, 3), L.stack[L.top - 1] as Value));
  }
  const value = L.stack[L.top - 1] as Value;
  if (isFalsy(value)) buffer.add(match.subject, start, end);
  else {
    const text = toStringValue(L, value) ?? raise(L, `invalid replacement value (a ${nameOfKind(value.type)})`);
    buffer.addString(text);
  }
  L.top -= kind === 'function' ? 1 : 2;
}

/** `string.gsub`. */
export const gsubFunctions: Library = { gsub };
