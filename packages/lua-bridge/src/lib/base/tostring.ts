import { checkAny, toStringValue } from '../../vm/native/arguments.js';
import { push, pushValue } from '../../vm/native/frame.js';
import { raise } from '../../vm/native/raise.js';
import { call, resumable, type Steps } from '../../vm/native/resumable.js';
import { withOneResult } from '../../vm/native/shortcut.js';
import { ADDRESS_BYTES } from '../../vm/state/addresses.js';
import { exchange } from '../../vm/state/exchange.js';
import type { LuaState } from '../../vm/state/lua-state.js';
import { getMetafield } from '../../vm/state/metatables.js';
import { NO_SHORTCUT } from '../../vm/state/native.js';
import { isNull } from '../../vm/values/json-null.js';
import { makeText } from '../../vm/values/number.js';
import type { LuaString } from '../../vm/values/string.js';
import { BOOLEAN, FLOAT, INTEGER, NIL, STRING, TABLE, THREAD } from '../../vm/values/tags.js';
import { luaString, textOf } from '../../vm/values/text.js';
import { isFunction, isNumber, Value } from '../../vm/values/value.js';

/**
 * Lua's `tostring`: leaves the string on the stack and returns it. Part of a resumable body, because `__tostring`
 * may wait.
 */
export function* toText(L: LuaState, value: Value): Steps<LuaString> {
  const convert = getMetafield(L, value, '__tostring');
  if (convert === undefined) {
    const text = writePlainly(L, value);
    push(L, STRING, text);
    return text;
  }
  pushValue(L, convert);
  pushValue(L, value);
  yield call(1, 1);
  const result = toStringValue(L, L.stack[L.top - 1] as Value);
  if (result === undefined) return raise(L, "'__tostring' must return a string");
  L.stack[L.top - 1] = new Value(STRING, result);
  return result;
}

/** The text of a value that has no `__tostring`. */
export const writePlainly = (L: LuaState, value: Value): LuaString => {
  if (value.type === STRING || isNumber(value)) return toStringValue(L, value) as LuaString;
  if (value.type === NIL) return luaString('nil');
  if (value.type === BOOLEAN) return luaString(String(value.value));
  if (isNull(value)) return luaString('null');
  const name = getMetafield(L, value, '__name');
  const kind = name?.type === STRING ? readName(L, name.value as LuaString) : kindOf(value);
  const address = addressOf(L, value.value as object).toString(16);
  return luaString(`${kind}: 0x${address.padStart(8, '0')}`);
};

const readName = (L: LuaState, name: LuaString): string => {
  L.runtime.budget.allocateString(name.bytes.length);
  return textOf(name);
};

const kindOf = (value: Value): string => {
  if (isFunction(value)) return 'function';
  if (value.type === TABLE) return 'table';
  return value.type === THREAD ? 'thread' : 'userdata';
};

const addressOf = ({ runtime: { addresses, budget } }: LuaState, object: object): number => {
  const known = addresses.find(object);
  if (known !== undefined) return known;
  budget.allocate(ADDRESS_BYTES);
  return addresses.give(object);
};

const convert = resumable(function* (L) {
  yield* toText(L, checkAny(L, 1));
  return 1;
});

/** The built-in `tostring`. */
export const tostring = withOneResult(convert, (_L, _count, tag, value) => {
  if (tag !== INTEGER && tag !== FLOAT) return NO_SHORTCUT;
  const text = new Value(tag, value);
  makeText(text);
  exchange.value = text.value;
  return STRING;
});
