/*
 * Type tags of Lua values. The lowest four bits are the kind of value, which has a name and perhaps a metatable; the
 * bits above tell its variants apart: integer from float, the kinds of function. The compiler's are the same.
 */
export const NIL = 0;
export const BOOLEAN = 1;
export const LIGHTUSERDATA = 2;
export const FLOAT = 3;
export const INTEGER = 3 | 16;
export const STRING = 4 | 16;
export const TABLE = 5;
export const LUA_FUNCTION = 6;
export const LIGHT_NATIVE = 6 | 16;
export const NATIVE_CLOSURE = 6 | 32;
export const USERDATA = 7;
export const THREAD = 8;

/** Lua's names for the kinds of values, as `type` gives them, in the order of their tags. */
export const KIND_NAMES = [
  'nil',
  'boolean',
  'userdata',
  'number',
  'string',
  'table',
  'function',
  'userdata',
  'thread',
] as const;

/** The kind of value a tag stands for. */
export const kindOf = (type: number): number => type & 15;

/** Lua's name for what a tag stands for. */
export const nameOfKind = (type: number): string => KIND_NAMES[kindOf(type)] ?? 'userdata';
