import { expect, test } from '@jest/globals';

import { createLua, type RunResult } from '../src/index.js';
import { valuesOf } from './sandboxes.js';

/* Each program says what it finds in the interpreter, and has to find the same where all of it is compiled. */

const FUNCTIONS = `
  local function none() end
  local function one(x) return x end
  local function several(...) return ... end
  local function pair(x) return x, "second" end
  local function waits(x) return wait(x) end
  local function left(x) local y = wait(x) return y, x end
  local function fails(x) error("failed " .. tostring(x), 0) end
  local object = setmetatable({}, { __call = function(self, ...) return "called", ... end })
  local function count(...) return select("#", ...) end
  local function show(...)
    local t = {}
    for i = 1, select("#", ...) do t[i] = tostring((select(i, ...))) end
    print(count(...), table.concat(t, ","))
  end`;

const INNER = [
  'none()',
  'one(i)',
  'one(nil)',
  'pair(i)',
  'several(i, nil, i, nil)',
  'several()',
  'waits(i)',
  'left(i)',
  'object(i)',
  'tostring(i)',
  'math.max(i, 2)',
  'math.max("7", 2)',
  'type(nil)',
  '("text"):sub(2, 3)',
  '("text"):byte(1, 2)',
  '("text"):byte(9)',
  '("a1b2"):find("%d")',
  '("a1b2"):gsub("%d", "")',
  '("k=v"):match("(%w)=(%w)")',
  'setmetatable({}, { __tostring = function() return "mine" end })',
  'tonumber("0x10")',
  'tonumber("none")',
  'table.unpack({ 1, 2, 3 })',
  'select(2, "a", "b", "c")',
  'pcall(fails, i)',
  'pcall(one, i)',
  'one(one(i))',
  'one(pair(one(i)))',
  'several(none(), pair(i))',
];

const OUTER = [
  (inner: string) => `show(${inner})`,
  (inner: string) => `show(i, ${inner})`,
  (inner: string) => `show(one(${inner}))`,
  (inner: string) => `show(several("before", ${inner}))`,
  (inner: string) => `show(tostring(several(${inner}, i)))`,
  (inner: string) => `show(math.max(1, count(${inner})))`,
  (inner: string) => `show(object(${inner}))`,
  (inner: string) => `local t = { i, ${inner} } show(#t, t[1], t[2])`,
  (inner: string) => `show((function() return ${inner} end)())`,
  (inner: string) => `show((function() return one(${inner}) end)())`,
  (inner: string) => `show((function() return i, ${inner} end)())`,
  (inner: string) => `show((function() return several(i, ${inner}) end)())`,
  (inner: string) => `show(pcall(tostring, ${inner}))`,
  (inner: string) => `local a, b, c = several(${inner}) show(a, b, c)`,
  (inner: string) => `show(one(${inner}) == one(${inner}), i)`,
  (inner: string) => `for a, b in several(next, { ${inner} }) do show(type(a)) end`,
];

const script = [
  FUNCTIONS,
  'for i = 1, 2 do',
  ...INNER.flatMap((inner) =>
    OUTER.map((outer) => `do local ok, why = pcall(function() ${outer(inner)} end) if not ok then print(why) end end`),
  ),
  'end',
]
  .join('\n')
  // A function has 255 constants and 200 locals in Lua as well; each of these has its own.
  .split('\n');

const observe = (result: RunResult): unknown => [result.ok ? 'done' : result.error.message, result.output];

test('what a call gives is passed to another call, a table or a return as in the interpreter', async () => {
  const [interpreted, compiled] = (['never', 'always'] as const).map((compile) =>
    createLua({ compile, limits: { instructions: 50_000_000 } }).set('wait', (value: unknown) =>
      Promise.resolve(value),
    ),
  ) as [ReturnType<typeof createLua>, ReturnType<typeof createLua>];
  const text = script.join('\n');
  const expected = observe(await interpreted.run(text));
  expect(expected).toEqual(['done', expect.stringContaining('called')]);
  expect(observe(await compiled.run(text))).toEqual(expected);
  // What was compiled is used again, and library tables are others then.
  expect(observe(await compiled.run(text))).toEqual(expected);
});

const steps = ['1', '-1', '2', '-3', '7', 'math.mininteger', 'math.maxinteger', '0.5', '-0.25', '1e308', '"2"', 'zero'];
const bounds = [
  ['1', '10'],
  ['10', '1'],
  ['-5', '5'],
  ['1.5', '4'],
  ['1', '4.5'],
  ['math.maxinteger - 2', 'math.maxinteger'],
  ['math.mininteger + 2', 'math.mininteger'],
  ['2^53', '2^53 + 4'],
  ['1 << 53', '(1 << 53) + 4'],
  ['-(1 << 53) - 2', '-(1 << 53) + 2'],
  ['-(1 << 53) + 1', '-(1 << 53) + 9'],
  ['(1 << 53) - 1', '(1 << 53) - 9'],
  ['1', 'math.huge'],
  ['1', '-math.huge'],
  ['"3"', '5'],
  ['5', '5'],
];

test('loops of any bounds and any step do the same rounds as in the interpreter', async () => {
  const loops = bounds.flatMap(([from, to]) =>
    steps.map(
      (step) => `show(function(step, zero)
        local seen = {}
        for i = ${from}, ${to}, ${step === 'zero' ? 'zero' : 'step'} do
          seen[#seen + 1] = tostring(i)
          if #seen > 12 then break end
        end
        return table.concat(seen, " ")
      end, ${step === 'zero' ? 'nil, 0' : step})`,
    ),
  );
  const text = `local function show(f, ...) print(pcall(f, ...)) end\n${loops.join('\n')}`;
  const [expected, found] = await Promise.all(
    (['never', 'always'] as const).map(async (compile) => observe(await createLua({ compile }).run(text))),
  );
  expect(expected).toEqual(['done', expect.stringContaining('9223372036854775807')]);
  expect(found).toEqual(expected);
});

test('a variable that a loop sets only where a test holds is set', async () => {
  const loops = ['x = a or x', 'x = b or x', 'x = a and x', 'x = x or a', 'local c = i % 2 == 0 and a; x = c or x'];
  const texts = loops.map((body) => `local a, x, b = 5, 7 for i = 1, 100000 do ${body} end return x`);
  texts.push(`local function f(a) local last for i = 1, 1000 do last = a or last end return last end
    local r for i = 1, 100 do r = f(i) end return r`);
  const results = await Promise.all(texts.map(async (text) => valuesOf(await createLua().run(text))));
  expect(results).toEqual([[5], [7], [7], [7], [5], [100]]);
});

test('a library that a script changes is another one for the next script, whatever was compiled', async () => {
  const lua = createLua({ compile: 'always' });
  const text = `
    local function most(a, b) return math.max(a, b) end
    local found = {}
    for i = 1, 3 do
      if i == 2 and change then math.max = function() return "changed" end end
      found[i] = tostring(most(i, 2)) .. ("x"):rep(i)
    end
    return table.concat(found, " ")`;
  const unchanged = '2x 2xx 3xxx';
  const values = async (script: string): Promise<unknown> => {
    const result = await lua.run(script);
    return result.ok ? result.values[0] : result.error.message;
  };
  expect(await values(text)).toBe(unchanged);
  expect(await values(`change = true ${text}`)).toBe('2x changedxx changedxxx');
  expect(await values(text)).toBe(unchanged);
  expect(await values(`string.rep = function(s, n) return "own" end ${text}`)).toBe('2own 2own 3own');
  expect(await values(text)).toBe(unchanged);
  expect(await values(`extra = 1 another = 2 ${text}`)).toBe(unchanged);
});

test('integers go beyond what a JavaScript number holds wherever a sum, a difference or a product leads there', async () => {
  const edges = [0, 31, 32, 52, 53, 62, 63].flatMap((bits) => [`(1 << ${bits})`, `-(1 << ${bits})`]);
  const near = edges.flatMap((edge) => ['- 2', '- 1', '', '+ 1', '+ 2'].map((more) => `${edge} ${more}`));
  const known = ['1', '-1', '3', '9007199254740991', '-9007199254740991', '0.5', '-2.0', 'math.mininteger'];
  const operations = known.flatMap((n) => [
    `x + ${n}`,
    `${n} + x`,
    `x - ${n}`,
    `${n} - x`,
    `x * ${n}`,
    `x // ${n}`,
    `x % ${n}`,
  ]);
  const text = `
    local function try(name, f, x) print(name, x, pcall(f, x)) end
    local values = { ${near.join(', ')}, 0.5, 1e300, "10", "0x1p4", "none" }
    for i, x in ipairs(values) do
      ${operations.map((operation, n) => `try(${n}, function(x) return ${operation}, math.type(${operation}) end, x)`).join('\n')}
      for j, y in ipairs(values) do try("both", function(x) return x + y, x - y, x * y end, x) end
    end`;
  const limits = { instructions: 100_000_000, outputBytes: 2 ** 24 };
  const [expected, found] = await Promise.all(
    (['never', 'always'] as const).map(async (compile) => observe(await createLua({ compile, limits }).run(text))),
  );
  expect(expected).toEqual(['done', expect.stringContaining('9007199254740992')]);
  expect(found).toEqual(expected);
});

test('handlers of arithmetic are called as in the interpreter: whatever they give, wherever they wait or fail', async () => {
  const text = `
    local function handle(name, f) return setmetatable({ name = name }, { __add = f, __sub = f, __mul = f, __idiv = f, __band = f }) end
    local function deep(n) if n == 0 then return 0 end return 1 + deep(n - 1) end
    local chain
    chain = setmetatable({}, { __add = function(a, n) if n == 0 then return 0 end return (chain + (n - 1)) + 1 end })
    local endless
    endless = setmetatable({}, { __sub = function(a, b) return endless - b end })
    local forever
    forever = setmetatable({}, { __sub = function(a, b) return (forever - b) + 1 end })
    local operands = {
      handle("one", function(a, b) return 1 end),
      handle("none", function() end),
      handle("several", function(a, b) return "first", "second" end),
      handle("open", function(...) return ... end),
      handle("waits", function(a, b) local n = wait(2) return n * 3 end),
      handle("waits at its end", function(a, b) return wait("late") end),
      handle("fails", function(a, b) error("no sum of " .. type(a) .. " and " .. type(b)) end),
      handle("fails late", function(a, b) wait(1) error("late") end),
      handle("goes deep", function(a, b) return deep(300) end),
      handle("goes on elsewhere", function(a, b) return deep(30) end),
      handle("remembers", function(a, b) local t = {} for i = 1, 200 do t[i] = { i } end return #t end),
      handle("yields", function(a, b) return coroutine.yield("from inside") end),
    }
    local function try(f, ...)
      local co = coroutine.create(f)
      local found = { coroutine.resume(co, ...) }
      if coroutine.status(co) == "suspended" then found = { "yielded", found[2], coroutine.resume(co, "resumed") } end
      for i = 1, #found do found[i] = type(found[i]) == "table" and found[i].name or tostring(found[i]) end
      return table.concat(found, " ")
    end
    for round = 1, 2 do
      for _, x in ipairs(operands) do
        local a, b = { round }, "between"
        print(x.name, try(function() local r = x + 1 return r, a[1], b end))
        print(x.name, try(function() local r = 1 - x return r, a[1], b end))
        print(x.name, try(function() return x * x, a[1] end))
        print(x.name, try(function() local r = x & 7 return (r == nil) end))
        print(x.name, pcall(function() return (x // 2) end))
      end
      local sum = 0
      for i = 1, 500 do sum = sum + (operands[1] + i) end
      print(sum)
      print(try(function() return chain + 60 end))
      print(try(function() return endless - 1 end))
      print(try(function() return forever - 1 end))
    end`;
  const limits = { instructions: 50_000_000 };
  const [expected, found] = await Promise.all(
    (['never', 'always'] as const).map(async (compile) => {
      const lua = createLua({ compile, limits }).set('wait', (value: unknown) => Promise.resolve(value));
      return observe(await lua.run(text));
    }),
  );
  expect(expected).toEqual(['done', expect.stringContaining('goes deep')]);
  expect(found).toEqual(expected);
});

test('handlers within handlers wait and fail as in the interpreter, however deep they are', async () => {
  const bodies = [
    'local v = some(n) if n == 0 then pcall(error, "x") return 5 end local r for i = 1, 1 do for j = 1, 1 do r = O + (n - 1) end end return r + p + q + #s + v',
    'local v = some(n) if n == 0 then return wait(3) + 5 end local r = O + (n - 1) v = some(n) pcall(error, "x") return r + p + q + #s + v',
    'if n == 0 then error("at the end") end local ok, r = pcall(function() return O + (n - 1) end) return (ok and r or #r) + p + q',
    'if n == 0 then return coroutine.yield(p) end local r = (O + (n - 1)) * 2 return r % 1000 + q + #s',
  ];
  const text = `
    local handlers = {}
    local O = setmetatable({}, handlers)
    local function some(...) return ... end
    for _, body in ipairs {
      ${bodies.map((body) => `function(a, n) local p, q, s = n * 10, n, "k" .. n ${body} end`).join(',\n')}
    } do
      handlers.__add = body
      for n = 0, 24 do
        local co = coroutine.wrap(function() return pcall(function() return O + n end) end)
        local first, second = co()
        if type(first) == "number" then first, second = co(7) end
        print(n, first, second)
      end
    end`;
  const limits = { instructions: 50_000_000 };
  const [expected, ...found] = await Promise.all(
    (['never', 'always', 'auto'] as const).map(async (compile) => {
      const lua = createLua({ compile, limits }).set('wait', (value: unknown) => Promise.resolve(value));
      return observe(await lua.run(text));
    }),
  );
  expect(expected).toEqual(['done', expect.stringContaining('3671')]);
  expect(found).toEqual([expected, expected]);
});
