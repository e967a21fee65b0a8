import { isNumber } from '../native/arguments.js';
import { ltm } from '../values/internals.js';
import { luaO_tostring } from '../values/number.js';
import { newString } from '../values/string-hash.js';
import { STRING } from '../values/tags.js';
import type { LuaState, TString, TValue } from '../values/types.js';

const CONCAT = 22;

const isText = (value: TValue): boolean => value.type === STRING || isNumber(value);

const bytesOf = (L: LuaState, value: TValue): Uint8Array => {
  if (value.type !== STRING) luaO_tostring(L, value);
  return (value.value as TString).realstring;
};

/** Joins the top `total` values of the stack into one, from the right, with `__concat` where a value is no text. */
export const luaV_concat = (L: LuaState, total: number): void => {
  let left = total;
  while (left > 1) {
    const { top, stack } = L;
    const [a, b] = [stack[top - 2] as TValue, stack[top - 1] as TValue];
    let joined = 2;
    if (isText(a) && isText(b)) joined = joinTexts(L, left);
    else ltm.luaT_trybinTM(L, a, b, a, CONCAT);
    left -= joined - 1;
    L.top = top - (joined - 1);
  }
};

/* Joins as many texts as there are next to each other; gives back how many. */
const joinTexts = (L: LuaState, most: number): number => {
  const { top, stack } = L;
  let size = bytesOf(L, stack[top - 1] as TValue).length;
  let count = 1;
  while (count < most && isText(stack[top - count - 1] as TValue)) {
    size += bytesOf(L, stack[top - count - 1] as TValue).length;
    count++;
  }
  L.l_G.budget?.allocateString(size);
  const bytes = new Uint8Array(size);
  let end = size;
  for (let i = 1; i <= count; i++) {
    const part = bytesOf(L, stack[top - i] as TValue);
    end -= part.length;
    copy(part, bytes, end);
  }
  const target = stack[top - count] as TValue;
  target.type = STRING;
  target.value = newString(bytes);
  return count;
};

/* `set` costs more than a loop for the short strings most scripts join. */
const copy = (from: Uint8Array, to: Uint8Array, at: number): void => {
  if (from.length > 24) to.set(from, at);
  else for (let i = 0; i < from.length; i++) to[at + i] = from[i] as number;
};
