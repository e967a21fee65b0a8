import { expect, test } from '@jest/globals';

import { createLua, type LuaOptions, type RunResult } from '../src/index.js';
import { errorOf } from './sandboxes.js';

/*
 * Calls among compiled functions leave no trace until somebody asks for one. Each way to ask, below calls of each kind,
 * has to be told what the interpreter knows.
 */

/* What a function may ask at its innermost; `x` is its argument. */
const QUESTIONS = [
  'return debug.traceback("asked")',
  'return debug.traceback("asked", 2)',
  'return pcall(error, "here", 1)',
  'return select(2, pcall(error, "above", 2))',
  'error("level one", 1)',
  'error("level two", 2)',
  'error("level three", 3)',
  'error({ code = "a table" })',
  'return x.field.deeper',
  'return missing(x)',
  'local y = x + {} return y',
  'return #nil',
  'return x < "text"',
  'return "a" .. {}',
  'x.field = 1',
  'return debug.getinfo(1, "n").name, debug.getinfo(1, "l").currentline, debug.getinfo(1, "t").istailcall',
  'return debug.getinfo(2, "l").currentline',
  'return string.rep(x, -1), string.find("abc", "b")',
  'return ("abc"):find("b")',
  'return ("abc"):gsub("%w", "%0%0")',
  'return string.find("abc")',
  'return string.format("%d", "x")',
  'return coroutine.yield(x)',
  'local y = wait(x) return y, debug.traceback("waited")',
  'return wait(x)',
  'local function up() x = x .. "+" return x end up() return up()',
  'local t = setmetatable({}, { __index = function(t, k) return debug.traceback(k) end }) return t.asked',
  'local t = setmetatable({}, { __add = function(a, b) error("no sum", 2) end }) return t + 1',
  'local t = { 3, 1, 2 } table.sort(t, function(a, b) if a == 2 then error("unsorted") end return a < b end)',
  'return require("nothing")',
  'local sum = 0 for i = 1, 2000 do sum = sum + i end return sum, debug.traceback("late")',
  'return tostring(setmetatable({}, { __tostring = function() return debug.traceback("as text") end }))',
];

/* Ways from a call of `ask` on the inside to the outside; each is a function of Lua. */
const WAYS = [
  'function(x) return ask(x) end',
  'function(x) local a = ask(x) return a end',
  'function(x) local a, b, c = ask(x) return a, b, c end',
  'function(x) return (ask(x)) end',
  'function(x) return "before", ask(x) end',
  'function(x) return { ask(x) } end',
  'function(x) return one(ask(x)) end',
  'function(x) local y = x local function more() return y end local a, b = ask(more()) return a, b, more() end',
  'function(x) return pcall(ask, x) end',
  'function(x) return select(2, xpcall(ask, debug.traceback, x)) end',
  'function(...) return ask(...) end',
  'function(x) local a, b = deep(12, x) return a, b end',
  'function(x) return tail(12, x) end',
  'function(x) local found for i = 1, 3 do found = ask(x .. i) end return found end',
  'function(x) for a, b in ask, x do return a, b end end',
  'function(x) local object = { ask = function(self, y) return ask(y) end } return object:ask(x) end',
];

const script = (rounds: number): string => `
  local ask, found
  local function one(x) return x end
  local function deep(n, x) if n == 0 then return ask(x) end local a, b = deep(n - 1, x) return a, b end
  local function tail(n, x) if n == 0 then return ask(x) end return tail(n - 1, x) end
  local function show(value)
    if type(value) ~= "table" then return (tostring(value):gsub("0x%x+", "somewhere")) end
    local shown = {}
    for i, item in ipairs(value) do shown[i] = show(item) end
    return "{" .. table.concat(shown, " ") .. "}"
  end
  local function try(f)
    local co = coroutine.create(f)
    local found = { coroutine.resume(co, "x") }
    while coroutine.status(co) == "suspended" do found[#found + 1] = { coroutine.resume(co, "resumed", "twice") } end
    if not found[1] then found[#found + 1] = debug.traceback(co) end
    return show(found)
  end
  local function quietly(x) return x, "quiet" end
  local ways = {
    ${WAYS.join(',\n    ')}
  }
  local questions = {
    ${QUESTIONS.map((question) => `function(x) ${question} end`).join(',\n    ')}
  }
  for number, way in ipairs(ways) do
    -- What is warm has been called by the same way before, and that never asked.
    ask = quietly
    for round = 1, ${rounds} do way("x") end
    for n, question in ipairs(questions) do
      ask = question
      print(number, n, try(way))
    end
  end`;

const observe = (result: RunResult): string => (result.ok ? result.output : result.error.message);

const run = async (options: LuaOptions, rounds: number): Promise<string[]> => {
  const lua = createLua({ limits: { instructions: 2e8, outputBytes: 2 ** 24 }, ...options });
  lua.set('wait', (value: unknown) => Promise.resolve(value));
  return observe(await lua.run(script(rounds))).split('\n');
};

test('whoever asks where a call is hears the same of compiled code as of the interpreter', async () => {
  const expected = await run({ compile: 'never' }, 2);
  expect(expected.length).toBeGreaterThan(QUESTIONS.length * WAYS.length);
  expect(await run({ compile: 'always' }, 2)).toEqual(expected);
});

test('so it does of code that was compiled when it had never been asked', async () => {
  const rounds = 3000;
  const expected = await run({ compile: 'never' }, rounds);
  expect(await run({ compile: 'auto' }, rounds)).toEqual(expected);
});

/* Each script says the same in both tiers. */
const expectSame = async (text: string, options: LuaOptions = {}): Promise<string> => {
  const [expected, ...found] = (await Promise.all(
    (['never', 'always', 'auto'] as const).map(async (compile) => {
      const result = await createLua({ compile, ...options }).run(text);
      return result.ok
        ? result.output
        : [
            result.error.code,
            result.error.reason.replace(/used \d+/, 'used some'),
            result.error.line,
            result.error.traceback,
          ].join('\n');
    }),
  )) as [string, ...string[]];
  expect(found).toEqual([expected, expected]);
  return expected;
};

test('a call that wants several results gets them where one was wanted, and asked about, before', async () => {
  const found = await expectSame(`
    local function find(s) return s:find("b") end
    local function ask() local where = debug.traceback() return where end
    for i = 1, 6 do
      local asked = ask()
      local from, to = find("abc")
      print(#asked > 0, from, to, (find("abc")))
    end`);
  expect(found).toBe('true\t2\t2\t2\n'.repeat(6));
});

test.each(['string.find(s, "b")', 's:match("(b)(c)")', 'assert(s, 2)', 's:byte(1, 2)'])(
  'a function that ends with %s gives as much as is wanted of it, however deep it is called',
  async (last) => {
    const found = await expectSame(`
      local function tail(s) return ${last} end
      local function several(s) local p, q = tail(s) return q end
      local function one(s) local p = tail(s) return p end
      local function call(f, s) return (f(s)) end
      local results
      for i = 1, 5000 do call(one, "abc") results = call(several, "abc") end
      print(results, select("#", tail("abc")), #{ tail("abc") })`);
    expect(found).toMatch(/^\S+\t2\t2\n$/);
    expect(found).not.toMatch(/^nil/);
  },
);

test('what compiled calls leave above a loop does not reach into what comes after it', async () => {
  const found = await expectSame(`
    local sum = setmetatable({}, { __add = function(a, b) return "sum" end })
    local function ask(x) return #debug.traceback() > 0 and x end
    local total = 0
    for i = 1, 3000 do total = total + ask(i) end
    print(1, 2, 3, 4, 5, 6, 7, 8, 9, sum + 1, 11, sum + 2, total)`);
  expect(found).toBe('1\t2\t3\t4\t5\t6\t7\t8\t9\tsum\t11\tsum\t4501500\n');
});

test('an overflow of the stack is told of where it happens', async () => {
  const names = Array.from({ length: 150 }, (_, n) => `a${n}`).join(', ');
  const found = await expectSame(
    `local deepest = 0
    local function wide(n)
      deepest = n
      local ${names} = n
      return 1 + wide(n + 1)
    end
    print(pcall(wide, 1))
    print(deepest, select(2, xpcall(wide, debug.traceback, 1)))`,
    { limits: { callDepth: 20_000, memoryBytes: 2 ** 29, instructions: 1e8 } },
  );
  expect(found).toContain('stack overflow');
});

test('a limit that is reached in the midst of compiled calls names the same places', async () => {
  const scripts = [
    'local function f(n) local t = {} t[1] = f(n + 1) return t end return f(1)',
    'local function f(n) return 1 + f(n + 1) end return f(1)',
    'local kept = {} local function g(n) kept[#kept + 1] = { n } return n end\nlocal function f(n)\n  local x = g(n)\n  return x\nend\nfor i = 1, 1e9 do f(i) end',
    'local list local function one(x) return x end local function two(x) one(x) one(x) one(x) one(x) return x end\nlocal function keep(n) list = { n, list } end\nfor i = 1, 1e9 do two(i) keep(i) end',
    'local function wide(n) local a, b, c, d, e, f, g, h = n, n, n, n, n, n, n, n return wide(n + 1) + a end return wide(1)',
  ];
  const limits = { callDepth: 500, memoryBytes: 2 ** 20 };
  const places = async (text: string): Promise<void> => {
    expect(await expectSame(text, { limits })).toMatch(/^limit_/);
  };
  for (const text of scripts) await places(text);
});

test('a call whose place was another one of the same function before, in place of its caller, is told of as a call', async () => {
  const found = await expectSame(`
    local function f(fails) if fails then print(debug.traceback()) end return 1 end
    local function inPlace() return f() end
    local function g(fails)
      if fails ~= 1 then inPlace() end
      local x = f(fails)
      return x
    end
    for _ = 1, 3000 do g() g(1 == 2) end
    g(true)`);
  expect(found).not.toContain('tail calls');
});

test('a function that calls itself gets nil for the arguments that nobody gives', async () => {
  const found = await expectSame(`
    local function fewer(n, m) if n < 1 then return m == nil, m end local is, m = fewer(n - 1) return is, m end
    local function same(n, m) if n < 1 then return m == nil end local is = same(n - 1, m) return is end
    local function more(n) if n < 1 then return n end local m = more(n - 1, n, n) return m end
    local all = 0
    for n = 1, 3000 do
      local is, m = fewer(n % 5, n)
      if (is or n % 5 == 0) and same(n % 5) and not same(n % 5, n) and more(n % 5) == 0 then all = all + 1 end
    end
    print(all)`);
  expect(found).toBe('3000\n');
});

test('a call of one closure of a function by another is one like all others', async () => {
  const found = await expectSame(`
    local function make(other)
      local function f(n)
        if n < 1 then return 1 end
        local next = n % 7 == 0 and other or f
        return next(n - 1) + 1
      end
      return f
    end
    local first = make(nil)
    local second = make(first)
    local sum = 0
    for n = 1, 3000 do sum = sum + first(n % 7) end
    for n = 1, 300 do sum = sum + second(n % 14) end
    print(sum)`);
  expect(found).toBe('14230\n');
});

test('names the line where memory ran out', async () => {
  const fills = ['local x = { i }', 't[#t + 1] = i', 't[i] = { i }'];
  for (const fill of fills) {
    const code = `
      local t, text, kept = {}, ('x'):rep(200), {}
      local function f(i)
        local a = i + 1
        ${fill}
        local w = math.abs(a)
        return x
      end
      for i = 1, 1e7 do kept[i] = f(i) end`;
    for (let memoryBytes = 1_500_000; memoryBytes < 1_600_000; memoryBytes += 10_000) {
      const lua = createLua({ limits: { memoryBytes, instructions: Infinity } });
      const { code: reason, line } = errorOf(await lua.run(code));
      expect({ fill, memoryBytes, reason, line: line === 5 ? 9 : line }).toEqual({
        fill,
        memoryBytes,
        reason: 'limit_memory',
        line: 9,
      });
    }
  }
});
