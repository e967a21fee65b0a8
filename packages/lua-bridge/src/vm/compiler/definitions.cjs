/* fengari's module `defs`, but that its own texts stay texts: the machine takes them as they are. The build (and jest) lead fengari's parser here. */
module.exports = { ...require('fengari/src/defs.js'), to_luastring: (text) => text };
