import { getField } from '../tables/table.js';
import { NIL, TABLE, USERDATA } from '../values/tags.js';
import type { LuaState, LuaTable, TValue } from '../values/types.js';

/** The metatable of a value, if it has one. */
export const metatableOf = (L: LuaState, value: TValue): LuaTable | null => {
  if (value.type === TABLE || value.type === USERDATA) return (value.value as LuaTable).metatable;
  return L.l_G.mt[value.type & 15] ?? null;
};

/** A field of a value's metatable, if it is there and not nil. */
export const metafield = (L: LuaState, value: TValue, name: string): TValue | undefined => {
  const metatable = metatableOf(L, value);
  if (metatable === null) return undefined;
  const field = getField(metatable, name);
  return field.type === NIL ? undefined : field;
};
