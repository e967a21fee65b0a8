import { ensureStack } from '../vm/calls/stack.js';
import { place, push } from '../vm/native/frame.js';
import type { LuaState } from '../vm/state/lua-state.js';
import { NULL } from '../vm/values/json-null.js';
import { LIGHTUSERDATA } from '../vm/values/tags.js';
import { convertOrRaise } from './host-error.js';
import { isMultiReturn, multiReturn } from './multi-return.js';

/** Pushes what a host function gave: one result, or several. */
export const pushResults = (L: LuaState, result: unknown, path: string): number => {
  if (typeof result !== 'object' || !isMultiReturn(result)) return place(L, convertOrRaise(L, result, path));
  const converted = result.values.map((value) => convertOrRaise(L, value, path));
  ensureStack(L, converted.length + 1);
  for (const value of converted) place(L, value);
  return converted.length;
};

/** Pushes an item of an iterator. One that is nil would end the loop, and is `json.null` instead, as in a list. */
export const pushItem = (L: LuaState, item: unknown, path: string): number => {
  const first = isMultiReturn(item) ? item.values[0] : item;
  if (first !== null && first !== undefined) return pushResults(L, item, path);
  push(L, LIGHTUSERDATA, NULL);
  if (!isMultiReturn(item)) return 1;
  return 1 + pushResults(L, multiReturn(...item.values.slice(1)), path);
};
