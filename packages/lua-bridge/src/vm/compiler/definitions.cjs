/*
 * What fengari's parser takes of its module `defs`: the numbers of operators, as `lua.h` orders them, and of kinds of
 * values. Texts stay as they are: that is how the machine takes them. Jest leads the parser here; the build puts the
 * numbers in place of their names.
 */
module.exports = {
  LUA_MULTRET: -1,
  LUA_OPADD: 0,
  LUA_OPBAND: 7,
  LUA_OPBNOT: 13,
  LUA_OPBOR: 8,
  LUA_OPBXOR: 9,
  LUA_OPDIV: 5,
  LUA_OPIDIV: 6,
  LUA_OPMOD: 3,
  LUA_OPSHL: 10,
  LUA_OPSHR: 11,
  LUA_OPUNM: 12,
  constant_types: {
    LUA_TNIL: 0,
    LUA_TBOOLEAN: 1,
    LUA_TLIGHTUSERDATA: 2,
    LUA_TTABLE: 5,
    LUA_TLNGSTR: 20,
    LUA_TNUMFLT: 3,
    LUA_TNUMINT: 19,
  },
  to_luastring: (text) => text,
};
