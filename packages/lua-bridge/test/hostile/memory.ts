/** Scripts that hoard. */
export const memory: Record<string, string> = {
  'doubling a string': 'local s = "x" while true do s = s .. s end',
  'doubling a string in parts': 'local s = "x" while true do s = s .. "y" .. s end',
  'a table of long strings': 'local t = {} for i = 1, 1e9 do t[i] = ("x"):rep(1e5) .. i end',
  'a table of tables': 'local t = {} for i = 1, 1e9 do t[i] = {} end',
  'a table of keyed tables': 'local t = {} for i = 1, 1e9 do t[i] = {a = 1, b = 2} end',
  'a linked list': 'local l while true do l = {l} end',
  'a table of numbers': 'local t = {} for i = 1, 1e9 do t[i] = i + 0.5 end',
  'a table of keys': 'local t = {} for i = 1, 1e9 do t["k" .. i] = true end',
  'a sparse table': 'local t = {} for i = 1, 1e9 do t[i * 7] = i end',
  'a queue that keeps everything': 'local t, n = {}, 0 while true do n = n + 1 t[-n] = n end',
  closures: 'local t = {} for i = 1, 1e9 do t[i] = function() return i end end',
  coroutines: 'local t = {} for i = 1, 1e9 do t[i] = coroutine.create(function() end) end',
  'suspended coroutines':
    'local t = {} for i = 1, 1e9 do t[i] = coroutine.wrap(function() coroutine.yield() end) t[i]() end',
  'coroutines in coroutines': 'local function f() coroutine.wrap(f)() end f()',
  'many short coroutines': 'while true do coroutine.wrap(function() end)() end',
  recursion: 'local function f() return 1 + f() end f()',
  'recursion in a pcall loop': 'local function f() return 1 + f() end while true do pcall(f) end',
  'recursion with many locals': `local function f(...) local ${Array.from({ length: 150 }, (_, i) => `a${i}`).join(', ')} return 1 + f(...) end f()`,
  'recursion with many arguments': 'local function f(...) return 1 + f(1, ...) end f()',
  'recursion through a metamethod': 'local t = setmetatable({}, {__index = function(t, k) return t[k] end}) return t.x',
  'recursion through tostring':
    'local t = setmetatable({}, {__tostring = function(t) return tostring(t) end}) tostring(t)',
  'recursion through sort': 'local function f() table.sort({1, 2}, function() f() end) end f()',
  'recursion through gsub': 'local function f() return (("x"):gsub("x", f)) end f()',
  'recursion through load': 'local function f() return load(f) end f() local s = "s=...; load(s)(s)" load(s)(s)',
  'upvalues that hold strings':
    'local t = {} for i = 1, 1e9 do local s = ("x"):rep(1e5) .. i t[i] = function() return s end end',
  'strings in the registers of coroutines': `
    local t = {} for i = 1, 1e9 do
      t[i] = coroutine.wrap(function() local s = ("x"):rep(1e5) .. i coroutine.yield() return s end) t[i]() end`,
  'strings as keys': 'local t = {} for i = 1, 1e9 do t[("x"):rep(1e5) .. i] = 1 end',
  'strings in metatables': 'local l for i = 1, 1e9 do l = setmetatable({}, {l, ("x"):rep(1e5) .. i}) end',
  'loaded chunks': 'local t = {} for i = 1, 1e9 do t[i] = load("return " .. ("{},"):rep(100) .. i) end',
  'packed varargs': 'local t = {} for i = 1, 1e9 do t[i] = table.pack(table.unpack({}, 1, 1000)) end',
  'pattern iterators': 'local t = {} for i = 1, 1e9 do t[i] = ("x"):gmatch("x") end',
  'pattern iterators over long strings': 'local t = {} for i = 1, 1e9 do t[i] = (("x"):rep(1e5) .. i):gmatch("x") end',
  'a sort of a huge __len':
    'table.sort(setmetatable({}, {__len = function() return 2e9 end, __index = function(_, i) return i end}))',
  'parallel coroutines':
    'local t = {} for i = 1, 1e5 do t[i] = i end parallel(t, function(i) local u = {} for j = 1, 1000 do u[j] = {} end return u end)',
  'groups in groups': 'local function f() return parallel(f, f) end f()',
  'a deep table given back': 'local t = {} for i = 1, 1e5 do t = {t} end error(t)',
  'json arrays': 'local t = {} for i = 1, 1e9 do t[i] = json.decode("[" .. ("1,"):rep(1000) .. "1]") end',
  'an output flood': 'while true do print(("x"):rep(1000)) end',
  'an output flood of empty lines': 'while true do print() end',
};
