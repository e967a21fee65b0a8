/**
 * Scripts that drop what they make, so that only a collector keeps the process small, or that make much in one call.
 */
export const garbage: Record<string, string> = {
  'tables, dropped': 'while true do local t = {} for i = 1, 100000 do t[i] = {i} end end',
  'keyed tables, dropped': 'while true do local t = {} for i = 1, 60000 do t["k" .. i] = i end end',
  'short strings, dropped':
    'local t, n = {}, 0 while true do n = n + 1 t[n] = ("x"):rep(50) if n == 80000 then t, n = {}, 0 end end',
  'long keys, dropped': 'local t = {} while true do local s = ("x"):rep(3900000) t[s] = nil local _ = t[s] end',
  'lists moved into new ones':
    'local t = {} for i = 1, 300000 do t[i] = i end while true do table.move(t, 1, #t, 1, {}) end',
  'arguments packed and unpacked':
    'local t = {} for i = 1, 150000 do t[i] = i end while true do table.pack(table.unpack(t)) end',
  'results of groups, dropped': `
    local fs = {} for i = 1, 200 do fs[i] = function() local t = {} for j = 1, 500 do t[j] = {} end return t end end
    while true do parallel(table.unpack(fs)) end`,
  'JSON of a list, again and again': 'local s = "[" .. ("1,"):rep(500000) .. "1]" while true do json.decode(s) end',
  'JSON of many short strings': 'local s = "[" .. ("\\"ab\\","):rep(700000) .. "1]" while true do json.decode(s) end',
  'JSON of many empty objects': 'json.decode("[" .. ("{},"):rep(1300000) .. "1]")',
  'JSON of many lists, broken at its end':
    'local s = "[" .. ("[[]],"):rep(800000) .. "1}" while true do pcall(json.decode, s) end',
  'JSON of objects that all differ': `
    local t = {} for i = 1, 250000 do t[i] = '{"k' .. i .. '":1}' end
    local s = "[" .. table.concat(t, ",") .. "]" t = nil while true do json.decode(s) end`,
  'JSON with a long key, each time another':
    'for i = 1, 2000 do json.decode(\'{"\' .. ("k"):rep(3000000) .. i .. \'":1}\') end',
  'JSON of one text many times':
    'local s = ("x"):rep(3000) local t = {} for i = 1, 1300 do t[i] = s end while true do json.encode(t) end',
  'a dump of tables that share parts': 'local t = {} for i = 1, 50 do t = {a = t, b = t} end dump(t)',
  'a dump of a long list, again and again': 'local t = {} for i = 1, 300000 do t[i] = i end while true do dump(t) end',
  'a dump of many keys, again and again':
    'local t = {} for i = 1, 100000 do t["k" .. i] = i end while true do dump(t) end',
  'a print of one text many times':
    'local s = ("x"):rep(4000000) local t = {} for i = 1, 1000 do t[i] = s end print(table.unpack(t))',
  'a result that is one text many times':
    'local s = ("x"):rep(4000000) local t = {} for i = 1, 1000 do t[i] = s end return t, t, s, s',
  'a result that is no text, many times':
    'local s = ("\\xff"):rep(4000000) local t = {} for i = 1, 1000 do t[i] = s end return t, t, s, s',
  'a match for each byte': 'local s = ("a"):rep(4000000) while true do regex.match_all(s, "a") end',
  'a match before each byte': 'local s = ("a"):rep(1000000) while true do regex.match_all(s, "") end',
  'a template that repeats a long match': 'regex.gsub(("x"):rep(1000000), "x+", ("$0"):rep(1000000))',
};
