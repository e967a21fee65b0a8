import { operateByHandler } from '../calls/handlers.js';
import type { LuaState, Runtime } from '../state/lua-state.js';
import { EVENT } from '../values/events.js';
import { makeText, writeNumber } from '../values/number.js';
import { LONGEST_TEXT, type LuaString, newJoinedText, newString, stringKey } from '../values/string.js';
import { FLOAT, INTEGER, STRING } from '../values/tags.js';
import { assign, isNumber, type Value } from '../values/value.js';

/** Joins the top `total` values of the stack into one, from the right, with `__concat` where a value is no text. */
export const concatenate = (L: LuaState, total: number): void => {
  const { top: end, stack } = L;
  const joined = joinShort(L, end - total, end);
  if (joined !== undefined) {
    L.top = end - total + 1;
    assign(stack[end - total] as Value, STRING, joined);
    return;
  }
  let left = total;
  while (left > 1) {
    const { top } = L;
    const a = stack[top - 2] as Value;
    const b = stack[top - 1] as Value;
    let joined = 2;
    if (isText(a) && isText(b)) joined = joinTexts(L, left);
    else operateByHandler(L, a, b, a, EVENT.CONCAT);
    left -= joined - 1;
    L.top = top - (joined - 1);
  }
};

/* Joins what is on the stack if it is a short text together. */
const joinShort = ({ runtime, stack }: LuaState, from: number, to: number): LuaString | undefined => {
  let text = '';
  for (let at = from; at < to; at++) {
    const { type, value } = stack[at] as Value;
    const piece = shortText(type, value);
    if (piece === undefined) return undefined;
    text += piece;
  }
  return newShort(runtime, text);
};

/** The text of a number or a string that is not long; undefined of anything else. */
export const shortText = (tag: number, value: unknown): string | undefined => {
  if (tag === STRING) return (value as LuaString).length > LONGEST_TEXT ? undefined : stringKey(value as LuaString);
  return tag === INTEGER || tag === FLOAT ? writeNumber(tag, value) : undefined;
};

/** A string of a text that was just put together; undefined if it is long. */
export const newShort = ({ budget }: Runtime, text: string): LuaString | undefined => {
  if (text.length > LONGEST_TEXT) return undefined;
  budget.allocateString(text.length);
  return newJoinedText(text);
};

/* Joins as many texts as there are next to each other; gives back how many. */
const joinTexts = (L: LuaState, most: number): number => {
  const { top, stack } = L;
  let [size, count] = [0, 0];
  while (count < most && isText(stack[top - count - 1] as Value)) {
    size += stringOf(stack[top - count - 1] as Value).length;
    count++;
  }
  L.runtime.budget.allocateString(size);
  const joined = size <= LONGEST_TEXT ? newJoinedText(joinKeys(L, count)) : newString(joinBytes(L, count, size));
  assign(stack[top - count] as Value, STRING, joined);
  return count;
};

const joinKeys = ({ stack, top }: LuaState, count: number): string => {
  let text = '';
  for (let i = count; i > 0; i--) text += stringKey((stack[top - i] as Value).value as LuaString);
  return text;
};

const joinBytes = ({ stack, top }: LuaState, count: number, size: number): Uint8Array => {
  const bytes = new Uint8Array(size);
  let end = size;
  for (let i = 1; i <= count; i++) {
    const part = ((stack[top - i] as Value).value as LuaString).bytes;
    end -= part.length;
    copyBytes(part, bytes, end);
  }
  return bytes;
};

const isText = (value: Value): boolean => value.type === STRING || isNumber(value);

const stringOf = (value: Value): LuaString => {
  if (value.type !== STRING) makeText(value);
  return value.value as LuaString;
};

/* `set` costs more than a loop for the short strings most scripts join. */
const copyBytes = (from: Uint8Array, to: Uint8Array, at: number): void => {
  if (from.length > 24) to.set(from, at);
  else for (let i = 0; i < from.length; i++) to[at + i] = from[i] as number;
};
