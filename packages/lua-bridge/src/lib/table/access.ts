import { getSteps, lengthSteps, setSteps } from '../../vm/native/access-steps.js';
import { arg } from '../../vm/native/frame.js';
import { raise, raiseType } from '../../vm/native/raise.js';
import type { Steps } from '../../vm/native/resumable.js';
import type { LuaState } from '../../vm/state/lua-state.js';
import { getMetafield } from '../../vm/state/metatables.js';
import { setValue } from '../../vm/tables/lua-table.js';
import { getFiled, hasElement } from '../../vm/tables/table.js';
import { getLength } from '../../vm/tables/table-access.js';
import type { Integer } from '../../vm/values/arithmetic.js';
import { setItem } from '../../vm/values/items.js';
import { toInteger } from '../../vm/values/number.js';
import type { LuaTable } from '../../vm/values/table.js';
import { INTEGER, NIL, TABLE } from '../../vm/values/tags.js';
import { Value } from '../../vm/values/value.js';
import { checkWritable } from '../base/raw.js';

/** What a library function does with a table-like argument. */
type Use = 'read' | 'write' | 'both';

/** The table in argument `n`, if it is one without a metatable: then it may be handled directly. */
export const getPlainTable = (L: LuaState, n: number): LuaTable | undefined => {
  const value = arg(L, n);
  const table = value.value as LuaTable;
  return value.type === TABLE && table.metatable === null ? table : undefined;
};

/** Refuses an argument that neither is a table nor behaves like one for the use made of it. */
export const checkTableLike = (L: LuaState, n: number, use: Use, withLength: boolean): void => {
  const value = arg(L, n);
  if (value.type === TABLE) {
    if (use !== 'read') checkWritable(L, value.value as LuaTable);
    return;
  }
  const needed = [
    use === 'write' ? [] : ['__index'],
    use === 'read' ? [] : ['__newindex'],
    withLength ? ['__len'] : [],
  ].flat();
  if (needed.some((name) => getMetafield(L, value, name) === undefined)) raiseType(L, n, 'table');
};

/** Length of a table-like argument, with `__len`. */
export function* getLengthOf(L: LuaState, n: number): Steps<number> {
  const table = getPlainTable(L, n);
  if (table !== undefined) return getLength(table);
  const integer = toInteger(yield* lengthSteps(L, arg(L, n)));
  return integer === false ? raise(L, 'object length is not an integer') : Number(integer);
}

/** Element `index` of a table without a metatable. */
export const getRawElement = (L: LuaState, table: LuaTable, index: Integer): Value => {
  L.runtime.budget.spend(2);
  return getFiled(table, index);
};

/** Element `index` of argument `n`, with `__index`. */
export function* getElement(L: LuaState, n: number, index: Integer): Steps<Value> {
  const table = getPlainTable(L, n);
  if (table !== undefined) return getRawElement(L, table, index);
  L.runtime.budget.spend(2);
  return yield* getSteps(L, arg(L, n), new Value(INTEGER, index));
}

/** Sets element `index` of a table without a metatable. */
export const setRawElement = (L: LuaState, table: LuaTable, index: Integer, tag: number, value: unknown): void => {
  L.runtime.budget.spend(2);
  if (tag !== NIL && typeof index === 'number' && index > 0 && hasElement(table, index - 1))
    setItem(table, index - 1, tag, value);
  else setValue(L, table, new Value(INTEGER, index), tag, value);
};

/** Sets element `index` of argument `n`, with `__newindex`. */
export function* setElement(L: LuaState, n: number, index: Integer, value: Value): Steps<void> {
  const table = getPlainTable(L, n);
  if (table !== undefined) {
    setRawElement(L, table, index, value.type, value.value);
    return;
  }
  L.runtime.budget.spend(2);
  yield* setSteps(L, arg(L, n), new Value(INTEGER, index), value);
}
