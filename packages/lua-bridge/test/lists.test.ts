import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { createLua } from '../src/index.js';
import { valuesOf } from './sandboxes.js';

/*
 * A list of values of one kind is kept in another way than a mixed one, and becomes one when another kind comes. What
 * is set is noted in a second table under texts; returns where the two do not agree.
 */
const SCRIPT = `
local kinds, rounds, seed = ...
local x = seed
local function random(n) x = (x * 1103515245 + 12345) % 2147483648 return x // 7 % n end
local object, f = {}, function() end
local makers = {
  integer = function(n) return n end,
  large = function(n) return math.maxinteger - n end,
  float = function(n) return n + 0.5 end,
  whole = function(n) return n * 1.0 end,
  text = function(n) return 'text ' .. n end,
  boolean = function(n) return n % 2 == 0 end,
  table = function() return object end,
  fn = function() return f end,
  native = function() return print end,
  null = function() return json.null end,
}
local t, noted = {}, {}
local function note(at, value) noted['at ' .. at] = value end
local function noteAt(at) return noted['at ' .. at] end
local function make(round)
  -- Mostly of one kind for a while.
  local kind = kinds[(random(12) == 0 and random(99) or round // 40) % #kinds + 1]
  return makers[kind](round)
end
local act = {
  append = function(value) local n = #t + 1 if n <= 60 then t[n] = value note(n, value) end end,
  insert = function(value) local n = #t + 1 if n <= 60 then table.insert(t, value) note(n, value) end end,
  set = function(value) local n = random(30) + 1 t[n] = value note(n, value) end,
  replace = function(value) local n = #t if n > 0 then n = random(n) + 1 t[n] = value note(n, value) end end,
  remove = function() local n = random(30) + 1 t[n] = nil note(n, nil) end,
  pop = function() local n = #t if n > 0 then table.remove(t) note(n, nil) end end,
  clear = function() if random(6) == 0 then for n = 1, 40 do t[n] = nil note(n, nil) end end end,
  move = function() local n = random(9) + 1 table.move(t, 1, 3, n + 3) for i = 0, 2 do note(n + 3 + i, t[1 + i]) end end,
  anew = function()
    if random(5) > 0 then return end
    t = { table.unpack(t, 1, 6) }
    for n = 7, 60 do note(n, nil) end
  end,
}
local names = { 'append', 'append', 'insert', 'set', 'replace', 'replace', 'remove', 'pop', 'clear', 'move', 'anew' }
local wrong = {}
local function isSame(a, b) return rawequal(a, b) and math.type(a) == math.type(b) end
local function check(what, at, value)
  if not isSame(value, noteAt(at)) then wrong[#wrong + 1] = what .. ' ' .. at .. ': ' .. tostring(value) end
end
local function compare()
  local count, inAll = 0, 0
  for n = 1, 60 do check('t[n]', n, t[n]) if noteAt(n) ~= nil then count = count + 1 end end
  for n, value in ipairs(t) do check('ipairs', n, value) end
  for n, value in pairs(t) do check('pairs', n, value) inAll = inAll + 1 end
  for n, value in next, t do check('next', n, value) end
  local unpacked = table.pack(table.unpack(t, 1, 60))
  for n = 1, 60 do check('unpack', n, unpacked[n]) end
  if count ~= inAll then wrong[#wrong + 1] = 'pairs gives ' .. inAll .. ' of ' .. count end
  local n = #t
  if not ((n == 0 or t[n] ~= nil) and t[n + 1] == nil) then wrong[#wrong + 1] = 'length ' .. n end
end
for round = 1, rounds do
  act[names[random(#names) + 1]](make(round))
  if round % 20 == 0 or round == rounds then compare() end
end
return table.concat(wrong, '\\n')`;

const KINDS = ['integer', 'large', 'float', 'whole', 'text', 'boolean', 'table', 'fn', 'native', 'null'];

test.each(['never', 'always'] as const)(
  'lists of values of one kind and of several keep what they are given, compile: %p',
  async (compile) => {
    const lua = createLua({ compile, limits: { instructions: 5_000_000, timeMs: Infinity } });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.constantFrom(...KINDS), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 300 }),
        fc.nat(2 ** 30),
        async (kinds, rounds, seed): Promise<void> => {
          expect(valuesOf(await lua.run(SCRIPT, { args: [kinds, rounds, seed] }))).toEqual(['']);
        },
      ),
      { numRuns: 150 },
    );
  },
);

/* Elements that lists of one kind have room for within the default limit of memory. */
test.each([
  ['integers', 'i', 2_700_000],
  ['booleans', 'i % 2 == 0', 2_700_000],
  ['one text', '"text"', 2_700_000],
])('48 MiB hold a list of millions of %s', async (_what, value, count) => {
  const lua = createLua({ limits: { instructions: Infinity, timeMs: Infinity } });
  expect(valuesOf(await lua.run(`local t = {} for i = 1, ${count} do t[i] = ${value} end return #t`))).toEqual([count]);
});

/* All that is in a list, by its keys. */
const SHOW =
  'local function show(t) local all = {} for k, v in pairs(t) do all[#all + 1] = k .. "=" .. v end return table.concat(all, " ") end ';

test.each([
  ['parallel', 'parallel({1, 2, 3, 4, 5}, function(x) if x == 5 then return x end end)', '5=5'],
  ['parallel, at both ends', 'parallel(many, function(x) if x == 1 or x == 9 then return x end end)', '1=1 9=9'],
  ['parallel of nothing', 'parallel(many, function() end)', ''],
  ['parallel, at the beginning', 'parallel(many, function(x) if x < 3 then return x end end)', '1=1 2=2'],
  ['captures', 'regex.match_all("ab", "(a)(x)?(y)?(z)?(w)?(b)")[1]', '1=a 6=b'],
  ['captures, the last one absent', 'regex.match_all("ab", "(a)(x)?(b)(y)?(z)?")[1]', '1=a 3=b'],
])('a list with absent values has the others in their places: %s', async (_what, code, expected) => {
  const lua = createLua();
  const many = 'local many = {1, 2, 3, 4, 5, 6, 7, 8, 9} ';
  expect(valuesOf(await lua.run(`${SHOW}${many}return show(${code})`))).toEqual([expected]);
  // What is absent is set later.
  const later = `local t = ${code} for n = 1, 9 do t[n] = n end t[9] = nil return show(t), #t`;
  expect(valuesOf(await lua.run(SHOW + many + later))).toEqual(['1=1 2=2 3=3 4=4 5=5 6=6 7=7 8=8', 8]);
});
