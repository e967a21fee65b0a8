import { arg, hasArg, isFalsy, isFunction, push, pushValue } from '../fengari/frame.js';
import { lobject } from '../fengari/internals.js';
import { raise, raiseArgument, raiseType } from '../fengari/raise.js';
import { call, resumable, type Steps } from '../fengari/resumable.js';
import { luaV_lessthan } from '../fengari/vm-compare.js';
import { NIL } from '../fengari/tags.js';
import type { LuaState, TValue } from '../fengari/types.js';
import { checkTableLike, lengthOf, popElement, pushElement } from './table-access.js';

const MANY = 2 ** 31 - 1;

/* `table.sort`. The elements are read, merged in place of a list of our own, and written back; the comparator may wait. */
const sort = resumable(function* (L) {
  checkTableLike(L, 1, 'both', true);
  const size = lengthOf(L, 1);
  if (size < 2) return 0;
  if (size >= MANY) return raiseArgument(L, 1, 'array too big');
  const own = hasArg(L, 2) && arg(L, 2).type !== NIL;
  if (own && !isFunction(arg(L, 2))) return raiseType(L, 2, 'function');
  L.l_G.runtime.budget.allocate(size * 60);
  const list = readList(L, size);
  const sorted = own ? yield* sortBy(L, list) : sortNaturally(L, list);
  for (let i = 0; i < size; i++) {
    const value = sorted[i] as TValue;
    push(L, value.type, value.value);
    popElement(L, 1, i + 1);
  }
  return 0;
});

const readList = (L: LuaState, size: number): TValue[] => {
  const list: TValue[] = [];
  for (let i = 1; i <= size; i++) {
    const value = pushElement(L, 1, i);
    L.top--;
    list.push(new lobject.TValue(value.type, value.value));
  }
  return list;
};

const sortNaturally = (L: LuaState, list: TValue[]): TValue[] => {
  const { budget } = L.l_G.runtime;
  budget.spend(list.length * Math.ceil(Math.log2(list.length)));
  if (list.every(({ value }) => typeof value === 'number' && !Number.isNaN(value))) {
    return list.sort((a, b) => (a.value as number) - (b.value as number));
  }
  return list.sort((a, b) => {
    if (luaV_lessthan(L, a, b) !== 0) return -1;
    return luaV_lessthan(L, b, a) !== 0 ? 1 : 0;
  });
};

interface Merge {
  from: TValue[];
  to: TValue[];
  /** Whether every comparison so far held. */
  allHeld: boolean;
}

/* A merge sort. Quicksort, Lua's own, needs more comparisons, and each is a call. */
function* sortBy(L: LuaState, list: TValue[]): Steps<TValue[]> {
  const merge: Merge = { from: list, to: new Array<TValue>(list.length), allHeld: true };
  for (let width = 1; width < list.length; width *= 2) {
    for (let start = 0; start < list.length; start += 2 * width) {
      const middle = Math.min(start + width, list.length);
      yield* mergeRuns(L, merge, start, middle, Math.min(middle + width, list.length));
    }
    [merge.from, merge.to] = [merge.to, merge.from];
  }
  if (merge.allHeld) yield* checkOrder(L, list[0] as TValue);
  return merge.from;
}

function* mergeRuns(L: LuaState, merge: Merge, start: number, middle: number, end: number): Steps<void> {
  const { from, to } = merge;
  const compare = arg(L, 2);
  let left = start;
  let right = middle;
  for (let at = start; at < end; at++) {
    let takeRight = left >= middle;
    if (!takeRight && right < end) {
      pushValue(L, compare);
      pushValue(L, from[right] as TValue);
      pushValue(L, from[left] as TValue);
      yield LESS;
      takeRight = !isFalsy(L.stack[--L.top] as TValue);
      if (!takeRight) merge.allHeld = false;
    }
    to[at] = from[takeRight ? right++ : left++] as TValue;
  }
}

const LESS = call(2, 1);

/* A comparator for which everything is less than everything, itself included, orders nothing. */
function* checkOrder(L: LuaState, value: TValue): Steps<void> {
  pushValue(L, arg(L, 2));
  pushValue(L, value);
  pushValue(L, value);
  yield LESS;
  if (!isFalsy(L.stack[--L.top] as TValue)) raise(L, 'invalid order function for sorting');
}

/** `table.sort`. */
export const tableSort = { sort };
