import { ltm } from '../fengari/internals.js';
import { decode } from '../fengari/text.js';
import type { LuaState, TValue } from '../fengari/types.js';

const names = ['nil', 'boolean', 'userdata', 'number', 'string', 'table', 'function', 'userdata', 'thread'];

/** The name of a value's type, as `type` gives it. */
export const basicTypeName = (value: TValue): string => names[value.type & 15] ?? 'userdata';

/** The name of a value's type for messages: its metatable's `__name`, if there is one. */
export const typeName = (L: LuaState, value: TValue): string => decode(ltm.luaT_objtypename(L, value));
