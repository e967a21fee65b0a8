import rawLualib from 'fengari/src/lualib.js';
import { ldo } from '../fengari/internals.js';
import { push, pushNative } from '../fengari/frame.js';
import { globalsOf, setField } from '../fengari/table.js';
import { STRING, TABLE } from '../fengari/tags.js';
import { luaString } from '../fengari/text.js';
import type { LuaState, LuaTable, Native, TValue } from '../fengari/types.js';
import { baseCalls } from './base-calls.js';
import { baseValues } from './base-values.js';
import { coroutineLibrary } from './coroutine.js';
import { addFunctions, libraryTable } from './library.js';
import { loading } from './load.js';

const lualib = rawLualib as Record<string, Native>;

const openStock = (L: LuaState, name: string): LuaTable => {
  pushNative(L, lualib[`luaopen_${name}`] as Native);
  push(L, STRING, luaString(name));
  ldo.luaD_callnoyield(L, L.top - 2, 1);
  return (L.stack[--L.top] as TValue).value as LuaTable;
};

/** Opens the libraries scripts may use: no file, process, module or debug access. */
export const openLibraries = (L: LuaState): void => {
  const globals = globalsOf(L);
  addFunctions(L, globals, { ...baseValues, ...baseCalls, ...loading });
  setField(L, globals, '_G', TABLE, globals);
  setField(L, globals, '_VERSION', STRING, luaString('Lua 5.3'));
  for (const name of ['string', 'table', 'math', 'utf8']) setField(L, globals, name, TABLE, openStock(L, name));
  setField(L, globals, 'coroutine', TABLE, libraryTable(L, coroutineLibrary));
};
