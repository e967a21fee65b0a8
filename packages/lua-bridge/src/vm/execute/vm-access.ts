import { callMetamethod, metamethod } from '../calls/metamethod.js';
import { isFunction } from '../native/frame.js';
import { findFiled, overwrite, setValue } from '../tables/lua-table.js';
import { luaH_getn } from '../tables/table-access.js';
import { keyOf } from '../tables/table-key.js';
import { ldebug, ltm } from '../values/internals.js';
import { INTEGER, NIL, STRING, TABLE } from '../values/tags.js';
import { encode } from '../values/text.js';
import type { LuaState, LuaTable, TString, TValue } from '../values/types.js';

const INDEX = 0;
const NEWINDEX = 1;
const LEN = 4;
const MAX_CHAIN = 2000;
const TO_INDEX = encode('index');
const TO_LENGTH = encode('get length of');
const INDEX_LOOP = encode("'__index' chain too long; possible loop");
const NEWINDEX_LOOP = encode("'__newindex' chain too long; possible loop");

/** `stack[into] = of[key]`, with metamethods. */
export const luaV_gettable = (L: LuaState, of: TValue, key: TValue, into: number): void => {
  let target = of;
  for (let loop = 0; loop < MAX_CHAIN; loop++) {
    let handler: TValue | null;
    if (target.type === TABLE) {
      const table = target.value as LuaTable;
      const place = findFiled(table, keyOf(key));
      if (place !== undefined && place.type !== NIL) {
        (L.stack[into] as TValue).setfrom(place);
        return;
      }
      handler = table.metatable === null ? null : ltm.fasttm(L, table.metatable, INDEX);
      if (handler === null) {
        setNil(L.stack[into] as TValue);
        return;
      }
    } else {
      handler = metamethod(L, target, INDEX);
      if (handler.type === NIL) ldebug.luaG_typeerror(L, target, TO_INDEX);
    }
    if (isFunction(handler)) {
      callMetamethod(L, handler, target, key, into);
      return;
    }
    target = handler;
  }
  ldebug.luaG_runerror(L, INDEX_LOOP);
};

const setNil = (value: TValue): void => {
  value.type = NIL;
  value.value = null;
};

/** `of[key] = value`, with metamethods. */
export const settable = (L: LuaState, of: TValue, key: TValue, value: TValue): void => {
  let target = of;
  for (let loop = 0; loop < MAX_CHAIN; loop++) {
    let handler: TValue | null;
    if (target.type === TABLE) {
      const table = target.value as LuaTable;
      handler = assign(L, table, key, value);
      if (handler === null) return;
    } else {
      handler = metamethod(L, target, NEWINDEX);
      if (handler.type === NIL) ldebug.luaG_typeerror(L, target, TO_INDEX);
    }
    if (isFunction(handler)) {
      ltm.luaT_callTM(L, handler, target, key, value, 0);
      return;
    }
    target = handler;
  }
  ldebug.luaG_runerror(L, NEWINDEX_LOOP);
};

/* Assigns to a table; if a `__newindex` is in the way, gives that back instead. */
const assign = (L: LuaState, table: LuaTable, key: TValue, value: TValue): TValue | null => {
  const filed = keyOf(key);
  const place = findFiled(table, filed);
  if (place !== undefined && place.type !== NIL) {
    table.flags = 0;
    overwrite(table, place, filed, value.type, value.value);
    return null;
  }
  const handler = table.metatable === null ? null : ltm.fasttm(L, table.metatable, NEWINDEX);
  if (handler === null) setValue(L, table, key, value.type, value.value);
  return handler;
};

/** `into = #value`, with metamethods. */
export const luaV_objlen = (L: LuaState, into: TValue, value: TValue): void => {
  let handler: TValue | null;
  if (value.type === TABLE) {
    const table = value.value as LuaTable;
    handler = table.metatable === null ? null : ltm.fasttm(L, table.metatable, LEN);
    if (handler === null) {
      setInteger(into, luaH_getn(table));
      return;
    }
  } else if (value.type === STRING) {
    setInteger(into, (value.value as TString).realstring.length);
    return;
  } else {
    handler = metamethod(L, value, LEN);
    if (handler.type === NIL) ldebug.luaG_typeerror(L, value, TO_LENGTH);
  }
  ltm.luaT_callTM(L, handler, value, value, into, 1);
};

const setInteger = (into: TValue, value: number): void => {
  into.type = INTEGER;
  into.value = value;
};
