import type { LuaFunction } from './lua-value.js';

/** Lets a host drop the promises of a Lua function: a script must not end the process by an error nobody looks at. */
export const handled =
  (fn: LuaFunction): LuaFunction =>
  (...args) => {
    const result = fn(...args);
    result.catch(() => undefined);
    return result;
  };
