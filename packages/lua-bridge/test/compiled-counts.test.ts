import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { createLua } from '../src/index.js';
import { errorOf } from './sandboxes.js';

/* What a program is charged for. */
const instructionsOf = async (code: string, compile: 'auto' | 'always' | 'never'): Promise<number> =>
  (await createLua({ compile }).run(code)).usage.instructions;

const much = 'local y = 1 y = y + 1 '.repeat(60);

describe('compiled code', () => {
  test.each([
    ['nothing', 'local function f() end for i = 1, 30000 do f() end'],
    ['a field', 'local o = { x = 1 } function o:get() return self.x end for i = 1, 30000 do local y = o:get() end'],
    ['a test', 'local function f(a) if a % 2 == 0 then return 1 end return a + 2 end for i = 1, 30000 do f(i) end'],
    ['a loop first', 'local function f(a) while a > 0 do a = a - 1 end return a end for i = 1, 30000 do f(3) end'],
    ['an endless loop first', 'local function f() while true do return end end for i = 1, 30000 do f() end'],
    [
      'calls in two branches',
      'local n = 0 local function g() end local function f() while n % 3 ~= 0 do n = n + 1 end n = n + 1 g() if n > 2 then g() end end for i = 1, 30000 do f() end',
    ],
    [
      'itself',
      'local function f(n) if n < 2 then return n end return f(n - 1) + f(n - 2) end for i = 1, 20 do f(15) end',
    ],
    [
      'itself with fewer arguments',
      'local function f(n, m) if n < 1 then return m end return f(n - 1) end for i = 1, 2000 do f(20) end',
    ],
    [
      'itself with more arguments',
      'local function f(n) if n < 1 then return 0 end return f(n - 1, 2) + 1 end for i = 1, 2000 do f(20) end',
    ],
    [
      'a call in its place',
      'local function g(n) return n end local function f(n) return g(n) end for i = 1, 30000 do f(i) end',
    ],
    ['a native function in its place', 'local function f(n) return math.abs(n) end for i = 1, 30000 do f(i) end'],
    [
      'a handler',
      'local o = setmetatable({}, { __add = function(a) return a end }) for i = 1, 30000 do local x = o + 1 end',
    ],
    [
      'what is native later',
      'local function f(x) return x end local g = f for i = 1, 30000 do g(i) if i > 20000 then g = math.abs end end',
    ],
    [
      'what is native now and then',
      'local function f(x) return x end local g = f for i = 1, 30000 do g(i) g = i % 2 == 0 and math.abs or f end',
    ],
    [
      'open results',
      'local function f(x) return x end local function h() return 1, 2 end for i = 1, 30000 do f(h()) end',
    ],
  ])('counts a function that has or calls %s as the interpreter does', async (_name, code) => {
    const [compiled, interpreted] = [await instructionsOf(code, 'auto'), await instructionsOf(code, 'never')];
    expect(Math.abs(compiled / interpreted - 1)).toBeLessThan(0.01);
  });

  test.each([
    [
      'comparing',
      'local t = {} for i = 1, 3000 do t[i] = i * 7919 % 3001 end table.sort(t, function(a, b) return a < b end)',
    ],
    [
      'a handler',
      'local o = setmetatable({}, { __add = function(a, b) return a end }) for i = 1, 1e6 do o = o + 1 end',
    ],
    [
      'itself in two branches, never deep',
      'local function f(n) if n < 2 then return n end return f(n - 1) + f(n - 2) end f(22)',
    ],
    [
      'itself where two branches call, never deep',
      'local function f(n) if n < 2 then return n end if n % 2 == 0 then return f(n - 1) + f(n - 2) end return f(n - 2) + f(n - 1) end f(22)',
    ],
    ['itself, with a test before', 'local function f(n) if n < 1 then return 0 end return f(n) + f(n) end f(1)'],
    [
      'itself, where two branches call',
      'local function f(n) if n < 1 then f(1) elseif n < 2 then f(0) end f(n) end f(1)',
    ],
    ['itself in its place', 'local function f(n) if n < 1 then return 0 end return f(n) end f(1)'],
    [
      'another one that calls back',
      'local f local function g(n) f(n) end function f(n) if n > 0 then g(n) end end f(1)',
    ],
    ['what returns at once, for each character', 'local s = ("x"):rep(30000) s:gsub("x", function() return "y" end)'],
  ])('ends by its limit where a function goes on by calling %s', async (_name, code) => {
    const lua = createLua({ limits: { instructions: 50_000, callDepth: Infinity, memoryBytes: 2 ** 29 } });
    const result = await lua.run(code);
    expect(errorOf(result).code).toBe('limit_instructions');
    expect(result.usage.instructions).toBeLessThan(52_000);
  });

  test.each([
    ['error in a loop', 'for i = 1, 100 do end local x = nil + 1'],
    ['error in a round', 'for i = 1, 100 do if i == 99 then local x = i.x.y end end'],
    ['error in the first round', 'local t = {} for i = 1, 100 do local x = t[i] + 1 end'],
    ['end of a loop that is left soon', 'for i = 1, 100 do if i == 2 then break end end'],
    ['return out of the first round', 'for i = 1, 100 do return i end'],
    ['jump out of the first round', 'for i = 1, 100 do if i > 0 then goto out end end ::out::'],
    ['return out of a round', 'for _ = 1, 3 do for k in ipairs({ 1 }) do return k end end'],
    ['method that fails', 'for i = 1, 100 do if i == 99 then local x = failing + 1 end end'],
    ['error before much else', `local x = nil + 1 ${much}`],
    ['call that fails before much else', `local function f() error() end f() ${much}`],
    ['wait for ever before much else', `local function f() coroutine.yield() ${much} end coroutine.wrap(f)()`],
    ['error in the midst of much else', `${much} local x = nil + 1 ${much}`],
  ])('is charged for up to an %s', async (_name, body) => {
    const code = `
      local failing = setmetatable({}, { __add = function() for i = 1, 90 do end error() end })
      for n = 1, 300 do pcall(function() ${body} end) end`;
    const [compiled, interpreted] = [await instructionsOf(code, 'always'), await instructionsOf(code, 'never')];
    expect(compiled).toBeGreaterThan(interpreted / 2);
    expect(compiled).toBeLessThan(interpreted * 2 + 1000);
  });

  const SHAPES: readonly ((before: string, behind: string) => string)[] = [
    (before, behind) => `function f(n) ${before} f(n + 1) ${behind} end`,
    (before, behind) => `function f() f() ${behind} f() ${before} return f() end`,
    (before, behind) => `function f(n) for i = 1, 2 do ${before} f(n) ${behind} end end`,
    (before, behind) => `function f() while true do f() ${before} f() ${behind} end end`,
    (before, behind) => `function f(n) if n > 0 then ${before} f(n, f(n), f(n)) ${behind} end return 1 end`,
    (before, behind) => `function f(n) ${before} return f(n + 1) + f(n + 2) + f(n + 3) end ${behind}`,
    (before, behind) => `local function g(n) f(n) ${behind} end function f(n) ${before} g(n) g(n) end`,
    (before, behind) => `function f() for k in f do ${before} x = k ${behind} end end`,
    (before, behind) => `function f(...) while true do ${before} f(...) ${behind} end end`,
    (before, behind) => `f = setmetatable({}, { __call = function(t) ${before} t() ${behind} end })`,
    (before, behind) => `local o = {} function o:go(n) ${before} self:go(n) ${behind} end function f(n) o:go(n) end`,
  ];
  const some = fc.integer({ min: 0, max: 30 }).map((times) => 'x = 1 '.repeat(times));

  test('is charged for at most twice as much in recursion that only the limit of its depth ends', async () => {
    const limits = { callDepth: 3000, instructions: Infinity, memoryBytes: 2 ** 29 };
    const shapes = fc.record({ before: some, behind: some, shape: fc.constantFrom(...SHAPES) });
    await fc.assert(
      fc.asyncProperty(shapes, async ({ before, behind, shape }) => {
        const code = `local x, f ${shape(before, behind)} for i = 1, 12 do pcall(f, 1) end`;
        const compiled = (await createLua({ limits, compile: 'auto' }).run(code)).usage;
        const interpreted = (await createLua({ limits, compile: 'never' }).run(code)).usage;
        expect(compiled.tier).toBe('compiled');
        expect(compiled.instructions / interpreted.instructions).toBeLessThanOrEqual(2);
      }),
      { numRuns: 60 },
    );
  });

  const FAILING = ['local q = x + nil', 'local q = u.y', 'u()', 'error()', 'for k in u do x = k end'];
  const AROUND: readonly ((body: string) => string)[] = [
    (body) => body,
    (body) => `for i = 1, 3 do ${body} end`,
    (body) => `while true do ${body} end`,
    (body) => `repeat ${body} until false`,
    (body) => `for _, v in ipairs({ 1 }) do ${body} end`,
    (body) => `for k in next, { 1 } do if k then ${body} end end`,
  ];
  const failing = fc.record({
    ...{ before: some, behind: some, fails: fc.constantFrom(...FAILING), around: fc.constantFrom(...AROUND) },
  });

  test('is charged for at most twice as much where each call fails', async () => {
    await fc.assert(
      fc.asyncProperty(failing, async ({ before, fails, behind, around }) => {
        const body = around(`${before} ${fails} ${behind}`);
        const code = `local x, u = 1 local function f() ${body} end for i = 1, 1500 do pcall(f) end`;
        const [compiled, interpreted] = [await instructionsOf(code, 'auto'), await instructionsOf(code, 'never')];
        expect(compiled / interpreted).toBeLessThanOrEqual(2);
      }),
      { numRuns: 60 },
    );
  });

  test('tells of a limit of instructions as many as were used when it was reached', async () => {
    // Rounds of the outer loop are charged ahead, and the inner one tells of them.
    const code = 'while true do for i = 1, 90 do local n = 0 repeat n = n + 1 until n > 3 end end';
    for (const compile of ['never', 'always'] as const) {
      for (let limit = 200_000; limit < 200_060; limit++) {
        const lua = createLua({ compile, limits: { instructions: limit } });
        const { usage } = await lua.run(code);
        expect(usage.instructions).toBeGreaterThan(limit);
      }
    }
  });
});
