import { createRequire } from 'node:module';

/** The part of the Lua machine the tests use; it brings no types of its own. */
interface Fengari {
  readonly lua: {
    lua_tojsstring(state: object, index: number): string;
    lua_getglobal(state: object, name: Uint8Array): number;
    readonly LUA_OK: number;
  };
  readonly lauxlib: { luaL_newstate(): object; luaL_dostring(state: object, code: Uint8Array): number };
  readonly lualib: { luaL_openlibs(state: object): void };
  readonly to_luastring: (text: string) => Uint8Array;
}

const require = createRequire(import.meta.url);
const { lua, lauxlib, lualib, to_luastring } = require('fengari') as Fengari;

/** A call a script made, its table as JSON data. */
export interface LuaCall {
  readonly path: string;
  readonly input: unknown;
}

// Every function of the namespace records its call and returns a value whose every field reads as itself.
const prelude = `
local array = {}
json = { null = setmetatable({}, array), array = function(t) return setmetatable(t, array) end }
local function quoted(s) return '"' .. s:gsub('[%c"\\\\]', function(c) return ('\\\\u%04x'):format(c:byte()) end) .. '"' end
local function encode(v)
  if v == json.null then return 'null' end
  if type(v) == 'string' then return quoted(v) end
  if type(v) ~= 'table' then return tostring(v) end
  local parts = {}
  if #v > 0 or getmetatable(v) == array then
    for _, entry in ipairs(v) do parts[#parts + 1] = encode(entry) end
    return '[' .. table.concat(parts, ',') .. ']'
  end
  for key, entry in pairs(v) do parts[#parts + 1] = quoted(key) .. ':' .. encode(entry) end
  return '{' .. table.concat(parts, ',') .. '}'
end
local result = setmetatable({}, {
  __index = function(self, key) if type(key) ~= 'number' or key == 1 then return self end end,
  __concat = function() return '' end,
})
local calls = {}
print = function() end
function record(path)
  return setmetatable({}, {
    __index = function(_, name) return record(path .. '.' .. name) end,
    __call = function(_, input)
      calls[#calls + 1] = '{"path":' .. quoted(path) .. ',"input":' .. encode(input) .. '}'
      return result
    end,
  })
end
function finish() recorded = '[' .. table.concat(calls, ',') .. ']' end
`;

const evaluate = (code: string, result: string): string => {
  const state = lauxlib.luaL_newstate();
  lualib.luaL_openlibs(state);
  if (lauxlib.luaL_dostring(state, to_luastring(code)) !== lua.LUA_OK) {
    throw new Error(`${lua.lua_tojsstring(state, -1)} in\n${code}`);
  }
  lua.lua_getglobal(state, to_luastring(result));
  return lua.lua_tojsstring(state, -1);
};

/** Runs a script and returns the calls it made of a library's functions. */
export const callsOf = (code: string, namespace: string): LuaCall[] => {
  const [root = ''] = namespace.split('.');
  const script = `${prelude}\n${root} = record('${root}')\ndo\n${code}\nend\nfinish()`;
  return JSON.parse(evaluate(script, 'recorded')) as LuaCall[];
};

/** The Lua types of some paths after a chunk has run. */
export const typesAfter = (code: string, paths: readonly string[]): string[] =>
  evaluate(
    `do\n${code}\nend\nresult = table.concat({ ${paths.map((path) => `type(${path})`).join(', ')} }, ' ')`,
    'result',
  ).split(' ');
