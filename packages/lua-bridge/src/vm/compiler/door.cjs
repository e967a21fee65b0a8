/*
 * What fengari's compiler finds in place of the rest of fengari: of its modules `lobject`, `ldo`, `ltable` and so on,
 * which the build (and jest) lead here. `answers.ts` puts in what it asks of them. Some functions the compiler takes
 * as it loads, before there can be answers: those stand here from the start and hand on.
 */
const door = module.exports;

// These two are also called as the compiler loads: for a value that it only reads, and for its table of reserved words.
door.makeValue = (type, value) => ({ type, value });
door.makeKey = (bytes) => String.fromCharCode(...bytes);

// Called with `new`, so no arrows.
door.TValue = function (type, value) {
  return door.makeValue(type, value);
};
door.Proto = function (compilation) {
  return door.makeFunction(compilation);
};

door.luaS_bless = (_, bytes) => door.makeString(bytes);
door.luaS_new = (_, bytes) => door.makeString(bytes.slice());
door.luaS_newliteral = (_, text) => door.makeLiteral(text);
door.luaS_hash = (bytes) => door.makeKey(bytes);
door.luaS_hashlongstr = (string) => string.key;
door.luaS_eqlngstr = (a, b) => a.key === b.key;

door.LUAI_MAXSTACK = 1_000_000;
door.MAXUPVAL = 255;
door.UTF8BUFFSZ = 8;
