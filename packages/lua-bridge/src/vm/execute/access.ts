import { callHandler, callSetter } from '../calls/handlers.js';
import { raiseError, raiseOperandType } from '../calls/raise.js';
import type { LuaState } from '../state/lua-state.js';
import { getFastHandler, getHandler } from '../state/metatables.js';
import { keyOf } from '../tables/filing.js';
import { overwrite, setValue } from '../tables/lua-table.js';
import { getLength } from '../tables/table-access.js';
import { EVENT } from '../values/events.js';
import type { LuaString } from '../values/string.js';
import { locate, type LuaTable, tagAt, valueAt } from '../values/table.js';
import { INTEGER, NIL, STRING, TABLE } from '../values/tags.js';
import { assign, isFunction, type Value } from '../values/value.js';

/** Handlers that may stand one behind the other. */
export const MAX_CHAIN = 2000;

/** `into = of[key]`, with metamethods. */
export const index = (L: LuaState, of: Value, key: Value, into: Value): void => {
  let target = of;
  for (let loop = 0; loop < MAX_CHAIN; loop++) {
    let handler: Value | null;
    if (target.type === TABLE) {
      const table = target.value as LuaTable;
      const at = locate(table, keyOf(key));
      const tag = tagAt(table, at);
      if (tag !== NIL) {
        assign(into, tag, valueAt(table, at));
        return;
      }
      handler = getFastHandler(table.metatable, EVENT.INDEX);
      if (handler === null) {
        assign(into, NIL, null);
        return;
      }
    } else handler = requireHandler(L, target, EVENT.INDEX, 'index');
    if (isFunction(handler)) {
      callHandler(L, handler, target, key, into);
      return;
    }
    target = handler;
  }
  raiseLoop(L, '__index');
};

/** `of[key] = value`, with metamethods. */
export const setIndex = (L: LuaState, of: Value, key: Value, value: Value): void => {
  let target = of;
  for (let loop = 0; loop < MAX_CHAIN; loop++) {
    let handler: Value | null;
    if (target.type === TABLE) {
      handler = setUnlessHandled(L, target.value as LuaTable, key, value);
      if (handler === null) return;
    } else handler = requireHandler(L, target, EVENT.NEWINDEX, 'index');
    if (isFunction(handler)) {
      callSetter(L, handler, target, key, value);
      return;
    }
    target = handler;
  }
  raiseLoop(L, '__newindex');
};

/** Raises that a chain of handlers does not end. */
export const raiseLoop = (L: LuaState, event: string): never =>
  raiseError(L, `'${event}' chain too long; possible loop`);

/* Sets a key of a table; if a `__newindex` is in the way, gives that back instead. */
const setUnlessHandled = (L: LuaState, table: LuaTable, key: Value, value: Value): Value | null => {
  const filed = keyOf(key);
  const at = locate(table, filed);
  if (tagAt(table, at) !== NIL) {
    overwrite(table, at, filed, value.type, value.value);
    return null;
  }
  const handler = getFastHandler(table.metatable, EVENT.NEWINDEX);
  if (handler === null) setValue(L, table, key, value.type, value.value);
  return handler;
};

/** `into = #value`, with metamethods. */
export const measure = (L: LuaState, value: Value, into: Value): void => {
  let handler: Value | null;
  if (value.type === TABLE) {
    const table = value.value as LuaTable;
    handler = getFastHandler(table.metatable, EVENT.LEN);
    if (handler === null) {
      assign(into, INTEGER, getLength(table));
      return;
    }
  } else if (value.type === STRING) {
    assign(into, INTEGER, (value.value as LuaString).length);
    return;
  } else handler = requireHandler(L, value, EVENT.LEN, 'get length of');
  callHandler(L, handler, value, value, into);
};

/** The handler without which an operation cannot be done with a value. @throws a Lua error if there is none. */
const requireHandler = (L: LuaState, value: Value, event: number, operation: string): Value => {
  const handler = getHandler(L, value, event);
  return handler.type === NIL ? raiseOperandType(L, value, operation) : handler;
};
