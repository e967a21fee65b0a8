import { ensureStack } from '../../vm/calls/stack.js';
import { checkInteger, checkLuaString, checkString, optInteger, optString } from '../../vm/native/arguments.js';
import { arg, argCount, push, pushInteger } from '../../vm/native/frame.js';
import type { Library } from '../../vm/native/library.js';
import { raise, raiseArgument } from '../../vm/native/raise.js';
import { give, withOneResult, withShortcut } from '../../vm/native/shortcut.js';
import type { LuaState } from '../../vm/state/lua-state.js';
import { type Native, NO_SHORTCUT } from '../../vm/state/native.js';
import { byteString, type LuaString, newString, newText } from '../../vm/values/string.js';
import { INTEGER, NIL, STRING } from '../../vm/values/tags.js';
import { isAscii } from '../../vm/values/text.js';
import { findFunctions } from './find.js';
import { formatFunctions } from './format.js';
import { gmatchFunctions } from './gmatch.js';
import { gsubFunctions } from './gsub.js';
import { packFunctions } from './pack.js';
import { pieceOf, subjectOf } from './pattern/match-state.js';
import { unpackFunctions } from './unpack.js';

/** Most values a function returns at once: nine tenths of the slots of a stack. */
const MANY = 900_000;

/* A position as an index counted from 1; negative ones count from the end. */
const resolvePosition = (given: number, length: number): number => {
  if (given >= 0) return given;
  return -given > length ? 0 : length + given + 1;
};

const len = (L: LuaState): number => pushInteger(L, checkLuaString(L, 1).length);

/* The text of an argument, and a position in it, if they are given as what they are. */
const isTextAt = (tag: number, tag2: number, value2: unknown): boolean =>
  tag === STRING && tag2 === INTEGER && typeof value2 === 'number';

const cut = (L: LuaState): number => {
  const string = checkLuaString(L, 1);
  const { length } = string;
  const from = Math.max(1, resolvePosition(checkInteger(L, 2), length));
  const to = Math.min(length, resolvePosition(optInteger(L, 3, -1), length));
  if (from === 1 && to === length && arg(L, 1).type === STRING) return push(L, STRING, arg(L, 1).value);
  L.runtime.budget.allocateString(Math.max(0, to - from + 1));
  return push(L, STRING, pieceOf(subjectOf(string), from - 1, Math.max(from - 1, to)));
};

const sub = withOneResult(cut, (L, count, tag, value, tag2, value2, tag3, value3) => {
  if (!isTextAt(tag, tag2, value2) || (count > 2 && !isTextAt(STRING, tag3, value3))) return NO_SHORTCUT;
  const string = value as LuaString;
  const { length } = string;
  const from = Math.max(1, resolvePosition(value2 as number, length));
  const to = Math.min(length, resolvePosition(count > 2 ? (value3 as number) : -1, length));
  if (from === 1 && to === length) return give(STRING, value);
  const size = Math.max(0, to - from + 1);
  L.runtime.budget.allocateString(size);
  return give(STRING, pieceOf(subjectOf(string), from - 1, from - 1 + size));
});

const pushFilled = (L: LuaState, size: number, fill: (bytes: Uint8Array) => void): number => {
  L.runtime.budget.allocateString(size);
  const bytes = new Uint8Array(size);
  fill(bytes);
  return push(L, STRING, newString(bytes));
};

/* ASCII texts are changed by the engine itself. */
const mapBytes =
  (map: (byte: number) => number, mapText: (text: string) => string): Native =>
  (L) => {
    const string = checkLuaString(L, 1);
    L.runtime.budget.spend(string.length >> 3);
    const { textAlone } = string;
    if (textAlone !== undefined && isAscii(textAlone)) {
      L.runtime.budget.allocateString(textAlone.length);
      return push(L, STRING, newText(mapText(textAlone)));
    }
    const text = string.bytes;
    return pushFilled(L, text.length, (bytes) => {
      for (let i = 0; i < text.length; i++) bytes[i] = map(text[i] as number);
    });
  };

const lower = mapBytes(
  (byte) => (byte >= 65 && byte <= 90 ? byte + 32 : byte),
  (text) => text.toLowerCase(),
);
const upper = mapBytes(
  (byte) => (byte >= 97 && byte <= 122 ? byte - 32 : byte),
  (text) => text.toUpperCase(),
);

const reverse = (L: LuaState): number => {
  const text = checkString(L, 1);
  return pushFilled(L, text.length, (bytes) => {
    bytes.set(text);
    bytes.reverse();
  });
};

const rep = (L: LuaState): number => {
  const text = checkString(L, 1);
  const count = checkInteger(L, 2);
  const separator = optString(L, 3, '');
  if (count <= 0) return pushFilled(L, 0, () => undefined);
  const size = text.length * count + separator.length * (count - 1);
  if (text.length + separator.length > (2 ** 31 - 1) / count) return raise(L, 'resulting string too large');
  return pushFilled(L, size, (bytes) => {
    repeat(bytes, text, separator);
  });
};

/* Doubles what is there until it fills the bytes. */
const repeat = (bytes: Uint8Array, text: Uint8Array, separator: Uint8Array): void => {
  const unit = text.length + separator.length;
  if (unit === 0) return;
  bytes.set(text);
  if (bytes.length <= text.length) return;
  bytes.set(separator, text.length);
  for (let filled = unit; filled < bytes.length; filled *= 2) {
    bytes.copyWithin(filled, 0, Math.min(filled, bytes.length - filled));
  }
};

const spell = (L: LuaState): number => {
  const string = checkLuaString(L, 1);
  const { length, textAlone } = string;
  const given = resolvePosition(optInteger(L, 2, 1), length);
  const from = Math.max(1, given);
  const to = Math.min(length, resolvePosition(optInteger(L, 3, given), length));
  const count = Math.max(0, to - from + 1);
  if (count > MANY) return raise(L, 'string slice too long');
  L.runtime.budget.spend(count);
  ensureStack(L, count + 1);
  if (textAlone === undefined) for (let i = from; i <= to; i++) pushInteger(L, string.bytes[i - 1] as number);
  else for (let i = from; i <= to; i++) pushInteger(L, textAlone.charCodeAt(i - 1));
  return count;
};

const byte = withShortcut(spell, (_L, count, tag, value, tag2, value2) => {
  if (count > 2 || tag !== STRING || (count === 2 && !isTextAt(STRING, tag2, value2))) return NO_SHORTCUT;
  const { textAlone } = value as LuaString;
  if (textAlone === undefined) return NO_SHORTCUT;
  const at = count === 2 ? resolvePosition(value2 as number, textAlone.length) : 1;
  return at >= 1 && at <= textAlone.length ? give(INTEGER, textAlone.charCodeAt(at - 1)) : give(NIL, null);
});

const join = (L: LuaState): number => {
  const count = argCount(L);
  return pushFilled(L, count, (bytes) => {
    for (let i = 0; i < count; i++) {
      const code = checkInteger(L, i + 1);
      if (code < 0 || code > 255) raiseArgument(L, i + 1, 'value out of range');
      bytes[i] = code;
    }
  });
};

const char = withOneResult(join, (L, count, tag, value) => {
  if (count !== 1 || !isTextAt(STRING, tag, value)) return NO_SHORTCUT;
  const code = value as number;
  if (code < 0 || code > 255) return NO_SHORTCUT;
  L.runtime.budget.allocateString(1);
  return give(STRING, byteString(code));
});

/** Lua's `string`. */
export const stringLibrary: Library = {
  len,
  sub,
  lower,
  upper,
  reverse,
  rep,
  byte,
  char,
  ...findFunctions,
  ...gmatchFunctions,
  ...gsubFunctions,
  ...formatFunctions,
  ...packFunctions,
  ...unpackFunctions,
};
