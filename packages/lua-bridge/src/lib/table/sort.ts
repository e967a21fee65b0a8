import { compareStrings } from '../../vm/execute/compare.js';
import { lessSteps } from '../../vm/native/access-steps.js';
import { arg, hasArg, pushValue } from '../../vm/native/frame.js';
import type { Library } from '../../vm/native/library.js';
import { raise, raiseArgument, raiseType } from '../../vm/native/raise.js';
import { call, LEFT, resumable, type Steps } from '../../vm/native/resumable.js';
import { isTurn, stepAside } from '../../vm/native/wait.js';
import type { LuaState } from '../../vm/state/lua-state.js';
import type { LuaFunction } from '../../vm/values/function.js';
import type { LuaString } from '../../vm/values/string.js';
import { LUA_FUNCTION, NIL, STRING } from '../../vm/values/tags.js';
import { isFalsy, isFunction, Value } from '../../vm/values/value.js';
import {
  checkTableLike,
  getElement,
  getLengthOf,
  getPlainTable,
  getRawElement,
  setElement,
  setRawElement,
} from './access.js';

const MANY = 2 ** 31 - 1;

/* `table.sort`. The elements are read, sorted by merging, and written back. The comparator may wait. */
const sort = resumable(function* (L) {
  checkTableLike(L, 1, 'both', true);
  const size = yield* getLengthOf(L, 1);
  if (size < 2) return 0;
  if (size >= MANY) return raiseArgument(L, 1, 'array too big');
  const own = hasArg(L, 2) && arg(L, 2).type !== NIL;
  if (own && !isFunction(arg(L, 2))) return raiseType(L, 2, 'function');
  L.runtime.budget.allocate(size * 60);
  const list = yield* readList(L, size);
  const sorted = own ? yield* sortBy(L, list) : yield* sortNaturally(L, list);
  for (let i = 0; i < size; i++) {
    if (isTurn(i)) yield* stepAside(L);
    const table = getPlainTable(L, 1);
    if (table === undefined) yield* setElement(L, 1, i + 1, sorted[i] as Value);
    else setRawElement(L, table, i + 1, sorted[i] as Value);
  }
  return 0;
});

function* readList(L: LuaState, size: number): Steps<Value[]> {
  const list: Value[] = [];
  for (let i = 1; i <= size; i++) {
    if (isTurn(i)) yield* stepAside(L);
    const table = getPlainTable(L, 1);
    const value = table === undefined ? yield* getElement(L, 1, i) : getRawElement(L, table, i);
    list.push(new Value(value.type, value.value));
  }
  return list;
}

function* sortNaturally(L: LuaState, list: Value[]): Steps<Value[]> {
  const { budget } = L.runtime;
  budget.spend(list.length * Math.ceil(Math.log2(list.length)));
  const isLess = chooseComparison(L, list);
  if (isLess !== undefined) return yield* mergeBy(L, list, isLess);
  const merge = createMerge(list);
  while (findNextComparison(merge))
    place(merge, yield* lessSteps(L, merge.from[merge.right] as Value, merge.from[merge.left] as Value));
  return merge.from;
}

type Comparison = (a: Value, b: Value) => boolean;

/* How to compare values that are all numbers or all texts. */
const chooseComparison = (L: LuaState, list: readonly Value[]): Comparison | undefined => {
  if (list.every(({ value }) => typeof value === 'number' && !Number.isNaN(value)))
    return (a, b) => (a.value as number) < (b.value as number);
  if (list.every(({ type }) => type === STRING))
    return (a, b) => compareStrings(L, a.value as LuaString, b.value as LuaString) < 0;
  return undefined;
};

/* Pieces of a list that are sorted at once; more of them are merged. */
const PIECE = 4096;

function* mergeBy(L: LuaState, list: Value[], isLess: Comparison): Steps<Value[]> {
  const order = (a: Value, b: Value): number => (isLess(a, b) ? -1 : isLess(b, a) ? 1 : 0);
  if (list.length <= PIECE) return list.sort(order);
  const sorted: Value[] = [];
  for (let at = 0; at < list.length; at += PIECE) {
    for (const value of list.slice(at, at + PIECE).sort(order)) sorted.push(value);
    yield* stepAside(L);
  }
  const merge = createMerge(sorted, PIECE);
  for (let round = 0; findNextComparison(merge); round++) {
    place(merge, isLess(merge.from[merge.right] as Value, merge.from[merge.left] as Value));
    if (isTurn(round)) yield* stepAside(L);
  }
  return merge.from;
}

/** A merge sort between two of its comparisons. */
interface Merge {
  from: Value[];
  to: Value[];
  /** Length of the runs being merged. */
  width: number;
  left: number;
  middle: number;
  right: number;
  end: number;
  at: number;
  /** Whether every comparison so far held. */
  allHeld: boolean;
}

/*
 * A merge sort; quicksort, Lua's own, needs more comparisons, and each is a call. One generator for the whole sort:
 * one for each merge would cost more than the comparisons.
 */
function* sortBy(L: LuaState, list: Value[]): Steps<Value[]> {
  const merge = createMerge(list);
  for (;;) {
    const answer = mergeCompiled(L, merge);
    if (answer === true) break;
    if (answer === undefined) {
      for (const pushed of [arg(L, 2), merge.from[merge.right] as Value, merge.from[merge.left] as Value])
        pushValue(L, pushed);
    }
    yield answer === undefined ? LESS : LEFT;
    place(merge, !isFalsy(L.stack[--L.top] as Value));
  }
  if (merge.allHeld) yield* checkOrder(L, list[0] as Value);
  return merge.from;
}

/*
 * Goes on as long as compiled code gives the answers; true at the end. Else it has stopped at two elements, and says of
 * their comparison what `ask` of the tier does: that it has not begun, or has left for the interpreter.
 */
const mergeCompiled = (L: LuaState, merge: Merge): true | null | undefined => {
  const { tier } = L.runtime;
  const { type, value } = arg(L, 2);
  while (findNextComparison(merge)) {
    if (type !== LUA_FUNCTION || tier === undefined) return undefined;
    const answer = mergeRuns(merge, (a, b) => tier.ask(L, value as LuaFunction, a, b));
    if (typeof answer !== 'boolean') return answer;
  }
  return true;
};

/* Merges two runs until one of them ends, or there is no answer. */
const mergeRuns = <Answer>(merge: Merge, isLess: (a: Value, b: Value) => boolean | Answer): boolean | Answer => {
  const { from, to, middle, end } = merge;
  let { left, right, at } = merge;
  let answer: boolean | Answer = true;
  while (left < middle && right < end) {
    answer = isLess(from[right] as Value, from[left] as Value);
    if (answer === true) to[at++] = from[right++] as Value;
    else if (answer === false) {
      merge.allHeld = false;
      to[at++] = from[left++] as Value;
    } else break;
  }
  merge.left = left;
  merge.right = right;
  merge.at = at;
  return answer;
};

const createMerge = (list: Value[], width = 1): Merge => ({
  from: list,
  to: new Array<Value>(list.length),
  width,
  left: 0,
  middle: 0,
  right: 0,
  end: 0,
  at: 0,
  allHeld: true,
});

/* Takes the smaller of two elements that were compared. */
const place = (merge: Merge, rightIsLess: boolean): void => {
  if (!rightIsLess) merge.allHeld = false;
  merge.to[merge.at++] = merge.from[rightIsLess ? merge.right++ : merge.left++] as Value;
};

/* Moves on to where two elements must be compared; false when all are in order. */
const findNextComparison = (merge: Merge): boolean => {
  while (merge.left >= merge.middle || merge.right >= merge.end) {
    while (merge.left < merge.middle) merge.to[merge.at++] = merge.from[merge.left++] as Value;
    while (merge.right < merge.end) merge.to[merge.at++] = merge.from[merge.right++] as Value;
    if (merge.at >= merge.from.length) {
      [merge.from, merge.to] = [merge.to, merge.from];
      merge.at = 0;
      merge.width *= merge.end === 0 ? 1 : 2;
      if (merge.width >= merge.from.length) return false;
    }
    merge.left = merge.at;
    merge.middle = merge.right = Math.min(merge.at + merge.width, merge.from.length);
    merge.end = Math.min(merge.middle + merge.width, merge.from.length);
  }
  return true;
};

const LESS = call(2, 1);

/* A comparator for which everything is less than everything, itself included, orders nothing. */
function* checkOrder(L: LuaState, value: Value): Steps<void> {
  pushValue(L, arg(L, 2));
  pushValue(L, value);
  pushValue(L, value);
  yield LESS;
  if (!isFalsy(L.stack[--L.top] as Value)) raise(L, 'invalid order function for sorting');
}

/** `table.sort`. */
export const sortFunctions: Library = { sort };
