import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { describe, expect, jest, test } from '@jest/globals';

import { createLua, createLuaWorker, type LuaOptions } from '../src/index.js';
import { errorOf, later, valuesOf } from './sandboxes.js';

const execute = promisify(execFile);

const sum = 'local sum = 0 for i = 1, 20000 do sum = sum + i % 7 end return sum';

/* A program with a word of its own wherever a script may write one. */
const words = `
  local quaxlocal, quaxtable = 0, { quaxfield = "quaxstring", ["quax\\"quote\\\\"] = 1, [123456789] = 2 }
  function quaxglobal(quaxparam, ...)
    for quaxindex = 1, 3 do quaxlocal = quaxlocal + quaxindex end
    for quaxkey, quaxvalue in pairs(quaxtable) do if quaxkey == "quaxfield" then quaxlocal = quaxlocal + #quaxvalue end end
    quaxtable.quaxnew = function() return quaxlocal, quaxparam, "quax*/alert(1)/*" .. quaxtable.quaxfield end
    goto quaxlabel
    ::quaxlabel::
    return quaxtable:quaxnew()
  end
  return quaxglobal("quax\\n\`\${x}", 1)`;

/* The texts of which code is made while something runs. */
const textsOf = async (run: () => Promise<unknown>): Promise<string[]> => {
  const texts: string[] = [];
  const { Function: original } = globalThis;
  globalThis.Function = new Proxy(original, {
    construct: (target, given: string[]) => {
      texts.push(given.join('\n'));
      return Reflect.construct(target, given) as object;
    },
  });
  try {
    await run();
  } finally {
    globalThis.Function = original;
  }
  return texts;
};

describe('compiling what is hot', () => {
  test('happens in a loop that goes on, not in a short script, and never if it is not wanted', async () => {
    const hot = await createLua().run(sum);
    expect([valuesOf(hot), hot.usage.tier]).toEqual([[59998], 'compiled']);
    const cold = await createLua().run('local t = {} for i = 1, 20 do t[i] = i end return #t');
    expect([valuesOf(cold), cold.usage.tier]).toEqual([[20], 'interpreter']);
    const refused = await createLua({ compile: 'never' }).run(sum);
    expect([valuesOf(refused), refused.usage.tier]).toEqual([[59998], 'interpreter']);
  });

  test('begins once a script has run for a while, and then with whatever it runs often', async () => {
    const rules = Array.from({ length: 200 }, (_, n) => `rules[${n + 1}] = function(x) return x % ${n + 2} == 0 end`);
    const over = (events: number): string => `local rules, found = {}, 0
      ${rules.join('\n')}
      for x = 1, ${events} do for _, rule in ipairs(rules) do if rule(x) then found = found + 1 end end end
      return found`;
    expect(await textsOf(() => createLua().run(over(5)))).toEqual([]);
    const texts = await textsOf(async () => {
      expect(valuesOf(await createLua().run(over(500)))).toEqual([2342]);
    });
    expect(texts.length).toBeGreaterThan(200);
  });

  test('is for loops that compute, even if they wait now and then, and not for those that wait in each round', async () => {
    const lua = createLua({ limits: { hostCalls: Infinity } }).set('slow', (value: unknown) => Promise.resolve(value));
    const waiting = await lua.run('local sum = 0 for i = 1, 20000 do sum = sum + slow(i) end return sum');
    expect([valuesOf(waiting), waiting.usage.tier]).toEqual([[200010000], 'interpreter']);
    const computing = await lua.run(`local sum = 0
      for i = 1, 20000 do sum = sum + (i % 100 == 0 and slow(i) or i) end return sum`);
    expect([valuesOf(computing), computing.usage.tier]).toEqual([[200010000], 'compiled']);
    const inner = await lua.run(`local sum = 0
      for i = 1, 200 do for j = 1, 200 do sum = sum + j end sum = sum + slow(i) end return sum`);
    expect([valuesOf(inner), inner.usage.tier]).toEqual([[4040100], 'compiled']);
  });

  test('is refused by a name that it does not know', () => {
    expect(() => createLua({ compile: 'sometimes' } as unknown as LuaOptions)).toThrow(
      `createLua: 'compile' must be 'auto' or 'never', got "sometimes"`,
    );
    expect(() => createLuaWorker({ compile: true } as unknown as LuaOptions)).toThrow(
      "createLuaWorker: 'compile' must be 'auto' or 'never', got true",
    );
  });

  test('puts not one word of a script into what it makes code of', async () => {
    const lua = createLua({ compile: 'always' });
    const texts = await textsOf(async () => {
      expect(valuesOf(await lua.run(words, { name: 'quaxchunk.lua' }))).toEqual([
        16,
        'quax\n`${x}',
        'quax*/alert(1)/*quaxstring',
      ]);
    });
    expect(texts.length).toBeGreaterThan(2);
    expect(texts.join('\n')).not.toMatch(/quax|alert/);
    // Words of ours, numbers, and what JavaScript is written with.
    expect(texts.join('\n').replace(/"use strict"|'number'/g, '')).toMatch(/^[\w\s.,;:(){}[\]=!<>&|?+*/%-]+$/);
  });

  test('leaves runs that are watched to the interpreter', async () => {
    const trace = jest.fn();
    const traced = await createLua({ trace, compile: 'always' }).run(
      'local function f() return 1 end return f() + f()',
    );
    expect([traced.usage.tier, trace.mock.calls.length]).toEqual(['interpreter', 6]);
    const { usage } = await createLua({ coverage: 'lines', compile: 'always' }).run(sum);
    expect([usage.tier, usage.lines?.[0]?.hits[1]]).toEqual(['interpreter', 20001]);
  });

  test('changes nothing where code may not be made from text', async () => {
    const program = `
      import { createLua } from '${new URL('../dist/index.js', import.meta.url).href}';
      for (const compile of ['auto', 'always']) {
        const { values, usage } = await createLua({ compile }).run('${sum}');
        console.log(values[0], usage.tier);
      }`;
    const run = (...flags: string[]): Promise<{ stdout: string }> =>
      execute(process.execPath, [...flags, '--input-type=module', '--eval', program]);
    expect((await run('--disallow-code-generation-from-strings')).stdout).toBe(
      '59998 interpreter\n59998 interpreter\n',
    );
    expect((await run()).stdout).toBe('59998 compiled\n59998 compiled\n');
  });
});

describe('compiled code', () => {
  const run = async (code: string, options: LuaOptions = {}): Promise<unknown[]> => {
    const lua = createLua({ compile: 'always', ...options });
    lua.set('slow', (value: unknown) => later(1, value));
    const result = await lua.run(code);
    expect(result.usage.tier).toBe('compiled');
    return valuesOf(result);
  };

  test('waits for the host wherever it is, with all that it holds', async () => {
    const values = await run(`
      local meta = { __add = function(a, b) return slow(a.n + b) end, __lt = function() return slow(true) end,
        __index = function(_, key) return slow(key) end, __concat = function() return slow("joined") end }
      local function box(n) return setmetatable({ n = n }, meta) end
      local function work(a, b)
        local kept, sum = { 1, 2 }, 0.5
        for i = 1, 3 do sum = sum + slow(i) + (box(a) + i) end
        for _, value in ipairs(kept) do sum = sum + slow(value) end
        while slow(sum) < 40 do sum = sum + b end
        return sum, box(1) < box(2), box(1).missing, box(1) .. "x", #kept
      end
      return work(1, 10)`);
    expect(values).toEqual([48.5, true, 'missing', 'joined', 2]);
  });

  test('calls itself as deeply as the interpreter does', async () => {
    const deep = 'local function f(n) if n == 0 then return 0 end return 1 + f(n - 1) end return f(100000)';
    expect(await run(deep)).toEqual([100000]);
    expect(
      await run('local function f(n) if n == 0 then return "end" end return f(n - 1) end return f(1000000)'),
    ).toEqual(['end']);
    for (const endless of ['local function f() return 1 + f() end f()', 'local function f(a) f(a, f(a)) end f(1)']) {
      const limits = { callDepth: 3_000_000 };
      const [expected, got] = await Promise.all([
        createLua({ compile: 'never', limits }).run(endless),
        createLua({ compile: 'always', limits }).run(endless),
      ]);
      expect(errorOf(got).message).toBe(errorOf(expected).message);
    }
  });

  test.each([
    ['pcall', 'local _, x = pcall(f, n - 1) return x + 1'],
    ['a coroutine', 'return coroutine.wrap(f)(n - 1) + 1'],
    ['table.sort', 'local x table.sort({ 1, 2 }, function(a, b) x = x or f(n - 1) return a < b end) return x + 1'],
    ['gsub', 'local x ("x"):gsub("x", function() x = f(n - 1) end) return x + 1'],
    ['a metamethod', 'return (setmetatable({}, { __add = function() return f(n - 1) end }) + 1) + 1'],
    ['a missing field', 'return setmetatable({}, { __index = function() return f(n - 1) end }).x + 1'],
  ])('calls itself as deeply by way of %s', async (_way, nest) => {
    for (const every of [60, 100, 145]) {
      const code = `
        local function pass(f, ...) return f(...) end
        local function f(n, ...)
          if n == 0 then return 0 end
          if n % ${every} == 0 then ${nest} end
          if n % 2 == 0 then return pass(f, n - 1) + 1 end
          return f(n - 1) + 1
        end
        for i = 1, 100 do f(15) end
        return f(${every * 14})`;
      expect(await run(code)).toEqual([every * 14]);
    }
  });

  test('runs out of stack where the interpreter does', async () => {
    const code = `
      local depth = 0
      local function f(a, b, c, d, e, g) depth = depth + 1 local x = 1 + f(a, b, c, d, e, g) return x end
      local _, problem = pcall(f)
      local _, handled = xpcall(f, function(problem) local function g(n) return n > 0 and g(n - 1) + 1 or 0 end return g(20) end)
      return depth, problem, handled`;
    const limits = { callDepth: 3_000_000, memoryBytes: 2 ** 31 };
    const expected = valuesOf(await createLua({ compile: 'never', limits }).run(code));
    expect(expected[1]).toBe('script.lua:3: stack overflow');
    expect(await run(code, { limits })).toEqual(expected);
  });

  test('does not hide from the limits what only its variables hold', async () => {
    const hoard = `
      local function hoard(n) local text = ("x"):rep(2000000) .. n local rest = hoard(n + 1) return text, rest end
      return hoard(1)`;
    const result = await createLua({ compile: 'always' }).run(hoard);
    expect(errorOf(result).code).toBe('limit_memory');
    // Without counting again, most of these tables would not be seen.
    const counted = await run(`
      local function isSeen()
        local t = {} for i = 1, 2000 do t[i] = i end
        collectgarbage() local with = collectgarbage("count")
        local n = #t t = nil
        collectgarbage() return with - collectgarbage("count") > 20 and n == 2000
      end
      local seen = 0 for i = 1, 50 do if isSeen() then seen = seen + 1 end end
      return seen`);
    expect(counted).toEqual([50]);
  });

  test('compares for table.sort, even if that waits, fails, or goes deep', async () => {
    const sort = (body: string): Promise<unknown[]> =>
      run(`local function deep(n) return n == 0 or deep(n - 1) and true end
        local t = { 5, 3, 1, 4, 2 } local ok, problem = pcall(table.sort, t, function(a, b) ${body} end) return ok, problem or t`);
    const sorted = [true, [1, 2, 3, 4, 5]];
    expect(await sort('return a < b')).toEqual(sorted);
    expect(await sort('return slow(a) < slow(b)')).toEqual(sorted);
    expect(await sort('return deep(1000) and a < b')).toEqual(sorted);
    expect(await sort('local _ = ("x"):rep(3000000) return a < b')).toEqual(sorted);
    expect(await sort('return a < b, 1, 2')).toEqual(sorted);
    expect(await sort('error("unwilling", 0)')).toEqual([false, 'unwilling']);
    expect(await sort('if a == 1 then return nil + slow(1) end return a < b')).toEqual([
      false,
      'script.lua:2: attempt to perform arithmetic on a nil value',
    ]);
  });

  test('looks at the step of a loop that is chosen when it runs', async () => {
    const steps = await run(`
      local sums = {}
      for _, step in ipairs({ 1, 2 }) do
        local sum = 0
        for i = 1, 6, step == 1 and 1 or 2 do sum = sum + i end
        sums[#sums + 1] = sum
      end
      return sums`);
    expect(steps).toEqual([[21, 9]]);
  });

  test('ends in the midst of loops and calls when its time or its instructions are over', async () => {
    const loops = [
      'while true do end',
      'for i = 1, math.huge do end',
      'repeat local x = {} until false',
      'goto a ::a:: goto a',
      // What is called asks for nothing itself, and the loop has to.
      'while true do rawlen(t) end',
      'for i = 1, math.huge do pcall(error) end',
      'local co co = coroutine.create(function() while true do coroutine.resume(co) end end) coroutine.resume(co)',
      'while true do for i = 1, 3 do if i == 2 then pcall(next) end end end',
      'while true do for i = 1, 90 do t[1] = i end pcall(error) end',
      'for _ in function() return 1 end do local s = #t end',
    ];
    for (const loop of [...loops, 'local function f() return f() end f()']) {
      const lua = createLua({ compile: 'always', limits: { instructions: 100_000 } });
      const result = await lua.run(`local t = {} ${loop}`);
      expect(errorOf(result).code).toBe('limit_instructions');
      expect(result.usage.instructions).toBeLessThan(110_000);
      const timed = createLua({ compile: 'always', limits: { instructions: Infinity, timeMs: 30 } });
      expect(errorOf(await timed.run(`local t = {} ${loop}`)).code).toBe('limit_time');
    }
  });

  test('reckons in loops with whatever it begins with', async () => {
    const loops = `
      local function sum(from, to, step, start)
        local total, rounds = start, 0
        for i = from, to, step do total = total + i rounds = rounds + 1 end
        return string.format('%s %s', total, rounds), math.type(total)
      end
      local function last(from)
        local x = from
        for i = 1, 100 do x = x + 1 end
        return string.format('%s', x), math.type(x)
      end
      local function leave(from, to, step, at)
        local seen, index = 0
        for i = from, to, step do
          seen, index = seen + 1, i
          if seen == at then break end
          if seen == 300 then return 'too far', i end
        end
        return string.format('%s', index), seen
      end
      local function give(from, to, step, at)
        local seen = 0
        for i = from, to, step do
          seen = seen + 1
          if seen == at then return i end
        end
        return 'end'
      end
      local function giveText(...) return string.format('%s', give(...)), 'given' end
      local found = {}
      for _, given in ipairs({
        { leave, 1, math.huge, 1, 150 }, { leave, 1, math.huge, 3, 150 }, { leave, -1, -math.huge, -1, 150 },
        { leave, 1, math.maxinteger, 1, 150 }, { leave, math.mininteger, math.maxinteger, 1 << 60, 10 },
        { leave, math.maxinteger - 5, math.huge, 1, 150 }, { leave, 0.5, math.huge, 1, 150 }, { leave, 1, math.huge, 7, 0 },
        { giveText, 1, math.huge, 1, 150 }, { giveText, 1, math.huge, 3, 150 }, { giveText, 1, 1 << 62, 1, 150 },
        { giveText, math.maxinteger - 5, math.huge, 1, 3 }, { giveText, 1, 1 << 62, 1 << 50, 150 },
        { sum, 1, 200, 1, 0 }, { sum, 1, 200, 1, 0.5 }, { sum, 0.5, 200, 1, 0 }, { sum, 1, 200, 1, '10' },
        { sum, math.maxinteger - 200, math.maxinteger, 1, 0 }, { sum, 1.0, 200, 1, -0.0 }, { sum, 200, 1, -1, 0 },
        { last, math.maxinteger - 50 }, { last, 2^53 }, { last, '0x10' }, { last, 1 << 53 }, { last, -0.0 },
      }) do
        local value, kind = given[1](table.unpack(given, 2))
        found[#found + 1] = value .. ' ' .. kind
      end
      return table.concat(found, '; ')`;
    const expected = valuesOf(await createLua({ compile: 'never' }).run(loops));
    for (const compile of ['always', 'soon'] as const)
      expect(valuesOf(await createLua({ compile }).run(loops))).toEqual(expected);
  });

  test('reckons with numbers of other kinds than those it met', async () => {
    const code = `
      local source = [[
        return function(a, b)
          return table.concat({ a + b, a - b, a * b, 1 / (a * b), a + 1, tonumber(b) ~= 0 and a // b or '' }, ' ')
        end]]
      local met = { integers = { 7, 2 }, floats = { 1.5, 2.5 }, mixed = { 7, 0.5 }, texts = { '7', '2' } }
      local found = {}
      for _, kind in ipairs({ 'integers', 'floats', 'mixed', 'texts' }) do
        local reckon = load(source)()
        for i = 1, 3000 do reckon(met[kind][1], met[kind][2]) end
        for _, a in ipairs({ 3, 0, -4, 2.5, -0.0, 1 / 0, math.maxinteger, math.mininteger, 9007199254740991, 3037000500, '10', '0x1p1' }) do
          for _, b in ipairs({ 2, 0, -3, 0.25, 0.0, math.mininteger, 3037000500, '5' }) do found[#found + 1] = reckon(a, b) end
        end
      end
      local given = setmetatable({}, { __add = function() return 'sum' end })
      return table.concat(found, ';'), given + 1, 1 + given`;
    const expected = valuesOf(await createLua({ compile: 'never' }).run(code));
    for (const compile of ['auto', 'soon', 'always'] as const)
      expect(valuesOf(await createLua({ compile }).run(code))).toEqual(expected);
  });

  test('goes on in loops whose rounds are long, and in those that cross', async () => {
    const long = `local s = 0 for i = 1, 300 do ${'s = s + i '.repeat(260)} end return s`;
    const crossing = `local x, y = 0, 0
      ::a:: x = x + 1 ::b:: y = y + 1
      if x < 300 then goto a end
      if y < 600 then goto b end
      return x, y`;
    expect(await run(long, { limits: { instructions: 200_000 } })).toEqual([(260 * 300 * 301) / 2]);
    expect(await run(crossing)).toEqual([300, 600]);
  });
});
