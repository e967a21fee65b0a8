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
