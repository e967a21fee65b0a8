/** Library functions asked for more work than a run may take. */
export const nativeWork: Record<string, string> = {
  'rep of a long string': 'return #("x"):rep(1e9)',
  'rep with a separator': 'return #(""):rep(1e9, "y")',
  'rep in a loop': 'while true do local s = ("x"):rep(4000000) end',
  'rep of nothing, for ever': 'return #(""):rep(1e15)',
  'concat over a huge __len':
    'return #table.concat(setmetatable({}, {__len = function() return 1e9 end, __index = function() return "x" end}))',
  'concat of one long string many times':
    'local s = ("x"):rep(1e6) local t = {} for i = 1, 1000 do t[i] = s end return #table.concat(t)',
  'concat between far bounds':
    'return table.concat(setmetatable({}, {__index = function() return "" end}), "", 1, 2^53)',
  'move of a huge range': 'table.move({}, 1, 1e15, 2)',
  'move over metamethods': 'table.move(setmetatable({}, {__index = function() return 1 end}), 1, 1e9, 1, {})',
  'insert into a huge __len': 'table.insert(setmetatable({}, {__len = function() return 1e15 end}), 1, "x")',
  'remove from a huge __len': 'table.remove(setmetatable({}, {__len = function() return 1e15 end}), 1)',
  'sort of a huge __len':
    'table.sort(setmetatable({}, {__len = function() return 1e9 end, __index = function(_, i) return -i end}))',
  'sort with a comparator that lies':
    'local t = {} for i = 1, 100000 do t[i] = i end while true do pcall(table.sort, t, function() return true end) end',
  'sort of strings that differ at their ends': `
    local s, t = ("x"):rep(1000000), {} for i = 1, 30 do t[i] = s .. i end while true do table.sort(t, function(a, b) return a < b end) end`,
  'unpack of a huge range': 'while true do pcall(table.unpack, {}, 1, 1e8) end',
  'unpack of many values, again and again':
    'while true do pcall(function() return table.unpack({}, 1, 190000) end) end',
  'select over many arguments':
    'local function f(...) for i = 1, 1e9 do local x = select(i % 5, ...) end end f(table.unpack({}, 1, 100000))',
  'byte of a long string': 'local s = ("x"):rep(1e6) while true do pcall(string.byte, s, 1, -1) end',
  'char with many arguments':
    'while true do string.char(table.unpack({}, 1, 0)) local t = {} for i = 1, 1000 do t[i] = 65 end string.char(table.unpack(t)) end',
  'reverse in a loop': 'local s = ("x"):rep(4e6) while true do s = s:reverse() end',
  'upper in a loop': 'local s = ("x"):rep(4e6) while true do s = s:upper() end',
  'format with huge strings': 'local s = ("x"):rep(4e6) while true do local t = ("%s%s"):format(s, s) end',
  'format with wide fields': 'while true do local t = ("%99d%99.99f%-99s"):format(1, 1, "x") end',
  'format of a long template': 'local f = ("%d"):rep(1e6) return #f:format(1)',
  'utf8.len of a long string': 'local s = ("é"):rep(2e6) while true do utf8.len(s) end',
  'utf8.codepoint of a long string': 'local s = ("é"):rep(1e6) while true do pcall(utf8.codepoint, s, 1, -1) end',
  'utf8.char with many arguments':
    'local t = {} for i = 1, 10000 do t[i] = 8364 end while true do utf8.char(table.unpack(t)) end',
  'pack of a huge fixed field': 'return #string.pack("c2000000000", "x")',
  'pack with a long format': 'local f = ("b"):rep(1e6) while true do pcall(string.pack, f, 1) end',
  'unpack of a long string': 'local s = ("x"):rep(1e6) while true do pcall(string.unpack, ("b"):rep(1e6), s) end',
  'tonumber of long digits': 'local s = ("1"):rep(4e6) while true do tonumber(s) end',
  'tonumber of long spaces': 'local s = (" "):rep(4000) .. "x" while true do tonumber(s) end',
  'tonumber with a base': 'local s = ("z"):rep(4e6) while true do tonumber(s, 36) end',
  'arithmetic on long numerals':
    'local s = ("9"):rep(4000) while true do local _ = pcall(function() return s + 1 end) end',
  'os.date with a long format': 'local f = ("%c"):rep(1e6) while true do os.date(f) end',
  'load of a long source': 'while true do load(("x = 1 "):rep(100000)) end',
  'load of deep nesting': 'while true do load(("("):rep(1e6)) end',
  'load of many constants':
    'local t = {} for i = 1, 50000 do t[i] = "x" .. i .. "=" .. i end local s = table.concat(t, " ") while true do load(s) end',
  'load of a long comment': 'while true do load("--" .. ("x"):rep(1e6)) end',
  'load of a long string': 'while true do load("return [[" .. ("x"):rep(1e6) .. "]]") end',
  'load of long elseif chains': 'while true do load("if x then " .. ("elseif x then "):rep(50000) .. " end") end',
  'json.encode of shared tables': 'local t = {} for i = 1, 60 do t = {t, t} end json.encode(t)',
  'json.decode of deep nesting': 'json.decode(("["):rep(1e6))',
  'json.encode in a loop': 'local t = {} for i = 1, 10000 do t[i] = i end while true do json.encode(t) end',
  'print of shared tables': 'local t = {} for i = 1, 50 do t = {t, t} end print(t)',
  'equality of long strings': 'local a, b = ("x"):rep(4e6), ("x"):rep(4e6) while true do local _ = a == b end',
  'raw equality of long strings': 'local a, b = ("x"):rep(4e6), ("x"):rep(4e6) while true do rawequal(a, b) end',
  'order of long strings': 'local a, b = ("x"):rep(4e6), ("x"):rep(4e6) while true do local _ = a < b end',
  'next over removed keys':
    'local t = {} for i = 1, 200000 do t[i] = i end for i = 1, 199999 do t[i] = nil end while true do next(t) end',
  'a queue over a long list':
    'local t, head, tail = {}, 1, 0 while true do tail = tail + 1 t[tail] = tail if tail > 1000 then t[head] = nil head = head + 1 end end',
  'next with a bad key, again and again': 'while true do pcall(next, {}, {}) end',
};
