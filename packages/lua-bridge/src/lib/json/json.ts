import { checkAny, checkString } from '../../vm/native/arguments.js';
import { arg, push, pushTable, pushValue } from '../../vm/native/frame.js';
import type { Library } from '../../vm/native/library.js';
import { raise, raiseType } from '../../vm/native/raise.js';
import type { LuaState } from '../../vm/state/lua-state.js';
import { newTable } from '../../vm/tables/lua-table.js';
import type { LuaTable } from '../../vm/values/table.js';
import { NIL, STRING, TABLE } from '../../vm/values/tags.js';
import { JsonSyntaxError } from './cursor.js';
import { readJson } from './decode.js';
import { JsonError, writeJson } from './encode.js';

const encode = (L: LuaState): number => {
  const value = checkAny(L, 1);
  try {
    return push(L, STRING, writeJson(L.runtime, value));
  } catch (error) {
    if (error instanceof JsonError) return raise(L, `json.encode: cannot encode ${error.message}`);
    throw error;
  }
};

const decode = (L: LuaState): number => {
  const bytes = checkString(L, 1);
  L.runtime.budget.spend(bytes.length >> 3);
  try {
    return pushValue(L, readJson(L, bytes));
  } catch (error) {
    if (error instanceof JsonSyntaxError) return raise(L, `json.decode: ${error.message}`);
    throw error;
  }
};

/* Marks a table, or a new one, as an array, which it then is to the host and to JSON even when it is empty. */
const array = (L: LuaState): number => {
  const { type, value } = arg(L, 1);
  const table = type === TABLE ? (value as LuaTable) : type === NIL ? newTable(L) : raiseType(L, 1, 'table');
  L.runtime.arrays.add(table);
  return pushTable(L, table);
};

/** The functions of `json`; `json.null` is added where the library is opened. */
export const jsonLibrary: Library = { encode, decode, array };
