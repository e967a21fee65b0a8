/*
 * What scripts look for in vain. Each is nil, so that libraries that ask for it find out; whoever uses it all the same
 * is told by name that it is not there.
 */

const IN_SANDBOX = [
  'dofile loadfile package debug.debug debug.gethook debug.getlocal debug.getmetatable debug.getregistry',
  'debug.getupvalue debug.getuservalue debug.sethook debug.setlocal debug.setmetatable debug.setupvalue',
  'debug.setuservalue debug.upvalueid debug.upvaluejoin io.close io.input io.lines io.open io.output io.popen io.read',
  'io.stdin io.tmpfile io.type os.execute os.exit os.remove os.rename os.setlocale os.tmpname string.dump',
]
  .join(' ')
  .split(' ');

/* Names of older Lua, and what 5.3 has instead. */
const OLDER: Readonly<Record<string, string>> = {
  unpack: 'table.unpack',
  loadstring: 'load',
  setfenv: 'load with an environment, or a local _ENV',
  getfenv: '_ENV',
  'table.getn': '#',
  'table.maxn': '#',
  'string.gfind': 'string.gmatch',
  'math.mod': 'math.fmod',
  module: 'a table that the module returns',
};

/** What is said of each missing name. */
export const MISSING: ReadonlyMap<string, string> = new Map([
  ...IN_SANDBOX.map((name): [string, string] => [name, `${name} is not in this sandbox`]),
  ...Object.entries(OLDER).map(([name, instead]): [string, string] => [
    name,
    `${name} is not in Lua 5.3: use ${instead}`,
  ]),
]);
