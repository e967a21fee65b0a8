import { ensureStack } from '../vm/calls/stack.js';
import { checkAny, checkInteger, checkString, optInteger } from '../vm/native/arguments.js';
import { ByteBuffer } from '../vm/native/byte-buffer.js';
import { argCount, push, pushInteger, pushNative, pushNil, pushValue } from '../vm/native/frame.js';
import type { Library } from '../vm/native/library.js';
import { raise, raiseArgument } from '../vm/native/raise.js';
import type { LuaState } from '../vm/state/lua-state.js';
import { STRING } from '../vm/values/tags.js';

const MAX_CODE = 0x10ffff;
const MANY = 200_000;
const SMALLEST = [0, 0x80, 0x800, 0x10000];

/** The pattern that matches one UTF-8 sequence. */
export const CHAR_PATTERN = Uint8Array.from('[\0-\x7F\xC2-\xF4][\x80-\xBF]*', (char) => char.charCodeAt(0));

const isContinuation = (byte: number | undefined): boolean => byte !== undefined && (byte & 0xc0) === 0x80;

/* The code point at an index and the index after it; undefined if the bytes are no UTF-8. */
const decodeAt = (bytes: Uint8Array, at: number): { code: number; end: number } | undefined => {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return { code: lead, end: at + 1 };
  const extra = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : 1;
  if (lead < 0xc2 || lead > 0xf4) return undefined;
  let code = lead & (0x3f >> extra);
  for (let i = 1; i <= extra; i++) {
    const byte = bytes[at + i];
    if (byte === undefined || !isContinuation(byte)) return undefined;
    code = code * 64 + (byte & 0x3f);
  }
  return code > MAX_CODE || code < (SMALLEST[extra] as number) ? undefined : { code, end: at + extra + 1 };
};

const resolvePosition = (given: number, length: number): number => {
  if (given >= 0) return given;
  return -given > length ? 0 : length + given + 1;
};

const char = (L: LuaState): number => {
  const buffer = new ByteBuffer(L.runtime.budget);
  for (let n = 1; n <= argCount(L); n++) {
    const code = checkInteger(L, n);
    if (code < 0 || code > MAX_CODE) return raiseArgument(L, n, 'value out of range');
    buffer.addCode(code);
  }
  return push(L, STRING, buffer.take());
};

const len = (L: LuaState): number => {
  const bytes = checkString(L, 1);
  let at = resolvePosition(optInteger(L, 2, 1), bytes.length) - 1;
  const end = resolvePosition(optInteger(L, 3, -1), bytes.length) - 1;
  if (at < 0 || at > bytes.length) return raiseArgument(L, 2, 'initial position out of string');
  if (end >= bytes.length) return raiseArgument(L, 3, 'final position out of string');
  L.runtime.budget.spend(bytes.length >> 3);
  let count = 0;
  while (at <= end) {
    const decoded = decodeAt(bytes, at);
    if (decoded === undefined) {
      pushNil(L);
      return pushInteger(L, at + 1) + 1;
    }
    at = decoded.end;
    count++;
  }
  return pushInteger(L, count);
};

const codepoint = (L: LuaState): number => {
  const bytes = checkString(L, 1);
  const from = resolvePosition(optInteger(L, 2, 1), bytes.length);
  const to = resolvePosition(optInteger(L, 3, from), bytes.length);
  if (from < 1) return raiseArgument(L, 2, 'out of range');
  if (to > bytes.length) return raiseArgument(L, 3, 'out of range');
  if (to - from >= MANY) return raise(L, 'string slice too long');
  ensureStack(L, Math.max(0, to - from) + 2);
  L.runtime.budget.spend(Math.max(0, to - from));
  let count = 0;
  for (let at = from - 1; at < to; count++) {
    const decoded = decodeAt(bytes, at);
    if (decoded === undefined) return raise(L, 'invalid UTF-8 code');
    pushInteger(L, decoded.code);
    at = decoded.end;
  }
  return count;
};

const offset = (L: LuaState): number => {
  const bytes = checkString(L, 1);
  let n = checkInteger(L, 2);
  const start = optInteger(L, 3, n >= 0 ? 1 : bytes.length + 1);
  let at = resolvePosition(start, bytes.length) - 1;
  if (at < 0 || at > bytes.length) return raiseArgument(L, 3, 'position out of range');
  L.runtime.budget.spend(bytes.length >> 3);
  if (n === 0) {
    while (at > 0 && isContinuation(bytes[at])) at--;
    return pushInteger(L, at + 1);
  }
  if (isContinuation(bytes[at])) return raise(L, 'initial position is a continuation byte');
  for (; n < 0 && at > 0; n++)
    do at--;
    while (at > 0 && isContinuation(bytes[at]));
  if (n > 0)
    for (n--; n > 0 && at < bytes.length; n--)
      do at++;
      while (isContinuation(bytes[at]));
  return n === 0 ? pushInteger(L, at + 1) : pushNil(L);
};

const stepOver = (L: LuaState): number => {
  const bytes = checkString(L, 1);
  let at = checkInteger(L, 2) - 1;
  if (at < 0) at = 0;
  else if (at < bytes.length)
    do at++;
    while (isContinuation(bytes[at]));
  if (at >= bytes.length) return 0;
  const decoded = decodeAt(bytes, at);
  if (decoded === undefined || isContinuation(bytes[decoded.end])) return raise(L, 'invalid UTF-8 code');
  pushInteger(L, at + 1);
  return pushInteger(L, decoded.code) + 1;
};

const codes = (L: LuaState): number => {
  checkString(L, 1);
  pushNative(L, stepOver);
  pushValue(L, checkAny(L, 1));
  return pushInteger(L, 0) + 2;
};

/** Lua's `utf8`. */
export const utf8Library: Library = { char, len, codepoint, offset, codes };
