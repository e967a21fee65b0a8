import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { createLua } from '../src/index.js';
import { valuesOf } from './sandboxes.js';

/*
 * A table is a list and a keyed part, and keys move between the two. Whatever is done to one, it has the keys that were
 * set, each once, and a traversal ends.
 */

const lua = createLua({ limits: { instructions: 1_000_000 } });

type Key = number | string;

const key: fc.Arbitrary<Key> = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 12 }) },
  { weight: 1, arbitrary: fc.integer({ min: -3, max: 40 }) },
  { weight: 1, arbitrary: fc.constantFrom(1.5, -0.5, 2 ** 40) },
  { weight: 3, arbitrary: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l') },
);

const step = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(fc.constant('set'), key, fc.nat(99)) },
  { weight: 3, arbitrary: fc.tuple(fc.constant('remove'), key) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('append'), fc.nat(99)) },
  { weight: 2, arbitrary: fc.tuple(fc.constant('pop')) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('clear'), fc.nat(2)) },
);

/* Does the steps, and notes what was set; `false` stands for nil. */
const SCRIPT = `
local start, steps = ...
local t = load('return ' .. start)()
local log = {}
local function note(key, value) log[#log + 1] = { key, value } end
for key = 1, 3 do note(key, t[key] or false) end
note('a', t.a or false)
local act = {}
function act.set(key, value) t[key] = value note(key, value) end
function act.remove(key) t[key] = nil note(key, false) end
function act.append(value) act.set(#t + 1, value) end
function act.pop()
  local last = #t
  if last > 0 then table.remove(t) note(last, false) end
end
function act.clear(rest)
  -- A traversal may remove as it goes.
  for key, value in pairs(t) do
    if value % 3 == rest then act.remove(key) end
  end
end
for _, step in ipairs(steps) do act[step[1]](table.unpack(step, 2)) end
local found, read = {}, {}
for key, value in pairs(t) do
  found[#found + 1] = { key, value }
  read[#read + 1] = t[key]
end
return log, found, read`;

type Pairs = readonly (readonly [Key, number | false])[];

/** What is left of what was set, in an order of its own. */
const sum = (log: Pairs): unknown[] => sort([...new Map(log)].filter(([, value]) => value !== false));

const sort = (pairs: Pairs): unknown[] => [...pairs].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));

test('a table has every key that was set, once, whatever was done to it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('{}', '{7, 8, 9}', '{7, nil, 9}', '{a = 1}', '{7, 8, a = 3}'),
      fc.array(step, { maxLength: 60, size: 'max' }),
      async (start, steps): Promise<void> => {
        const [log, ...lists] = valuesOf(await lua.run(SCRIPT, { args: [start, steps] }));
        // An empty table crosses as an empty object.
        const [found = [], read = []] = lists.map((list) => Object.values(list as object) as unknown[]);
        expect(sort(found as Pairs)).toEqual(sum(log as Pairs));
        expect(read).toEqual((found as Pairs).map(([, value]) => value));
      },
    ),
    { numRuns: 1_500 },
  );
});

/*
 * Large tables: what is set is noted in a second table under texts, which are filed in another way. Returns what the
 * two do not agree on.
 */
const LARGE = `
local keys, rounds, seed = ...
local t, noted, live = {}, {}, 0
local function text(key) return 'key ' .. key end
local function set(key, value)
  if (noted[text(key)] == nil) ~= (value == nil) then live = live + (value == nil and -1 or 1) end
  t[key], noted[text(key)] = value, value
end
local x = seed
local function random(n) x = (x * 1103515245 + 12345) % 2147483648 return x // 7 % n end
local first, last, done, block, taken = 1, 0, 0, 50, 0
local pick = {
  queue = function()
    if random(9) < 5 then last = last + 1 return last, true end
    if first > last then return 1, false end
    first = first + 1
    return first - 1, false
  end,
  -- A queue that is filled from behind, block by block.
  blocks = function()
    if random(9) < 5 then
      if block <= done then done, block = done + 50, done + 50 + 50 end
      block = block - 1
      return block + 1, true
    end
    taken = taken + 1
    return taken, false
  end,
  sparse = function() return random(500) * 8589934 - 2147483648, random(3) > 0 end,
  wide = function() return random(500) * 9007199254 + 3, random(3) > 0 end,
  list = function() return random(20000) + 1, random(3) > 0 end,
  texts = function() return 's' .. random(900), random(3) > 0 end,
}
for round = 1, rounds do
  for _, kind in ipairs(keys) do
    local key, isSet = pick[kind]()
    set(key, isSet and round or nil)
  end
end
local wrong, count = {}, 0
for key, value in pairs(t) do
  count = count + 1
  if noted[text(key)] ~= value then wrong[#wrong + 1] = key end
end
for i = 1, 500 do
  local key = random(30000)
  if t[key] ~= noted[text(key)] then wrong[#wrong + 1] = key end
end
local length = #t
local isBorder = (length == 0 or t[length] ~= nil) and t[length + 1] == nil
return #wrong, count - live, isBorder`;

test('a large table has every key that was set, once, wherever its keys are', async () => {
  const large = createLua({ limits: { instructions: Infinity, timeMs: Infinity } });
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.constantFrom('queue', 'blocks', 'sparse', 'wide', 'list', 'texts'), { minLength: 1 }),
      fc.integer({ min: 1, max: 4_000 }),
      fc.nat(2 ** 30),
      async (keys, rounds, seed): Promise<void> => {
        expect(valuesOf(await large.run(LARGE, { args: [keys, rounds, seed] }))).toEqual([0, 0, true]);
      },
    ),
    { numRuns: 20 },
  );
});

/* What lua5.3 says; a table with more than some thousand elements, or free places, keeps its sizes in another way. */
test.each([
  ['40000, {39999, 40000, 20000, 32768, 16384}', '40000 39998 39998 32767 16383'],
  ['16384, {100, 16384, 8192, 12288}', '16384 16383 8191 8191'],
  ['16383, {16383, 8192, 16382}', '16382 8191 8191'],
])('a large list with holes is as long as in lua5.3: %s', async (given, expected) => {
  const code = `
    local n, removed = ${given}
    local t, lengths = {}, {}
    for i = 1, n do t[i] = i end
    for _, i in ipairs(removed) do t[i] = nil lengths[#lengths + 1] = #t end
    return table.concat(lengths, ' ')`;
  expect(valuesOf(await lua.run(code))).toEqual([expected]);
});

test.each([
  [
    'for i = 1, 300 do t["k" .. i] = i end for i = 1, 300 do t["k" .. i] = nil end ' +
      'for i = 1, 40 do t[i] = i end t[33], t[40] = nil',
    39,
  ],
  ['for i = 1, 20000 do t[i] = i end for i = 1, 19000 do t[i] = nil end t[20001], t[25000], t[19500] = 1, 1, nil', 0],
  ['for i = 40000, 1, -1 do t[i] = i end t[40000], t[30000] = nil', 39999],
  ['for i = 40000, 1, -1 do t[i] = i end t[40000], t[30000], t[32768] = nil', 32767],
])('a table whose keys moved is as long as in lua5.3: %s', async (code, expected) => {
  expect(valuesOf(await lua.run(`local t = {} ${code} return #t`))).toEqual([expected]);
});

test('an element that was removed and comes back ahead of its turn is there once when the list reaches it', async () => {
  const code = `
    local wrong = {}
    for first = 0, 4 do
      for at = first + 2, 20 do
        for others = 0, 14 do
          local t = {}
          for n = 1, first do t[n] = n end
          t[at] = 1 t[at] = nil
          for n = 1, others do t['key ' .. n] = n end
          t[at] = 5
          for n = first + 1, 30 do table.insert(t, n) end
          local count, seen = 0, {}
          for key in pairs(t) do
            if seen[key] then count = 'twice' break end
            seen[key], count = true, count + 1
          end
          if count ~= 31 + others or t[at] ~= 5 then wrong[#wrong + 1] = first .. ' ' .. at .. ' ' .. others end
        end
      end
    end
    return table.concat(wrong, ', ')`;
  expect(valuesOf(await lua.run(code))).toEqual(['']);
});

test('objects are told apart by an address that stays theirs', async () => {
  const code = `
    local objects, seen, twice = {}, {}, 0
    local makers = {
      function() return {} end,
      function() local x return function() return x end end,
      function() return coroutine.create(print) end,
      function() return coroutine.wrap(print) end,
      function() return ("a"):gmatch("a") end,
    }
    for i = 1, 50 do objects[i] = makers[i % 5 + 1]() end
    for _, object in ipairs(objects) do
      local text = tostring(object)
      if seen[text] or text ~= ("%s"):format(object) then twice = twice + 1 end
      seen[text] = true
    end
    collectgarbage()
    for _, object in ipairs(objects) do if not seen[tostring(object)] then twice = twice + 1 end end
    return twice, (tostring({}):gsub("%x+$", ""))`;
  expect(valuesOf(await lua.run(code))).toEqual([0, 'table: 0x']);
});

test('the address of an object counts as memory as long as the object does', async () => {
  const code = `
    local function count() collectgarbage() return collectgarbage("count") * 1024 end
    local kept = {}
    for i = 1, 1000 do kept[i] = {} end
    local before = count()
    for i = 1, 1000 do tostring(kept[i]) end
    local asked = count() - before
    for i = 1, 5000 do tostring({}) end
    return asked // 1000, count() - before - asked < 50000`;
  // What is compiled counts as memory too.
  expect(valuesOf(await createLua({ compile: 'never' }).run(code))).toEqual([48, true]);
});
