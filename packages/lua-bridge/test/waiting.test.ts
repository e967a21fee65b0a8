import { createHook } from 'node:async_hooks';

import { afterAll, describe, expect, test } from '@jest/globals';

import { createLua, hostFunction, type LuaOptions } from '../src/index.js';
import { later, sandboxes, valuesOf } from './sandboxes.js';

/* Where a script may wait for a host function: everywhere. */
const places: readonly (readonly [string, string, string])[] = [
  ['a gsub callback', 'return (("a b"):gsub("%w", function(c) return slow(c:upper()) end))', 'A B'],
  [
    'a sort comparator',
    'local t = {3, 1, 2} table.sort(t, function(a, b) return slow(a < b) end) return table.concat(t)',
    '123',
  ],
  ['tostring', 'return tostring(setmetatable({}, {__tostring = function() return slow("text") end}))', 'text'],
  ['format', 'return ("<%s>"):format(setmetatable({}, {__tostring = function() return slow("text") end}))', '<text>'],
  [
    '__pairs',
    'for k in pairs(setmetatable({}, {__pairs = function() return slow(next), {key = 1} end})) do return k end',
    'key',
  ],
  ['a load reader', 'local n = 0 return load(function() n = n + 1 return slow(({"return ", "\'x\'"})[n]) end)()', 'x'],
  ['an iterator', 'for v in function() return slow("v") end do return v end', 'v'],
  ['__index', 'return setmetatable({}, {__index = function(_, k) return slow(k) end}).key', 'key'],
  ['__add', 'return setmetatable({}, {__add = function(a, b) return slow(b) end}) + "sum"', 'sum'],
  ['__concat', 'return setmetatable({}, {__concat = function(a, b) return slow(b) end}) .. "x"', 'x'],
  [
    '__lt',
    'return tostring(setmetatable({}, {__lt = function() return slow(true) end}) < setmetatable({}, {}))',
    'true',
  ],
  ['__call', 'return setmetatable({}, {__call = function(_, v) return slow(v) end})("called")', 'called'],
  ['xpcall', 'return select(2, xpcall(function() return slow("ok") end, print))', 'ok'],
  [
    'nested coroutines',
    'return coroutine.wrap(function() return coroutine.wrap(function() return slow("deep") end)() end)()',
    'deep',
  ],
  ['a regex callback', 'return (regex.gsub("ab", "[ab]", function(c) return slow(c:upper()) end))', 'AB'],
  ['a required module', 'return require("module")', 'loaded'],
  [
    '__index under table.concat',
    'return table.concat(setmetatable({}, {__index = function(_, i) return slow("i" .. i) end}), ",", 1, 3)',
    'i1,i2,i3',
  ],
  [
    '__len under table.concat',
    'return table.concat(setmetatable({"a", "b", "c"}, {__len = function() return slow(2) end}))',
    'ab',
  ],
  [
    '__index under table.unpack',
    'return select("#", table.unpack(setmetatable({}, {__index = function(_, i) return slow(i) end}), 1, 30)) .. ""',
    '30',
  ],
  [
    '__len under table.unpack',
    'return (select(2, table.unpack(setmetatable({"a", "b"}, {__len = function() return slow(2) end}))))',
    'b',
  ],
  [
    '__newindex under table.insert',
    'local log = {} local t = setmetatable({}, {__newindex = function(t, k, v) rawset(t, k, slow(v) .. k) end}) table.insert(t, "a") table.insert(t, "b") return t[1] .. t[2]',
    'a1b2',
  ],
  [
    '__index and __newindex under table.insert in the middle',
    `local data = {"a", "b"} local t = setmetatable({}, {__len = function() return slow(#data) end,
      __index = function(_, k) return slow(data[k]) end, __newindex = function(_, k, v) data[k] = slow(v) end}) table.insert(t, 1, "x") return table.concat(data)`,
    'xab',
  ],
  [
    'metamethods under table.remove',
    `local data = {"a", "b", "c"} local t = setmetatable({}, {__len = function() return slow(#data) end,
      __index = function(_, k) return slow(data[k]) end, __newindex = function(_, k, v) data[k] = slow(v) end}) return table.remove(t, 1) .. table.concat(data)`,
    'abc',
  ],
  [
    'metamethods under table.move',
    `local data = {} local from = setmetatable({}, {__index = function(_, k) return slow("v" .. k) end})
      table.move(from, 1, 2, 1, setmetatable({}, {__newindex = function(_, k, v) data[k] = slow(v) end})) return table.concat(data)`,
    'v1v2',
  ],
  [
    '__eq under table.move',
    'local mt = {__eq = function() return slow(true) end} local a, b = setmetatable({1, 2, 3}, mt), setmetatable({}, mt) table.move(a, 1, 2, 2, b) return tostring(b[2]) .. b[3]',
    '12',
  ],
  [
    '__lt under table.sort',
    `local mt = {__lt = function(a, b) return slow(a.n < b.n) end} local t = {} for i, n in ipairs {3, 1, 2} do t[i] = setmetatable({n = n}, mt) end
      table.sort(t) return t[1].n .. t[2].n .. t[3].n`,
    '123',
  ],
  [
    '__index, __newindex and __len under table.sort',
    `local data = {"c", "a", "b"} local t = setmetatable({}, {__len = function() return slow(3) end,
      __index = function(_, k) return slow(data[k]) end, __newindex = function(_, k, v) data[k] = slow(v) end}) table.sort(t) return table.concat(data)`,
    'abc',
  ],
  [
    '__index under ipairs',
    'local s = "" for i, v in ipairs(setmetatable({}, {__index = function(_, i) return i < 4 and slow("v" .. i) or nil end})) do s = s .. v end return s',
    'v1v2v3',
  ],
  [
    '__index of a replacement table',
    'return (("a b"):gsub("%w", setmetatable({}, {__index = function(_, k) return slow(k:upper()) end})))',
    'A B',
  ],
  [
    '__newindex',
    'local t = setmetatable({}, {__newindex = function(t, k, v) rawset(t, k, slow(v)) end}) t.key = "set" return t.key',
    'set',
  ],
  ['__len', 'return #setmetatable({}, {__len = function() return slow("long") end})', 'long'],
  [
    '__eq',
    'local mt = {__eq = function() return slow(true) end} return tostring(setmetatable({}, mt) == setmetatable({}, mt))',
    'true',
  ],
  [
    '__le',
    'local mt = {__le = function() return slow(true) end} return tostring(setmetatable({}, mt) <= setmetatable({}, mt))',
    'true',
  ],
  [
    '__lt in place of __le',
    'local mt = {__lt = function() return slow(false) end} return tostring(setmetatable({}, mt) <= setmetatable({}, mt))',
    'true',
  ],
  [
    '__unm and __bnot',
    'local mt = {__unm = function() return slow("minus") end, __bnot = function() return slow("not") end} return -setmetatable({}, mt) .. ~setmetatable({}, mt)',
    'minusnot',
  ],
  [
    '__concat of several',
    'local mt = {__concat = function(a, b) return slow((type(a) == "table" and "t" or a) .. (type(b) == "table" and "t" or b)) end} return "x" .. setmetatable({}, mt) .. "y" .. "z"',
    'xtyz',
  ],
  ['print', 'print(setmetatable({}, {__tostring = function() return slow("shown") end})) return "printed"', 'printed'],
  [
    'a replaced tostring under print',
    'tostring = function(v) return slow("own") end print(1) return "printed"',
    'printed',
  ],
  [
    '__call under pcall',
    'return select(2, pcall(setmetatable({}, {__call = function(_, v) return slow(v) end}), "called"))',
    'called',
  ],
  [
    '__call as an iterator',
    'for v in setmetatable({}, {__call = function() return slow("v") end}) do return v end',
    'v',
  ],
  [
    'an __index chain',
    'local a = setmetatable({}, {__index = function(_, k) return slow(k) end}) return setmetatable({}, {__index = setmetatable({}, {__index = a})}).deep',
    'deep',
  ],
  [
    'the handler of xpcall',
    'return select(2, xpcall(error, function(e) return slow(e .. "!") end, "raised"))',
    'raised!',
  ],
  [
    'the handler of xpcall, for an error in the VM',
    'return (select(2, xpcall(function() local x = nil + 1 end, function(e) return slow("handled") end)))',
    'handled',
  ],
  [
    'metamethods in parallel',
    'return (parallel(function() return table.concat(setmetatable({}, {__index = function(_, i) return slow("p" .. i) end}), "", 1, 2) end, function() return slow("q") end))',
    'p1p2',
  ],
  [
    'metamethods in a coroutine',
    'return coroutine.wrap(function() return table.concat(setmetatable({}, {__index = function(_, i) return slow("c" .. i) end}), "", 1, 2) end)()',
    'c1c2',
  ],
];

describe('a wait', () => {
  const countPromises = async (name: string, calls: number): Promise<number> => {
    const lua = createLua({ limits: { hostCalls: Infinity } })
      .set('slow', (value: number) => Promise.resolve(value))
      .set(
        'told',
        hostFunction((_call, value: number) => Promise.resolve(value)),
      );
    let promises = 0;
    const hook = createHook({
      init: (_id, type) => {
        if (type === 'PROMISE') promises++;
      },
    });
    hook.enable();
    const result = await lua.run(`local n = 0 for i = 1, ${calls} do n = n + ${name}(1) end return n`);
    hook.disable();
    expect(valuesOf(result)).toEqual([calls]);
    return promises;
  };

  test.each(['slow', 'told'])('makes one promise besides that of the function, for %s', async (name) => {
    await countPromises(name, 1);
    const fewer = await countPromises(name, 100);
    expect((await countPromises(name, 200)) - fewer).toBe(200);
  });

  test('lets coroutines, iterators and protected calls go on where they were, any number of times', async () => {
    const lua = createLua().set('slow', (value: unknown) => Promise.resolve(value));
    const code = `
      local function each(n) return coroutine.wrap(function() for i = 1, n do coroutine.yield(slow(i)) slow() end end) end
      local sum = 0
      for i in each(50) do
        local ok, value = pcall(function() for j in each(3) do if slow(j) == 3 then error(slow("three")) end end end)
        sum = sum + (ok and 1000 or 0) + #value + i
      end
      local last = (function() return slow(sum) end)()
      return last, select("#", slow()), select("#", (slow()))`;
    const three = 'script.lua:5: three'.length;
    expect(valuesOf(await lua.run(code))).toEqual([50 * three + 1275, 1, 1]);
  });
});

describe.each(sandboxes)('a script %s waits', (_kind, create) => {
  const options: LuaOptions = { modules: { module: 'return slow("loaded")' } };
  const lua = create(options);
  lua.set('slow', (value: unknown) => later(1, value));
  afterAll(() => {
    lua[Symbol.dispose]();
  });

  test.each(places)('in %s', async (_where, script, expected) => {
    expect(valuesOf(await lua.run(script))).toEqual([expected]);
  });
});
