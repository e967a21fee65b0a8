import { checkAny, checkInteger, checkTable } from '../../vm/native/arguments.js';
import { arg, argCount, hasArg, push, pushInteger, pushNil, pushValue, setArgCount } from '../../vm/native/frame.js';
import type { Library } from '../../vm/native/library.js';
import { raise, raiseArgument, raiseType } from '../../vm/native/raise.js';
import { withOneResult } from '../../vm/native/shortcut.js';
import { exchange } from '../../vm/state/exchange.js';
import type { LuaState } from '../../vm/state/lua-state.js';
import { getMetafield, getMetatable } from '../../vm/state/metatables.js';
import { NO_SHORTCUT } from '../../vm/state/native.js';
import type { LuaString } from '../../vm/values/string.js';
import type { LuaTable } from '../../vm/values/table.js';
import { KIND_NAMES, kindOf, NIL, STRING, TABLE } from '../../vm/values/tags.js';
import { luaString } from '../../vm/values/text.js';
import { collectgarbage } from './collectgarbage.js';
import { errorFunctions } from './errors.js';
import { loadFunctions } from './load.js';
import { pairFunctions } from './pairs.js';
import { printFunctions } from './print.js';
import { rawFunctions } from './raw.js';
import { tonumber } from './tonumber.js';
import { tostring } from './tostring.js';

const TYPE_NAMES = KIND_NAMES.map(luaString);

const type = withOneResult(
  (L) => push(L, STRING, TYPE_NAMES[kindOf(checkAny(L, 1).type)]),
  (_L, count, tag) => {
    if (count === 0) return NO_SHORTCUT;
    exchange.value = TYPE_NAMES[kindOf(tag)];
    return STRING;
  },
);

const select = (L: LuaState): number => {
  const count = argCount(L);
  const first = arg(L, 1);
  if (first.type === STRING && (first.value as LuaString).bytes[0] === 35) return pushInteger(L, count - 1);
  let n = checkInteger(L, 1);
  if (n < 0) n = count + n;
  else if (n > count) n = count;
  if (n < 1) return raiseArgument(L, 1, 'index out of range');
  return count - n;
};

const getmetatable = (L: LuaState): number => {
  const value = checkAny(L, 1);
  const metatable = getMetatable(L, value);
  if (metatable === null) return pushNil(L);
  const shown = getMetafield(L, value, '__metatable');
  return shown === undefined ? push(L, TABLE, metatable) : pushValue(L, shown);
};

const setAnyMetatable = (L: LuaState): number => {
  const table = checkTable(L, 1);
  const given = arg(L, 2);
  if (!hasArg(L, 2) || (given.type !== NIL && given.type !== TABLE)) return raiseType(L, 2, 'nil or table');
  if (getMetafield(L, arg(L, 1), '__metatable') !== undefined) return raise(L, 'cannot change a protected metatable');
  table.metatable = given.type === NIL ? null : (given.value as LuaTable);
  setArgCount(L, 1);
  return 1;
};

const setmetatable = withOneResult(setAnyMetatable, (_L, _count, tag, value, tag2, value2) => {
  // What has one already may be protected by it.
  if (tag !== TABLE || tag2 !== TABLE || (value as LuaTable).metatable !== null) return NO_SHORTCUT;
  (value as LuaTable).metatable = value2 as LuaTable;
  exchange.value = value;
  return TABLE;
});

/** Lua's basic functions. */
export const baseLibrary: Library = {
  type,
  select,
  tostring,
  tonumber,
  getmetatable,
  setmetatable,
  collectgarbage,
  ...rawFunctions,
  ...pairFunctions,
  ...errorFunctions,
  ...loadFunctions,
  ...printFunctions,
};
