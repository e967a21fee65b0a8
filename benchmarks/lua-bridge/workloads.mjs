/** Lua programs that every contender runs as they are. */
export const compute = {
  'fib(27)': 'local function fib(n) if n < 2 then return n end return fib(n - 1) + fib(n - 2) end return fib(27)',
  '100k string pieces':
    'local t = {} for i = 1, 100000 do t[#t + 1] = "piece " .. i end local s = table.concat(t, ",") return #s',
  '100k string keys':
    'local t = {} for i = 1, 100000 do t["key" .. i] = i end local s = 0 for i = 1, 100000 do s = s + t["key" .. i] end return s',
  'sort 100k by comparator':
    'local t, x = {}, 42 for i = 1, 100000 do x = (x * 1664525 + 1013904223) % 4294967296 t[i] = x % 1000003 end table.sort(t, function(a, b) return a < b end) return t[1]',
  'gsub over 1 MB':
    'local s = ("The quick brown fox, 42 years old. "):rep(30000) local r, n = s:gsub("%w+", "<%0>") return n',
  'gmatch over 1 MB':
    'local s = ("The quick brown fox, 42 years old. "):rep(30000) local n = 0 for w in s:gmatch("%a+") do n = n + #w end return n',
  'find over 1 MB':
    'local s = ("The quick brown fox, 42 years old. "):rep(30000) local n, at = 0, 1 while true do local a, b = s:find("%d+", at) if not a then break end n, at = n + 1, b + 1 end return n',
};

/** Programs that call the host; `n` calls each. */
export const calls = {
  'host call f(i)': { n: 100000, code: 'local f = f for i = 1, 100000 do f(i) end' },
  'host call with a table': {
    n: 10000,
    code: 'local f = g for i = 1, 10000 do f({ id = i, name = "Ann", email = "ann@example.com", active = true, nested = { plan = "pro", seats = 5 } }) end',
  },
  '1,000 x 5 records': {
    n: 1,
    code: 'local sum = 0 for _, r in ipairs(records()) do sum = sum + r.id + r.score + #r.name + #r.email if r.active then sum = sum + 1 end end return sum',
  },
};

/** Records for the third. */
export const records = Array.from({ length: 1000 }, (_, i) => ({
  id: i,
  name: `user ${i}`,
  email: `user${i}@example.com`,
  score: i / 3,
  active: i % 2 === 0,
}));
