import { arg } from '../fengari/frame.js';
import { luaV_gettable, luaV_objlen, settable } from '../fengari/vm-access.js';
import { lobject } from '../fengari/internals.js';
import { metafield } from '../fengari/metafield.js';
import { raise, raiseType } from '../fengari/raise.js';
import { INTEGER, NIL, TABLE } from '../fengari/tags.js';
import { luaH_getn } from '../fengari/table-access.js';
import type { LuaState, LuaTable, TValue } from '../fengari/types.js';
import type { Integer } from '../fengari/arithmetic.js';
import { pushNil } from '../fengari/frame.js';
import { luaV_tointeger } from '../fengari/number.js';
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
  const needed = [use === 'write' ? [] : ['__index'], use === 'read' ? [] : ['__newindex'], withLength ? ['__len'] : []].flat();
  if (needed.some((name) => metafield(L, value, name) === undefined)) raiseType(L, n, 'table');
};

/** Length of a table-like argument, with `__len`. */
export const lengthOf = (L: LuaState, n: number): number => {
  const table = plainTable(L, n);
  if (table !== undefined) return luaH_getn(table);
  const length = new lobject.TValue(NIL, null);
  luaV_objlen(L, length, arg(L, n));
  const integer = luaV_tointeger(length, 0);
  if (integer === false) return raise(L, 'object length is not an integer');
  return Number(integer);
};

/** Pushes element `index` of argument `n`, with `__index`; also gives it back. */
export const pushElement = (L: LuaState, n: number, index: Integer): TValue => {
  L.l_G.runtime.budget.spend(2);
  const of = arg(L, n);
  pushNil(L);
  luaV_gettable(L, of, new lobject.TValue(INTEGER, index), L.top - 1);
  return L.stack[L.top - 1] as TValue;
};

/** Sets element `index` of argument `n` to the value on top of the stack, with `__newindex`, and pops it. */
export const popElement = (L: LuaState, n: number, index: Integer): void => {
  L.l_G.runtime.budget.spend(2);
  settable(L, arg(L, n), new lobject.TValue(INTEGER, index), L.stack[L.top - 1] as TValue);
  L.top--;
};
