declare module 'fengari' {
  /** A Lua state. */
  type State = object;
  export const lua: {
    lua_tojsstring(state: State, index: number): string;
    lua_getglobal(state: State, name: Uint8Array): number;
    LUA_OK: number;
  };
  export const lauxlib: {
    luaL_newstate(): State;
    luaL_dostring(state: State, code: Uint8Array): number;
  };
  export const lualib: { luaL_openlibs(state: State): void };
  export const to_luastring: (text: string) => Uint8Array;
}
