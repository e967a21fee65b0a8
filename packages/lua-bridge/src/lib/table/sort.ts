import { compareStrings } from '../../vm/execute/compare.js';
import { lessSteps } from '../../vm/native/access-steps.js';
import { arg, hasArg, pushValue } from '../../vm/native/frame.js';
import type { Library } from '../../vm/native/library.js';
import { raise, raiseArgument, raiseType } from '../../vm/native/raise.js';
import { call, LEFT, resumable, type Steps } from '../../vm/native/resumable.js';
import { isTurn, stepAside } from '../../vm/native/wait.js';
import type { LuaState } from '../../vm/state/lua-state.js';
import type { Tier } from '../../vm/state/tier.js';
import { hasElement } from '../../vm/tables/table.js';
import type { LuaFunction } from '../../vm/values/function.js';
import { itemTagAt } from '../../vm/values/items.js';
import type { LuaString } from '../../vm/values/string.js';
import { LUA_FUNCTION, NIL, STRING } from '../../vm/values/tags.js';
import { isFalsy, isFunction, Value } from '../../vm/values/value.js';
import { checkTableLike, getElement, getLengthOf, getPlainTable, setElement, setRawElement } from './access.js';

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
    if (table === undefined) yield* setElement(L, 1, i + 1, valueOf(sorted, i * 2));
    else setRawElement(L, table, i + 1, sorted[i * 2] as number, sorted[i * 2 + 1]);
  }
  return 0;
});

/* Tags and values by turns: what lies side by side is quickly compared. */
type Pairs = unknown[];

const valueOf = (pairs: Pairs, at: number): Value => new Value(pairs[at] as number, pairs[at + 1]);

function* readList(L: LuaState, size: number): Steps<Pairs> {
  const list: Pairs = [];
  for (let i = 1; i <= size; i++) {
    if (isTurn(i)) yield* stepAside(L);
    const table = getPlainTable(L, 1);
    if (table !== undefined && hasElement(table, i - 1)) {
      L.runtime.budget.spend(2);
      list.push(itemTagAt(table, i - 1), table.list[i - 1]);
    } else {
      const { type, value } = yield* getElement(L, 1, i);
      list.push(type, value);
    }
  }
  return list;
}

function* sortNaturally(L: LuaState, list: Pairs): Steps<Pairs> {
  const { budget } = L.runtime;
  const size = list.length / 2;
  budget.spend(size * Math.ceil(Math.log2(size)));
  const isLess = chooseComparison(L, list);
  if (isLess !== undefined) return yield* mergeBy(L, list, isLess);
  const merge = createMerge(list);
  while (findNextComparison(merge))
    place(merge, yield* lessSteps(L, valueOf(merge.from, merge.right), valueOf(merge.from, merge.left)));
  return merge.from;
}

type Comparison = (a: unknown, b: unknown) => boolean;

/* How to compare values that are all numbers or all texts. */
const chooseComparison = (L: LuaState, list: Pairs): Comparison | undefined => {
  if (list.every((value, n) => n % 2 === 0 || (typeof value === 'number' && !Number.isNaN(value))))
    return (a, b) => (a as number) < (b as number);
  if (list.every((tag, n) => n % 2 === 1 || tag === STRING))
    return (a, b) => compareStrings(L, a as LuaString, b as LuaString) < 0;
  return undefined;
};

/* Words of a list that are sorted at once; more of them are merged. */
const PIECE = 8192;

function* mergeBy(L: LuaState, list: Pairs, isLess: Comparison): Steps<Pairs> {
  const order = (a: Value, b: Value): number => (isLess(a.value, b.value) ? -1 : isLess(b.value, a.value) ? 1 : 0);
  for (let at = 0; at < list.length; at += PIECE) {
    if (at > 0) yield* stepAside(L);
    sortPiece(list, at, Math.min(at + PIECE, list.length), order);
  }
  const merge = createMerge(list, PIECE);
  for (let round = 0; findNextComparison(merge); round++) {
    place(merge, isLess(merge.from[merge.right + 1], merge.from[merge.left + 1]));
    if (isTurn(round)) yield* stepAside(L);
  }
  return merge.from;
}

const sortPiece = (list: Pairs, from: number, end: number, order: (a: Value, b: Value) => number): void => {
  const values: Value[] = [];
  for (let at = from; at < end; at += 2) values.push(valueOf(list, at));
  let at = from;
  for (const { type, value } of values.sort(order)) {
    list[at++] = type;
    list[at++] = value;
  }
};

/** A merge sort between two of its comparisons. All places are those of tags. */
interface Merge {
  from: Pairs;
  to: Pairs;
  /** Words of the runs being merged. */
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
function* sortBy(L: LuaState, list: Pairs): Steps<Pairs> {
  const merge = createMerge(list);
  for (;;) {
    const answer = mergeCompiled(L, merge);
    if (answer === true) break;
    if (answer === undefined) {
      for (const pushed of [arg(L, 2), valueOf(merge.from, merge.right), valueOf(merge.from, merge.left)])
        pushValue(L, pushed);
    }
    yield answer === undefined ? LESS : LEFT;
    place(merge, !isFalsy(L.stack[--L.top] as Value));
  }
  if (merge.allHeld) yield* checkOrder(L, valueOf(list, 0));
  return merge.from;
}

/*
 * Goes on as long as compiled code gives the answers; true at the end. Else it has stopped at two elements: undefined
 * says that they have yet to be compared, null that their comparison has left for the interpreter.
 */
const mergeCompiled = (L: LuaState, merge: Merge): true | null | undefined => {
  if (!findNextComparison(merge)) return true;
  const { tier } = L.runtime;
  const { type, value } = arg(L, 2);
  if (type !== LUA_FUNCTION || tier?.hold(L, value as LuaFunction) !== true) return undefined;
  try {
    return mergeByCompiled(L, tier, merge, value as LuaFunction);
  } finally {
    tier.release();
  }
};

/* Until all are in order; null if a comparison has left. One function, for an engine to take the comparison into. */
const mergeByCompiled = (L: LuaState, tier: Tier, merge: Merge, isLess: LuaFunction): true | null => {
  do {
    const { from, to, middle, end } = merge;
    let { left, right, at } = merge;
    let answer: boolean | null = true;
    while (left < middle && right < end) {
      const [tag, value] = [from[right] as number, from[right + 1]];
      answer = tier.ask(L, isLess, tag, value, from[left] as number, from[left + 1]);
      if (answer === null) break;
      if (answer) {
        to[at] = tag;
        to[at + 1] = value;
        right += 2;
      } else {
        merge.allHeld = false;
        to[at] = from[left];
        to[at + 1] = from[left + 1];
        left += 2;
      }
      at += 2;
    }
    merge.left = left;
    merge.right = right;
    merge.at = at;
    if (answer === null) return null;
  } while (findNextComparison(merge));
  return true;
};

const createMerge = (list: Pairs, width = 2): Merge => ({
  from: list,
  to: list.slice(),
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
  const from = rightIsLess ? merge.right : merge.left;
  take(merge, from, from + 2);
  if (rightIsLess) merge.right += 2;
  else merge.left += 2;
};

/* Takes elements as they are. */
const take = (merge: Merge, first: number, end: number): void => {
  for (let at = first; at < end; at++) merge.to[merge.at++] = merge.from[at];
};

/* Moves on to where two elements must be compared; false when all are in order. */
const findNextComparison = (merge: Merge): boolean => {
  while (merge.left >= merge.middle || merge.right >= merge.end) {
    take(merge, merge.left, merge.middle);
    take(merge, merge.right, merge.end);
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
