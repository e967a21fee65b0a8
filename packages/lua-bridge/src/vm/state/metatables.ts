import { keyOfEvent } from '../values/events.js';
import { type LuaString, stringKey } from '../values/string.js';
import type { LuaTable } from '../values/table.js';
import { kindOf, nameOfKind, NIL, STRING, TABLE, USERDATA } from '../values/tags.js';
import { NIL_VALUE, Value } from '../values/value.js';
import type { LuaState } from './lua-state.js';

/** The metatable of a value, if it has one. */
export const getMetatable = (L: LuaState, value: Value): LuaTable | null =>
  value.type === TABLE || value.type === USERDATA
    ? (value.value as LuaTable).metatable
    : (L.runtime.metatables[kindOf(value.type)] as LuaTable | null);

/** A field of a value's metatable, if it is there and not nil. */
export const getMetafield = (L: LuaState, value: Value, name: string): Value | undefined => {
  const metatable = getMetatable(L, value);
  return metatable === null ? undefined : findHandler(metatable, name);
};

/** A value's handler for an event; nil if it has none. */
export const getHandler = (L: LuaState, value: Value, event: number): Value => {
  const metatable = getMetatable(L, value);
  return metatable === null ? NIL_VALUE : (findHandler(metatable, keyOfEvent(event)) ?? NIL_VALUE);
};

const findHandler = ({ layout, slots }: LuaTable, name: string): Value | undefined => {
  const at = layout.find(name);
  const tag = at < 0 ? NIL : (slots[at] as number);
  return tag === NIL ? undefined : new Value(tag, slots[at + 1]);
};

/** The same for two values: the first one's handler, or else the second one's. */
export const getBinaryHandler = (L: LuaState, a: Value, b: Value, event: number): Value => {
  const own = getHandler(L, a, event);
  return own.type === NIL ? getHandler(L, b, event) : own;
};

/** A metatable's handler for an event; null if it has none, which its layout remembers. */
export const getFastHandler = (metatable: LuaTable | null, event: number): Value | null => {
  if (metatable === null) return null;
  const { layout, slots } = metatable;
  if ((layout.lacks & (1 << event)) !== 0) return null;
  const at = layout.find(keyOfEvent(event));
  if (at < 0) layout.lacks |= 1 << event;
  return at < 0 || slots[at] === NIL ? null : new Value(slots[at] as number, slots[at + 1]);
};

/** A value's type as messages name it, one character per byte: the `__name` of its metatable comes first. */
export const nameType = (L: LuaState, value: Value): string => {
  const own = value.type === TABLE || value.type === USERDATA ? getMetafield(L, value, '__name') : undefined;
  return own?.type === STRING ? stringKey(own.value as LuaString) : nameOfKind(value.type);
};
