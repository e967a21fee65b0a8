import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';

import { beforeAll, describe, expect, test } from '@jest/globals';

import { createLua } from '../src/index.js';
import { valuesOf } from './sandboxes.js';

/*
 * What counts as memory is compared with what the engine takes, in a process of its own that can collect its garbage,
 * and with what Lua's own machine takes.
 */

/* What scripts typically hold: each makes a global `t` of about `N` values. The benchmark reads it too. */
const holdings = JSON.parse(readFileSync(new URL('programs/holdings.json', import.meta.url), 'utf8')) as Readonly<
  Record<string, string>
>;

const N = 100_000;

/* Bytes that Debian's lua5.3 counts for the same, after two full collections. */
const puc = {
  'lists of integers': 2_734_096,
  'lists of floats': 2_734_096,
  records: 20_497_152,
  objects: 14_097_336,
  'a map of texts': 9_678_303,
  'texts of 40 bytes': 9_643_760,
  closures: 9_297_152,
  'a tree': 11_534_616,
  'rows of a file': 3_524_288,
  'a list of all kinds': 2_097_152,
  'a queue': 4_194_912,
  'a matrix': 21_302_144,
  'parsed JSON': 5_421_134,
};

type Name = keyof typeof puc;

const names = Object.keys(puc) as Name[];

/* As many times as much at most. An engine keeps floats in lists like these in objects of their own. */
const most: Record<Name, number> = {
  'lists of integers': 1.3,
  'lists of floats': 1.7,
  records: 1.3,
  objects: 1.3,
  'a map of texts': 1.3,
  'texts of 40 bytes': 1.3,
  closures: 1.3,
  'a tree': 1.3,
  'rows of a file': 1.3,
  'a list of all kinds': 1.7,
  'a queue': 1.3,
  'a matrix': 1.3,
  'parsed JSON': 1.3,
};

const run = promisify(execFile);
const entry = new URL('../dist/index.js', import.meta.url).href;

/* What the process holds, in bytes. */
const heap = `const heap = () => {
    for (let n = 0; n < 3; n++) globalThis.gc();
    const { heapUsed, external } = process.memoryUsage();
    return heapUsed + external;
  };`;

const program = `
  import { createLua } from '${entry}';
  const limits = { memoryBytes: 2 ** 31, instructions: Infinity, timeMs: Infinity };
  ${heap}
  const found = {};
  for (const [name, code] of Object.entries(JSON.parse(process.argv[1]))) {
    const session = await createLua({ limits }).open(\`
      N = ${N}
      function count() collectgarbage() return collectgarbage('count') * 1024 end
      function fill() t = {} local before = count() \${code} return count() - before end
      function empty() t = nil end\`);
    // Code that comes and goes takes memory too: the median counts.
    const taken = [];
    for (let n = 0; n < 5; n++) {
      const before = heap();
      const { values } = await session.call('fill');
      taken.push(heap() - before);
      found[name] = { counted: values[0], taken: taken.toSorted((a, b) => a - b)[n >> 1] };
      await session.call('empty');
    }
  }
  console.log(JSON.stringify(found));
`;

const inProcess = async (code: string, ...args: readonly string[]): Promise<unknown> => {
  const { stdout } = await run(process.execPath, ['--expose-gc', '--input-type=module', '--eval', code, ...args]);
  return JSON.parse(stdout);
};

/* Bytes that stay when runs are over that held some 30 MB, and ended in different ways. */
const remains = `
  import { createLua } from '${entry}';
  const heap = () => {
    for (let n = 0; n < 3; n++) globalThis.gc();
    return process.memoryUsage().heapUsed;
  };
  const fill = 't = {} for i = 1, 200000 do t[i] = { i } end ';
  const after = async (end) => {
    await createLua().run(fill + end);
    await new Promise((resolve) => setImmediate(resolve));
    return heap();
  };
  await createLua().run('return ("a"):find("b+"), ("a"):gsub("a", "b")');
  const before = heap();
  const left = [];
  const ends = ['local u = t', 'return ("a"):find("b+")', 'return ("a"):gsub("a", "b")', 'for _ in ("a"):gmatch("a") do end'];
  for (const end of ends)
    left.push((await after(end)) - before);
  console.log(JSON.stringify(left));
`;

test('a run that is over leaves nothing of what it held', async () => {
  const left = (await inProcess(remains)) as number[];
  expect(left.filter((bytes) => bytes > 5 * 2 ** 20)).toEqual([]);
});

/* What was given up again, or is found by long texts: each fills a global `t` that is kept. */
const GIVEN_UP = {
  'lists that were emptied from their ends':
    'for i = 1, 600 do local l = {} for j = 1, 3000 do l[j] = j end l[3001] = "x" for j = 3001, 1, -1 do l[j] = nil end t[i] = l end',
  'lists that were emptied from their beginnings':
    'for i = 1, 600 do local l = {} for j = 1, 3000 do l[j] = j end l[3001] = "x" for j = 1, 3001 do l[j] = nil end t[i] = l end',
  'lists of which little is left':
    'for i = 1, 600 do local l = {} for j = 1, 3000 do l[j] = j end l[3001] = print for j = 3001, 3, -1 do l[j] = nil end t[i] = l end',
  'short lists that were emptied':
    'for i = 1, 60000 do local l = {} for j = 1, 41 do l[j] = j end for j = 41, 1, -1 do l[j] = nil end t[i] = l end',
  'tables with a long key each': 'for i = 1, 300 do local u = {} u[("x"):rep(100000) .. i] = 1 end',
  'iterators of long patterns': 'for i = 1, 60 do t[i] = ("x"):gmatch(("ab"):rep(20000) .. i) end',
  'what deep calls left on the stack':
    'local function hold(k) if k == 0 then return 0 end local s = ("x"):rep(1000000) .. k return (hold(k - 1)) + #s end local function deep(d) if d > 0 then return (deep(d - 1)) + 1 end return hold(10) end for d = 2000, 100, -100 do deep(d) end collectgarbage() for i = 1, 50000 do end',
  'what coroutines left on theirs':
    'for i = 1, 50 do local c = coroutine.create(function() local function r(n) if n == 0 then return 0 end local s = ("x"):rep(100000) .. n return r(n - 1) + #s end r(15) coroutine.yield() end) coroutine.resume(c) t[i] = c end',
  'upvalues of functions that were dropped':
    'for i = 1, 80 do local c = load("local big = ... local f = function() return big end") c(("x"):rep(1000000) .. i) t[i] = c end',
  'code that was dropped':
    'for i = 1, 30000 do local f = load("local a = " .. i .. " return function() return a + 1 end")() for k = 1, 3 do f() end end',
  'integers of 64 bits': 'for i = 1, 500000 do t[i] = math.mininteger + i end',
  'long names':
    'local v = ("v"):rep(200000) for i = 1, 200 do t[i] = load("local " .. v .. i .. " return function() return " .. v .. i .. " end")() end',
  'captures of long texts':
    'for i = 1, 120 do local s = ("q"):rep(500000) .. i .. ("a"):rep(26) t[i] = regex.match(s, "[0-9]+(a+)") end',
  'long keys that were looked for':
    'for i = 1, 100 do local u = {} for j = 1, 20 do u[("k"):rep(20000) .. i .. j] = 1 end for j = 1, 20 do local v = u[("k"):rep(20000) .. i .. j] end end',
};

const left = `
  import { createLua } from '${entry}';
  const limits = { memoryBytes: 2 ** 28, instructions: Infinity, timeMs: Infinity };
  ${heap}
  const found = {};
  for (const [name, code] of Object.entries(JSON.parse(process.argv[1]))) {
    const lua = createLua({ limits });
    const session = await lua.open(\`
      function count() collectgarbage() return collectgarbage('count') * 1024 end
      function fill() t = {} local before = count() \${code} return count() - before end\`);
    const before = heap();
    const { values } = await session.call('fill');
    found[name] = { counted: values[0], taken: heap() - before };
    session[Symbol.dispose]?.();
  }
  console.log(JSON.stringify(found));
`;

test('what was given up is given back, or counts', async () => {
  const found = (await inProcess(left, JSON.stringify(GIVEN_UP))) as Record<string, { counted: number; taken: number }>;
  const tooMuch = Object.entries(found).filter(([, { counted, taken }]) => taken > counted * 1.2 + 4 * 2 ** 20);
  expect(tooMuch).toEqual([]);
}, 120_000);

describe('what scripts hold', () => {
  let found: Record<Name, { counted: number; taken: number }>;

  beforeAll(async () => {
    found = (await inProcess(program, JSON.stringify(holdings))) as typeof found;
  }, 120_000);

  test.each(names)('counts within 15 %% of what the engine takes: %s', (name) => {
    const { counted, taken } = found[name];
    // The engine's code for what runs first comes on top.
    expect(counted).toBeGreaterThan(taken * 0.85 - 2 ** 18);
    expect(counted).toBeLessThan(taken * 1.15 + 2 ** 18);
  });

  test.each(names)("takes little more than in Lua's own machine: %s", (name) => {
    expect(found[name].counted / puc[name]).toBeLessThan(most[name]);
  });

  /* Twice what 48 MiB held when each element, entry and string was an object of its own. */
  test.each([
    ['integers in a list', 2_000_000, 'for i = 1, N do t[i] = i end'],
    ['records', 170_000, 'for i = 1, N do t[i] = { id = i, x = 1, y = 2, active = true } end'],
    ['texts as keys', 500_000, 'for i = 1, N do t["key" .. i] = i end'],
    ['texts of 50 bytes', 310_000, 'for i = 1, N do t[i] = ("%050d"):format(i) end'],
    ['objects', 260_000, 'local C = {} for i = 1, N do t[i] = setmetatable({ x = i, y = i }, C) end'],
    ['nodes of trees', 130_000, 'for i = 1, N do t[i] = { left = {}, right = {} } end'],
    ['closures', 376_000, 'for i = 1, N do t[i] = function() return i end end'],
  ])('fits into the default limit: %s', async (_what, count, code) => {
    const lua = createLua({ limits: { instructions: Infinity, timeMs: Infinity } });
    expect(valuesOf(await lua.run(`local N, t = ${count}, {} ${code} return N`))).toEqual([count]);
  });
});

/* Bytes that each of a sandbox's scripts leaves there when it is over: all had a table of many keys, and ran hot. */
const scripts = `
  import { createLua } from '${entry}';
  ${heap}
  const lua = createLua();
  const deeds = ['s = s + t.name', 't.name = j', 's = s + u.name'];
  const script = (n) => \`
    local t = {} for j = 1, 20000 do t['k' .. j] = j end t.name = \${n}
    local u = setmetatable({}, { __index = t })
    local function f() local s = 0 for j = 1, 20000 do \${deeds[n % 3]} s = s + \${n} end return s end
    return f()\`;
  const run = async (from, to) => {
    for (let n = from; n < to; n++) if (!(await lua.run(script(n))).ok) throw new Error('it failed');
    return heap();
  };
  const before = await run(0, 6);
  console.log(JSON.stringify(((await run(6, 36)) - before) / 30));
`;

test('a sandbox keeps the code of its scripts, and nothing of their tables', async () => {
  expect(await inProcess(scripts)).toBeLessThan(150_000);
});
