import { chargeComparison, isRawEqual } from '../../vm/execute/compare.js';
import { checkAny, checkTable } from '../../vm/native/arguments.js';
import { arg, pushBoolean, pushInteger, pushValue, setArgCount } from '../../vm/native/frame.js';
import type { Library } from '../../vm/native/library.js';
import { raise, raiseArgument } from '../../vm/native/raise.js';
import type { LuaState } from '../../vm/state/lua-state.js';
import { getKey, getLength, setKey } from '../../vm/tables/table-access.js';
import type { LuaString } from '../../vm/values/string.js';
import type { LuaTable } from '../../vm/values/table.js';
import { STRING, TABLE } from '../../vm/values/tags.js';

const rawequal = (L: LuaState): number => {
  checkAny(L, 1);
  checkAny(L, 2);
  if (arg(L, 1).type === STRING && arg(L, 2).type === STRING)
    chargeComparison(L, arg(L, 1).value as LuaString, arg(L, 2).value as LuaString);
  return pushBoolean(L, isRawEqual(arg(L, 1), arg(L, 2)));
};

const rawlen = (L: LuaState): number => {
  const value = arg(L, 1);
  if (value.type === TABLE) return pushInteger(L, getLength(value.value as LuaTable));
  if (value.type === STRING) return pushInteger(L, (value.value as LuaString).length);
  return raiseArgument(L, 1, 'table or string expected');
};

const rawget = (L: LuaState): number => {
  const table = checkTable(L, 1);
  checkAny(L, 2);
  return pushValue(L, getKey(table, arg(L, 2)));
};

/** Refuses a change of a table that belongs to the host. */
export const checkWritable = (L: LuaState, table: LuaTable): void => {
  const name = L.runtime.readonly.get(table);
  if (name !== undefined) raise(L, `'${name}' is read-only`);
};

const rawset = (L: LuaState): number => {
  const table = checkTable(L, 1);
  checkAny(L, 2);
  checkAny(L, 3);
  checkWritable(L, table);
  L.runtime.budget.allocate(200);
  setKey(L, table, arg(L, 2), arg(L, 3));
  setArgCount(L, 1);
  return 1;
};

/** The functions that pass metamethods by. */
export const rawFunctions: Library = { rawequal, rawlen, rawget, rawset };
