import { getSteps } from '../vm/native/access-steps.js';
import { checkString, optInteger, toStringValue } from '../vm/native/arguments.js';
import { arg, pushBytes, pushInteger, pushValue } from '../vm/native/frame.js';
import { raise, raiseType } from '../vm/native/raise.js';
import { call, resumable, type Steps } from '../vm/native/resumable.js';
import type { LuaState } from '../vm/state/lua-state.js';
import { nameOfKind, STRING, TABLE } from '../vm/values/tags.js';
import { isFalsy, isFunction, isNumber, type Value } from '../vm/values/value.js';
import { ByteBuffer } from './byte-buffer.js';
import { PatternError } from './pattern/compile.js';
import { candidate, matchAt } from './pattern/match.js';
import { captureAt, type Match, settle } from './pattern/match-state.js';
import { compiled, guarded, meteredMatch, pushCapture, pushCaptures } from './string-match.js';

const ESC = 37;

/* `string.gsub`. A replacement function may wait. */
const gsub = resumable(function* (L) {
  const text = checkString(L, 1);
  const source = checkString(L, 2);
  const kind = replacementKind(L, arg(L, 3));
  const most = optInteger(L, 4, text.length + 1);
  const pattern = guarded(L, () => compiled(L, source));
  const match = meteredMatch(L, pattern, text);
  const buffer = new ByteBuffer(L.runtime.budget);
  let at = candidate(match, 0);
  let copied = 0;
  let lastEnd = -1;
  let count = 0;
  while (count < most && at <= text.length) {
    const end = guardedMatch(L, match, at);
    if (end >= 0 && end !== lastEnd) {
      count++;
      buffer.add(text, copied, at);
      if (kind === 'text')
        guarded(L, () => {
          addTemplate(L, match, buffer, at, end);
        });
      else yield* addValue(L, match, buffer, kind, at, end);
      copied = lastEnd = end;
      at = candidate(match, end);
    } else at = candidate(match, at + 1);
    if (pattern.anchored) break;
  }
  settle(match);
  buffer.add(text, copied, text.length);
  pushBytes(L, buffer.take());
  return pushInteger(L, count) + 1;
});

const guardedMatch = (L: LuaState, match: Match, at: number): number => {
  try {
    return matchAt(match, at);
  } catch (error) {
    if (error instanceof PatternError) return raise(L, error.message);
    throw error;
  }
};

type Kind = 'text' | 'function' | 'table';

const replacementKind = (L: LuaState, value: Value): Kind => {
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
  const capture = captureAt(match, index, start, end);
  if (typeof capture === 'number') buffer.addLatin1(String(capture));
  else buffer.add(match.subject, capture.from, capture.to);
};

/* What a replacement function or table gives; nil and false leave the match as it is. */
function* addValue(L: LuaState, match: Match, buffer: ByteBuffer, kind: Kind, start: number, end: number): Steps<void> {
  if (kind === 'function') {
    pushValue(L, arg(L, 3));
    yield call(
      guarded(L, () => pushCaptures(L, match, start, end)),
      1,
    );
  } else {
    guarded(L, () => {
      pushCapture(L, match, 0, start, end);
    });
    pushValue(L, yield* getSteps(L, arg(L, 3), L.stack[L.top - 1] as Value));
  }
  const value = L.stack[L.top - 1] as Value;
  if (isFalsy(value)) buffer.add(match.subject, start, end);
  else {
    const text = toStringValue(L, value) ?? raise(L, `invalid replacement value (a ${nameOfKind(value.type)})`);
    buffer.add(text.bytes);
  }
  L.top -= kind === 'function' ? 1 : 2;
}

/** `string.gsub`. */
export const stringGsub = { gsub };
