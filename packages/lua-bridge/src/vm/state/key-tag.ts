import { LuaFunction } from '../values/function.js';
import { NULL } from '../values/json-null.js';
import { LuaTable } from '../values/table.js';
import {
  BOOLEAN,
  FLOAT,
  INTEGER,
  LIGHT_NATIVE,
  LIGHTUSERDATA,
  LUA_FUNCTION,
  NATIVE_CLOSURE,
  TABLE,
  THREAD,
  USERDATA,
} from '../values/tags.js';
import { LuaState } from './lua-state.js';
import { NativeClosure } from './native.js';

/** The tag of a key that is no string, given as what tables file it under. */
export const tagOfKey = (filed: unknown): number => {
  switch (typeof filed) {
    case 'number':
      return Number.isSafeInteger(filed) ? INTEGER : FLOAT;
    case 'bigint':
      return INTEGER;
    case 'boolean':
      return BOOLEAN;
    case 'function':
      return LIGHT_NATIVE;
    default:
      return tagOfObject(filed);
  }
};

const tagOfObject = (filed: unknown): number => {
  if (filed instanceof LuaTable) return TABLE;
  if (filed instanceof LuaFunction) return LUA_FUNCTION;
  if (filed instanceof NativeClosure) return NATIVE_CLOSURE;
  if (filed instanceof LuaState) return THREAD;
  return filed === NULL ? LIGHTUSERDATA : USERDATA;
};
