import { ensureStack } from '../vm/calls/stack.js';
import { arg, argCount, pushTable, pushValue } from '../vm/native/frame.js';
import type { Library } from '../vm/native/library.js';
import { raiseArgument, raiseType } from '../vm/native/raise.js';
import { resumable } from '../vm/native/resumable.js';
import { waitFor } from '../vm/native/wait.js';
import type { LuaState } from '../vm/state/lua-state.js';
import { newTable, setElements } from '../vm/tables/lua-table.js';
import { elementAt, getField } from '../vm/tables/table.js';
import { countElements } from '../vm/values/items.js';
import { toInteger } from '../vm/values/number.js';
import type { LuaTable } from '../vm/values/table.js';
import { INTEGER, NIL, TABLE } from '../vm/values/tags.js';
import { isFunction, Value } from '../vm/values/value.js';
import { raiseHost } from './host-error.js';
import { runTogether, type Task } from './together.js';

/*
 * `parallel(f, g, …)` runs functions side by side and returns the first result of each;
 * `parallel(list, f, { limit = n })` runs `f(item, index)` for each item and returns the list of results. Without a
 * limit, 100 run at a time.
 * Their host calls wait at the same time. The first error cancels the rest and is raised here.
 */
const parallel = resumable(function* (L) {
  const overList = arg(L, 1).type === TABLE;
  const tasks = overList ? readListTasks(L) : readFunctionTasks(L);
  const limit = overList ? readLimit(L) : AT_ONCE;
  const outcome = yield* waitFor(L, runTogether(L, tasks, limit));
  if (!outcome.ok) return raiseHost(L, outcome.error);
  const results = outcome.value as Value[];
  return overList ? pushList(L, results) : pushAll(L, results);
});

const readFunctionTasks = (L: LuaState): Task[] => {
  const tasks: Task[] = [];
  L.runtime.budget.spend(argCount(L) * 10);
  for (let n = 1; n <= argCount(L); n++) {
    const fn = arg(L, n);
    tasks.push(isFunction(fn) ? { fn, args: [] } : raiseType(L, n, 'function'));
  }
  return tasks;
};

const readListTasks = (L: LuaState): Task[] => {
  const fn = arg(L, 2);
  if (!isFunction(fn)) return raiseType(L, 2, 'function');
  const list = arg(L, 1).value as LuaTable;
  const length = countElements(list);
  L.runtime.budget.spend(length * 10);
  return Array.from({ length }, (_, i) => ({ fn, args: [elementAt(list, i), new Value(INTEGER, i + 1)] }));
};

/** Tasks that run at once when no limit is given. */
const AT_ONCE = 100;

const readLimit = (L: LuaState): number => {
  const options = arg(L, 3);
  if (options.type === NIL) return AT_ONCE;
  if (options.type !== TABLE) return raiseType(L, 3, 'table');
  const limit = getField(options.value as LuaTable, 'limit');
  if (limit.type === NIL) return AT_ONCE;
  const count = toInteger(limit);
  return typeof count === 'number' && count > 0 ? count : raiseArgument(L, 3, "'limit' must be a positive integer");
};

const pushList = (L: LuaState, results: readonly Value[]): number => {
  const table = newTable(L);
  L.runtime.arrays.add(table);
  setElements(L, table, 1, results, 0, results.length);
  return pushTable(L, table);
};

const pushAll = (L: LuaState, results: readonly Value[]): number => {
  ensureStack(L, results.length + 1);
  for (const result of results) pushValue(L, result);
  return results.length;
};

/** `parallel`. */
export const parallelLibrary: Library = { parallel };
