import { describe, expect, test } from '@jest/globals';

import { createLua, type LuaOptions } from '../src/index.js';
import { errorOf, valuesOf } from './sandboxes.js';

const run = async (code: string, options?: LuaOptions): Promise<unknown[]> =>
  valuesOf(await createLua(options).run(code));

describe('within the default limits', () => {
  test('recursion of 150,000 Lua levels', async () => {
    expect(
      await run('local function d(n) if n == 0 then return 0 end return 1 + d(n - 1) end return d(150000), d(150000)'),
    ).toEqual([150_000, 150_000]);
  });

  test('recursion without end is an error of Lua or a limit, whichever comes first', async () => {
    const { code, reason } = errorOf(await createLua().run('local function d() return 1 + d() end d()'));
    expect([code, reason]).toEqual(['limit_call_depth', expect.stringContaining("'callDepth'")]);
    expect(
      await run('local function d(a, b, c, e, f, g, h) local x = d(a, b, c, e, f, g, h) return x end return pcall(d)'),
    ).toEqual([false, expect.stringContaining('stack overflow')]);
  });

  test.each(['auto', 'never', 'always'] as const)(
    'iterators inside of iterators, 20,000 deep, compiled: %s',
    async (compile) => {
      const code = `
      local function deep(n)
        for v in function(_, ended)
          if ended then return nil end
          if n == 0 then return 0 end
          local below = deep(n - 1)
          return below
        end do return v + 1 end
      end
      return deep(20000)`;
      expect(await run(code, { compile })).toEqual([20_001]);
    },
  );

  test('two thousand loops in one chunk, each of them hot', async () => {
    const loops = Array.from({ length: 2000 }, (_, n) => `for i = 1, 200 do t[i] = i + ${n % 7} sum = sum + t[i] end`);
    // It took minutes when each was looked for among all others: far longer than a run may take.
    expect(await run(`local t, sum = {}, 0 ${loops.join('\n')} return sum`)).toEqual([41_399_000]);
  });

  test('as many values at once as a stack has slots', async () => {
    expect(
      await run(
        'local s = ("x"):rep(250000) local t = {s:byte(1, -1)} return select("#", s:byte(1, -1)), #t, select("#", table.unpack(t))',
      ),
    ).toEqual([250_000, 250_000, 250_000]);
    expect(errorOf(await createLua().run('return table.unpack({}, 1, 1e7)')).reason).toBe('too many results to unpack');
  });

  test('patterns whose work is linear, however long the text', async () => {
    expect(
      await run(
        `local s = "  " .. ("word "):rep(400000) .. "  "
         local n = select(2, ("ab "):rep(1000000):gsub("%w+", "%0"))
         return #s:match("^%s*(.-)%s*$"), #s:gsub("^%s+", ""), n, #(s:gsub("x+", ""))`,
      ),
    ).toEqual([1_999_999, 2_000_002, 1_000_000, 2_000_004]);
  });
});

test('a pattern match is bounded, not the matches of one call together', async () => {
  const limits = { patternSteps: 1000 };
  expect(await run('return select(2, ("ab "):rep(100000):gsub("%w+", "%0"))', { limits })).toEqual([100_000]);
  for (const code of [
    '("a"):rep(30):find(("a?"):rep(30) .. ("a"):rep(30) .. "b")',
    '("a"):rep(400):match(".-.-.-b")',
    '("ab"):rep(10):gsub("a", "") return ("a"):rep(400):gsub(".-.-b", "")',
    'for _ in ("a"):rep(400):gmatch(".-.-b") do end',
  ])
    expect(errorOf(await createLua({ limits }).run(code)).code).toBe('limit_pattern');
});

test('modules that require each other say so', async () => {
  const lua = createLua({
    modules: {
      a: 'return require("b")',
      b: 'local c = coroutine.wrap(function() return 1 end)() return require("a")',
      own: 'return require("own")',
      right: 'return { x = 1 }',
      twice: 'return require("right") == require("right")',
    },
  });
  const error = errorOf(await lua.run('require("a")'));
  expect([error.code, error.reason]).toEqual(['module_cycle', 'Modules require each other: a → b → a']);
  expect(errorOf(await lua.run('require("own")', { name: 'own.lua' })).reason).toBe(
    'Modules require each other: own → own',
  );
  expect(
    valuesOf(await lua.run('return pcall(require, "a"), pcall(require, "a"), require("twice"), require("right").x')),
  ).toEqual([false, false, true, 1]);
});

test('long library calls let the event loop turn', async () => {
  const calls = {
    gsub: 'local s = ("ab "):rep(1000000) began() return (s:gsub("%w+", "%0"))',
    sort: 'local t = {} for i = 1, 200000 do t[i] = (i * 7919) % 200003 end began() table.sort(t)',
    concat: 'local t = {} for i = 1, 400000 do t[i] = "piece" end began() for _ = 1, 3 do table.concat(t, ",") end',
    insert: 'local t = {} for i = 1, 300000 do t[i] = i end began() for _ = 1, 5 do table.insert(t, 1, 0) end',
    regex: 'regex.match("a", "a") local s = ("ab "):rep(100000) began() regex.gsub(s, "[a-z]+", "$0")',
  };
  for (const [name, code] of Object.entries(calls)) {
    let turns = 0;
    const turn = (): void => {
      turns++;
      if (turns > 0) timer = setImmediate(turn);
    };
    let timer = setImmediate(turn);
    const lua = createLua();
    lua.set('began', () => {
      turns = 0;
    });
    const result = await lua.run(code);
    clearImmediate(timer);
    expect([name, result.ok, turns > 1]).toEqual([name, true, true]);
  }
});
