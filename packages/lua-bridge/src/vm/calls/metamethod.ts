import { isFalsy } from '../native/frame.js';
import { ldebug, ldo, lobject, lvm } from '../values/internals.js';
import { stringKey } from '../values/string-hash.js';
import { NIL, TABLE, USERDATA } from '../values/tags.js';
import { encode } from '../values/text.js';
import type { LuaState, LuaTable, TValue } from '../values/types.js';

const IS_LUA = 2;

/** A value's handler for an event, by its number in `ltm.js`; nil if it has none. */
export const metamethod = (L: LuaState, value: TValue, event: number): TValue => {
  const tabular = value.type === TABLE || value.type === USERDATA;
  const metatable = tabular ? (value.value as LuaTable).metatable : L.l_G.mt[value.type & 15];
  if (metatable === null || metatable === undefined) return lobject.luaO_nilobject;
  const name = L.l_G.tmname[event];
  const place = name === undefined ? undefined : metatable.keyed?.get(stringKey(name))?.value;
  return place ?? lobject.luaO_nilobject;
};

/** Copies a value to the top of the stack. */
const pushCopy = (L: LuaState, value: TValue): void => {
  L.stack[L.top++] = new lobject.TValue(value.type, value.value);
};

/** Calls a handler with two values; the result goes to stack index `into`. */
export const callMetamethod = (L: LuaState, handler: TValue, a: TValue, b: TValue, into: number): void => {
  callHandler(L, handler, [a, b], 1);
  const result = L.stack[--L.top] as TValue;
  (L.stack[into] as TValue).setfrom(result);
};

/** Calls a handler; its results stay on the stack. */
const callHandler = (L: LuaState, handler: TValue, args: readonly TValue[], results: number): void => {
  const func = L.top;
  pushCopy(L, handler);
  for (const value of args) pushCopy(L, value);
  if ((L.ci.callstatus & IS_LUA) !== 0) ldo.luaD_call(L, func, results);
  else ldo.luaD_callnoyield(L, func, results);
};

/** fengari's `luaT_callTM`: calls a handler with two values for a result in `c`, or with three for none. */
export const luaT_callTM = (L: LuaState, handler: TValue, a: TValue, b: TValue, c: TValue, results: number): void => {
  if (results === 0) {
    callHandler(L, handler, [a, b, c], 0);
    return;
  }
  callHandler(L, handler, [a, b], results);
  c.setfrom(L.stack[--L.top] as TValue);
};

const CONCAT = 22;
const UNM = 18;
const FIRST_BITWISE = 13;
const BNOT = 19;
const ARITHMETIC = encode('perform arithmetic on');
const BITWISE = encode('perform bitwise operation on');

const binaryHandler = (L: LuaState, a: TValue, b: TValue, event: number): TValue | undefined => {
  const own = metamethod(L, a, event);
  const handler = own.type === NIL ? metamethod(L, b, event) : own;
  return handler.type === NIL ? undefined : handler;
};

/** fengari's `luaT_trybinTM`: an operation through its metamethod, or Lua's error if there is none. */
export const luaT_trybinTM = (L: LuaState, a: TValue, b: TValue, result: TValue, event: number): void => {
  const handler = binaryHandler(L, a, b, event);
  if (handler !== undefined) luaT_callTM(L, handler, a, b, result, 1);
  else if (event === CONCAT) ldebug.luaG_concaterror(L, a, b);
  else if (event < FIRST_BITWISE || event === UNM || event > BNOT) ldebug.luaG_opinterror(L, a, b, ARITHMETIC);
  else if (lvm.tonumber(a) !== false && lvm.tonumber(b) !== false) ldebug.luaG_tointerror(L, a, b);
  else ldebug.luaG_opinterror(L, a, b, BITWISE);
};

/** fengari's `luaT_callorderTM`: a comparison through its metamethod; null if there is none. */
export const luaT_callorderTM = (L: LuaState, a: TValue, b: TValue, event: number): boolean | null => {
  const handler = binaryHandler(L, a, b, event);
  if (handler === undefined) return null;
  const result = new lobject.TValue(NIL, null);
  luaT_callTM(L, handler, a, b, result, 1);
  return !isFalsy(result);
};
