import { chargeComparison, isRawEqual } from '../vm/execute/compare.js';
import { getSteps } from '../vm/native/access-steps.js';
import { checkAny, checkInteger, checkTable, optString } from '../vm/native/arguments.js';
import {
  arg,
  argCount,
  hasArg,
  push,
  pushBoolean,
  pushInteger,
  pushNative,
  pushNil,
  pushValue,
  setArgCount,
} from '../vm/native/frame.js';
import type { Library } from '../vm/native/library.js';
import { raise, raiseArgument, raiseType } from '../vm/native/raise.js';
import { resumable } from '../vm/native/resumable.js';
import type { LuaState } from '../vm/state/lua-state.js';
import { getMetafield, getMetatable } from '../vm/state/metatables.js';
import { findFiled } from '../vm/tables/lua-table.js';
import { getKey, getLength, moveToNext, setKey } from '../vm/tables/table-access.js';
import type { LuaString } from '../vm/values/string.js';
import type { LuaTable } from '../vm/values/table.js';
import { FLOAT, INTEGER, KIND_NAMES, kindOf, NIL, STRING, TABLE } from '../vm/values/tags.js';
import { decode, luaString } from '../vm/values/text.js';
import { Value } from '../vm/values/value.js';

const typeNames = KIND_NAMES.map(luaString);

const type = (L: LuaState): number => push(L, STRING, typeNames[kindOf(checkAny(L, 1).type)]);

const rawequal = (L: LuaState): number => {
  checkAny(L, 1);
  checkAny(L, 2);
  if (arg(L, 1).type === STRING && arg(L, 2).type === STRING) chargeComparison(L, arg(L, 1), arg(L, 2));
  return pushBoolean(L, isRawEqual(arg(L, 1), arg(L, 2)));
};

const rawlen = (L: LuaState): number => {
  const value = arg(L, 1);
  if (value.type === TABLE) return pushInteger(L, getLength(value.value as LuaTable));
  if (value.type === STRING) return pushInteger(L, (value.value as LuaString).bytes.length);
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

/** The built-in `next`, which `pairs` hands out. */
export const next = (L: LuaState): number => {
  const table = checkTable(L, 1);
  setArgCount(L, 2);
  L.stack[L.top] = new Value(NIL, null);
  if (!moveToNext(L, table, L.top - 1)) return pushNil(L);
  L.top++;
  return 2;
};

const ipairsStep = (L: LuaState): number => {
  const list = arg(L, 1);
  if (list.type !== TABLE || (list.value as LuaTable).metatable !== null) return ipairsWaiting(L);
  const index = checkInteger(L, 2) + 1;
  const value = findFiled(list.value as LuaTable, index);
  if (value === undefined || value.type === NIL) return pushNil(L);
  pushInteger(L, index);
  return pushValue(L, value) + 1;
};

const ipairsWaiting = resumable(function* (L) {
  const index = checkInteger(L, 2) + 1;
  const value = yield* getSteps(L, arg(L, 1), new Value(INTEGER, index));
  if (value.type === NIL) return pushNil(L);
  pushInteger(L, index);
  return pushValue(L, value) + 1;
});

const ipairs = (L: LuaState): number => {
  const list = checkAny(L, 1);
  pushNative(L, ipairsStep);
  pushValue(L, list);
  pushInteger(L, 0);
  return 3;
};

const getmetatable = (L: LuaState): number => {
  const value = checkAny(L, 1);
  const metatable = getMetatable(L, value);
  if (metatable === null) return pushNil(L);
  const shown = getMetafield(L, value, '__metatable');
  return shown === undefined ? push(L, TABLE, metatable) : pushValue(L, shown);
};

const setmetatable = (L: LuaState): number => {
  const table = checkTable(L, 1);
  const given = arg(L, 2);
  if (!hasArg(L, 2) || (given.type !== NIL && given.type !== TABLE)) return raiseType(L, 2, 'nil or table');
  if (getMetafield(L, arg(L, 1), '__metatable') !== undefined) return raise(L, 'cannot change a protected metatable');
  table.metatable = given.type === NIL ? null : (given.value as LuaTable);
  setArgCount(L, 1);
  return 1;
};

/* The host collects garbage by itself; only the questions have answers. */
const COLLECTOR_OPTIONS = ['collect', 'count', 'step', 'stop', 'restart', 'isrunning', 'setpause', 'setstepmul'];

const collectgarbage = (L: LuaState): number => {
  const what = decode(optString(L, 1, 'collect'));
  if (what === 'count') return push(L, FLOAT, L.runtime.budget.usage.memoryBytes / 1024);
  if (!COLLECTOR_OPTIONS.includes(what)) return raiseArgument(L, 1, `invalid option '${what}'`);
  return what === 'isrunning' ? pushBoolean(L, true) : pushInteger(L, 0);
};

/** The part of the basic library that deals with single values. */
export const baseValues: Library = {
  type,
  rawequal,
  rawlen,
  rawget,
  rawset,
  select,
  next,
  ipairs,
  getmetatable,
  setmetatable,
  collectgarbage,
};
