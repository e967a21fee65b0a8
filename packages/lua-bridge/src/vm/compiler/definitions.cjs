/*
 * fengari's module `defs`, but that texts stay as they are: that is how the machine takes them. The build (and jest)
 * lead fengari's parser here.
 */
module.exports = { ...require('fengari/src/defs.js'), to_luastring: (text) => text };
