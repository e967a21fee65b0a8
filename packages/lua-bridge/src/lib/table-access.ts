import { metafield } from '../vm/calls/metafield.js';
import { getSteps, lengthSteps, setSteps } from '../vm/native/access-steps.js';
import { arg } from '../vm/native/frame.js';
import { raise, raiseType } from '../vm/native/raise.js';
import type { Steps } from '../vm/native/resumable.js';
import { findFiled, setValue } from '../vm/tables/lua-table.js';
import { luaH_getn } from '../vm/tables/table-access.js';
import type { Integer } from '../vm/values/arithmetic.js';
import { lobject } from '../vm/values/internals.js';
import { luaV_tointeger } from '../vm/values/number.js';
import { INTEGER, TABLE } from '../vm/values/tags.js';
import type { LuaState, LuaTable, TValue } from '../vm/values/types.js';
import { checkWritable } from './base-values.js';

/** What a library function does with a table-like argument. */
type Use = 'read' | 'write' | 'both';

/** The table in argument `n`, if it is one without a metatable: then it may be handled directly. */
export const plainTable = (L: LuaState, n: number): LuaTable | undefined => {
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
  if (needed.some((name) => metafield(L, value, name) === undefined)) raiseType(L, n, 'table');
};

/** Length of a table-like argument, with `__len`. */
export function* lengthOf(L: LuaState, n: number): Steps<number> {
  const table = plainTable(L, n);
  if (table !== undefined) return luaH_getn(table);
  const integer = luaV_tointeger(yield* lengthSteps(L, arg(L, n)), 0);
  return integer === false ? raise(L, 'object length is not an integer') : Number(integer);
}

/** Element `index` of a table without a metatable. */
export const rawElement = (L: LuaState, table: LuaTable, index: Integer): TValue => {
  L.l_G.runtime.budget.spend(2);
  return findFiled(table, index) ?? lobject.luaO_nilobject;
};

/** Element `index` of argument `n`, with `__index`. */
export function* element(L: LuaState, n: number, index: Integer): Steps<TValue> {
  const table = plainTable(L, n);
  if (table !== undefined) return rawElement(L, table, index);
  L.l_G.runtime.budget.spend(2);
  return yield* getSteps(L, arg(L, n), new lobject.TValue(INTEGER, index));
}

/** Sets element `index` of a table without a metatable. */
export const setRawElement = (L: LuaState, table: LuaTable, index: Integer, value: TValue): void => {
  L.l_G.runtime.budget.spend(2);
  setValue(L, table, new lobject.TValue(INTEGER, index), value.type, value.value);
};

/** Sets element `index` of argument `n`, with `__newindex`. */
export function* setElement(L: LuaState, n: number, index: Integer, value: TValue): Steps<void> {
  const table = plainTable(L, n);
  if (table !== undefined) {
    setRawElement(L, table, index, value);
    return;
  }
  L.l_G.runtime.budget.spend(2);
  yield* setSteps(L, arg(L, n), new lobject.TValue(INTEGER, index), value);
}
