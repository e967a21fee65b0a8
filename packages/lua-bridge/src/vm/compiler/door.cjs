/*
 * What fengari's parser finds in place of the rest of fengari: of its modules `llex`, `lobject`, `ldo`, `ltable` and so
 * on, which the build (and jest) lead here. `answers.ts` puts in what it asks of them. Some functions it takes as it
 * loads, before there can be answers: those stand here from the start and hand on.
 */
const door = module.exports;

// Called with `new`, so no arrows.
door.TValue = function (type, value) {
  return new door.SourceValue(type, value);
};
door.Proto = function (compilation) {
  return door.makeFunction(compilation);
};

door.luaS_new = (_, text) => door.makeString(text);
door.luaS_newliteral = door.luaS_new;
door.luaS_eqlngstr = (a, b) => a.key === b.key;

door.RESERVED = {};
door.LUAI_MAXSTACK = 1_000_000;
door.MAXUPVAL = 255;
