import { ensureStack } from '../../vm/calls/stack.js';
import { equalSteps } from '../../vm/native/access-steps.js';
import { checkInteger, checkLuaInteger, optInteger } from '../../vm/native/arguments.js';
import { arg, argCount, hasArg, pushTable, pushValue } from '../../vm/native/frame.js';
import type { Library } from '../../vm/native/library.js';
import { raise, raiseArgument } from '../../vm/native/raise.js';
import { resumable, type Steps } from '../../vm/native/resumable.js';
import { withShortcut } from '../../vm/native/shortcut.js';
import { isTurn, stepAside } from '../../vm/native/wait.js';
import { exchange } from '../../vm/state/exchange.js';
import type { LuaState } from '../../vm/state/lua-state.js';
import { NO_SHORTCUT, type Shortcut } from '../../vm/state/native.js';
import { append, newTable, setElements } from '../../vm/tables/lua-table.js';
import { setField } from '../../vm/tables/table.js';
import { getLength } from '../../vm/tables/table-access.js';
import { add, subtract, wrapInteger } from '../../vm/values/arithmetic.js';
import { countElements } from '../../vm/values/items.js';
import type { LuaTable } from '../../vm/values/table.js';
import { INTEGER, NIL, TABLE } from '../../vm/values/tags.js';
import { Value } from '../../vm/values/value.js';
import {
  checkTableLike,
  getElement,
  getLengthOf,
  getPlainTable,
  getRawElement,
  setElement,
  setRawElement,
} from './access.js';
import { concatFunctions } from './concat.js';
import { sortFunctions } from './sort.js';

/** Most values a function returns at once: nine tenths of the slots of a stack. */
const MANY = 900_000;
/** Room on the stack to call a metamethod. */
const ROOM = 5;

const insertAnywhere = resumable(function* (L) {
  checkTableLike(L, 1, 'both', true);
  const end = (yield* getLengthOf(L, 1)) + 1;
  const count = argCount(L);
  if (count !== 2 && count !== 3) return raise(L, "wrong number of arguments to 'insert'");
  const at = count === 2 ? end : checkInteger(L, 2);
  if (at < 1 || at > end) return raiseArgument(L, 2, 'position out of bounds');
  yield* shift(L, { from: end - 1, to: at - 1, step: -1 });
  yield* setElement(L, 1, at, arg(L, count));
  return 0;
});

const removeAnywhere = resumable(function* (L) {
  checkTableLike(L, 1, 'both', true);
  const size = yield* getLengthOf(L, 1);
  const at = optInteger(L, 2, size);
  if (hasArg(L, 2) && at !== size && (at < 1 || at > size + 1)) return raiseArgument(L, 1, 'position out of bounds');
  pushValue(L, yield* getElement(L, 1, at));
  if (at < size) yield* shift(L, { from: at + 1, to: size + 1, step: 1 });
  yield* setElement(L, 1, Math.max(at, size), new Value(NIL, null));
  return 1;
});

/* By far the most common uses. */

const isPlain = (L: LuaState, tag: number, value: unknown): value is LuaTable =>
  tag === TABLE && (value as LuaTable).metatable === null && !L.runtime.readonly.has(value as LuaTable);

const insertLast: Shortcut = (L, count, tag, table, tag2, value2) => {
  if (count !== 2 || tag2 === NIL || !isPlain(L, tag, table)) return NO_SHORTCUT;
  if (countElements(table) !== getLength(table)) return NO_SHORTCUT;
  append(L, table, tag2, value2);
  exchange.value = null;
  return NIL;
};

const insert = withShortcut((L) => {
  const [table, value] = [arg(L, 1), arg(L, 2)];
  const tag = insertLast(L, argCount(L), table.type, table.value, value.type, value.value, NIL, null, NIL, null);
  return tag === NO_SHORTCUT ? insertAnywhere(L) : 0;
}, insertLast);

const remove = withShortcut(removeAnywhere, (L, count, tag, table) => {
  if (count !== 1 || !isPlain(L, tag, table) || table.list.length === 0) return NO_SHORTCUT;
  const size = getLength(table);
  const removed = getRawElement(L, table, size);
  setRawElement(L, table, size, NIL, null);
  exchange.value = removed.value;
  return removed.type;
});

/* Moves the elements from `from` up or down to before `to` against the direction of the step, by one place. */
function* shift(L: LuaState, { from, to, step }: { from: number; to: number; step: 1 | -1 }): Steps<void> {
  for (let i = from; i !== to; i += step) {
    if (isTurn(i)) yield* stepAside(L);
    const table = getPlainTable(L, 1);
    if (table === undefined) yield* setElement(L, 1, i - step, yield* getElement(L, 1, i));
    else {
      const { type, value } = getRawElement(L, table, i);
      setRawElement(L, table, i - step, type, value);
    }
  }
}

const MAX = 2n ** 63n - 1n;

const move = resumable(function* (L) {
  const from = checkLuaInteger(L, 2);
  const to = checkLuaInteger(L, 3);
  const target = checkLuaInteger(L, 4);
  const into = arg(L, 5).type === NIL ? 1 : 5;
  checkTableLike(L, 1, 'read', false);
  checkTableLike(L, into, 'write', false);
  if (to >= from) {
    const count = BigInt(to) - BigInt(from) + 1n;
    if (count > MAX) return raiseArgument(L, 3, 'too many elements to move');
    if (BigInt(target) > MAX - count + 1n) return raiseArgument(L, 4, 'destination wrap around');
    const overlaps = target <= to && target > from && (into === 1 || (yield* equalSteps(L, arg(L, 1), arg(L, into))));
    for (let n = 0; n < count; n++) {
      if (isTurn(n)) yield* stepAside(L);
      const i = overlaps ? subtract(wrapInteger(count - 1n), n) : n;
      const [source, goal] = [getPlainTable(L, 1), getPlainTable(L, into)];
      const value =
        source === undefined ? yield* getElement(L, 1, add(from, i)) : getRawElement(L, source, add(from, i));
      if (goal === undefined) yield* setElement(L, into, add(target, i), value);
      else setRawElement(L, goal, add(target, i), value.type, value.value);
    }
  }
  return pushValue(L, arg(L, into));
});

const pack = (L: LuaState): number => {
  const count = argCount(L);
  const table = newTable(L);
  L.runtime.budget.spend(count);
  pushTable(L, table);
  const first = L.frame.calleeIndex + 1;
  setElements(L, table, 1, L.stack, first, count);
  table.free = 1;
  setField(L, table, 'n', INTEGER, count);
  return 1;
};

const unpack = resumable(function* (L) {
  const first = arg(L, 2).type === NIL ? 1 : checkLuaInteger(L, 2);
  const last = arg(L, 3).type === NIL ? yield* getLengthOf(L, 1) : checkLuaInteger(L, 3);
  if (first > last) return 0;
  const count = Number(BigInt(last) - BigInt(first)) + 1;
  if (count >= MANY) return raise(L, 'too many results to unpack');
  ensureStack(L, count + ROOM);
  for (let i = 0; i < count; i++) {
    if (isTurn(i)) yield* stepAside(L);
    const table = getPlainTable(L, 1);
    pushValue(L, table === undefined ? yield* getElement(L, 1, add(first, i)) : getRawElement(L, table, add(first, i)));
  }
  return count;
});

/** Lua's `table`. */
export const tableLibrary: Library = { insert, remove, move, pack, unpack, ...concatFunctions, ...sortFunctions };
