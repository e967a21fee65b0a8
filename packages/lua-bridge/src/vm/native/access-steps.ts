import { metamethod } from '../calls/metamethod.js';
import { settable } from '../execute/vm-access.js';
import { luaV_equalobj, luaV_lessthan } from '../execute/vm-compare.js';
import { findFiled } from '../tables/lua-table.js';
import { luaH_getn } from '../tables/table-access.js';
import { keyOf } from '../tables/table-key.js';
import { ldebug, lobject } from '../values/internals.js';
import { INTEGER, NIL, STRING, TABLE, USERDATA } from '../values/tags.js';
import { encode } from '../values/text.js';
import type { LuaState, LuaTable, TString, TValue } from '../values/types.js';
import { isFalsy, isFunction, pushValue } from './frame.js';
import { call, type Steps } from './resumable.js';

/*
 * What library functions do with values that may have metamethods, as parts of resumable bodies: a metamethod may wait
 * there. The VM's own instructions have their ways in `vm-access.ts` and `vm-compare.ts`.
 */

const INDEX = 0;
const NEWINDEX = 1;
const LEN = 4;
const EQ = 5;
const LT = 20;
const MAX_CHAIN = 2000;
const TO_INDEX = encode('index');
const TO_LENGTH = encode('get length of');
const INDEX_LOOP = encode("'__index' chain too long; possible loop");
const NEWINDEX_LOOP = encode("'__newindex' chain too long; possible loop");

const place = (of: TValue, key: TValue): TValue | undefined => {
  const found = of.type === TABLE ? findFiled(of.value as LuaTable, keyOf(key)) : undefined;
  return found?.type === NIL ? undefined : found;
};

/** `of[key]`. */
export function* getSteps(L: LuaState, of: TValue, key: TValue): Steps<TValue> {
  let target = of;
  for (let loop = 0; loop < MAX_CHAIN; loop++) {
    const found = place(target, key);
    if (found !== undefined) return found;
    const handler = metamethod(L, target, INDEX);
    if (handler.type === NIL)
      return target.type === TABLE ? lobject.luaO_nilobject : ldebug.luaG_typeerror(L, target, TO_INDEX);
    if (isFunction(handler)) return yield* callSteps(L, handler, target, key);
    target = handler;
  }
  return ldebug.luaG_runerror(L, INDEX_LOOP);
}

/** `of[key] = value`. */
export function* setSteps(L: LuaState, of: TValue, key: TValue, value: TValue): Steps<void> {
  let target = of;
  for (let loop = 0; loop < MAX_CHAIN; loop++) {
    const handler = place(target, key) === undefined ? metamethod(L, target, NEWINDEX) : lobject.luaO_nilobject;
    if (handler.type === NIL) {
      if (target.type !== TABLE) ldebug.luaG_typeerror(L, target, TO_INDEX);
      settable(L, target, key, value);
      return;
    }
    if (isFunction(handler)) {
      for (const pushed of [handler, target, key, value]) pushValue(L, pushed);
      yield call(3, 0);
      return;
    }
    target = handler;
  }
  ldebug.luaG_runerror(L, NEWINDEX_LOOP);
}

/** `#value`. */
export function* lengthSteps(L: LuaState, value: TValue): Steps<TValue> {
  if (value.type === STRING) return new lobject.TValue(INTEGER, (value.value as TString).realstring.length);
  const handler = metamethod(L, value, LEN);
  if (handler.type !== NIL) return yield* callSteps(L, handler, value, value);
  if (value.type !== TABLE) return ldebug.luaG_typeerror(L, value, TO_LENGTH);
  return new lobject.TValue(INTEGER, luaH_getn(value.value as LuaTable));
}

/** `a < b`. */
export function* lessSteps(L: LuaState, a: TValue, b: TValue): Steps<boolean> {
  const handler = isTabular(a) || isTabular(b) ? handlerOf(L, a, b, LT) : lobject.luaO_nilobject;
  if (handler.type === NIL) return luaV_lessthan(L, a, b) !== 0;
  return !isFalsy(yield* callSteps(L, handler, a, b));
}

/** `a == b`. */
export function* equalSteps(L: LuaState, a: TValue, b: TValue): Steps<boolean> {
  const handler =
    a.type === b.type && isTabular(a) && a.value !== b.value ? handlerOf(L, a, b, EQ) : lobject.luaO_nilobject;
  if (handler.type === NIL) return luaV_equalobj(L, a, b) !== 0;
  return !isFalsy(yield* callSteps(L, handler, a, b));
}

const isTabular = ({ type }: TValue): boolean => type === TABLE || type === USERDATA;

const handlerOf = (L: LuaState, a: TValue, b: TValue, event: number): TValue => {
  const own = metamethod(L, a, event);
  return own.type === NIL ? metamethod(L, b, event) : own;
};

/* Calls a handler with two values and takes its result off the stack. */
function* callSteps(L: LuaState, handler: TValue, a: TValue, b: TValue): Steps<TValue> {
  for (const pushed of [handler, a, b]) pushValue(L, pushed);
  yield call(2, 1);
  const { type, value } = L.stack[--L.top] as TValue;
  return new lobject.TValue(type, value);
}
