/** Type tags of Lua values as fengari numbers them (`defs.js`, constant_types). */
export const NIL = 0;
export const BOOLEAN = 1;
export const LIGHTUSERDATA = 2;
export const NUMBER = 3;
export const TABLE = 5;
export const USERDATA = 7;
export const THREAD = 8;
/** Variants: floats and integers, strings (fengari uses the long variant for all), functions. */
export const FLOAT = 3;
export const INTEGER = 19;
export const STRING = 20;
export const LUA_FUNCTION = 6;
export const LIGHT_NATIVE = 22;
export const NATIVE_CLOSURE = 38;

/** Thread and call status (`defs.js`, thread_status). */
export const OK = 0;
export const YIELD = 1;
export const ERRRUN = 2;
export const MULTRET = -1;
