import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { createLua, type RunResult } from '../src/index.js';

/*
 * Compiled code takes short ways: usual calls of library functions without a frame, keys where they were found last,
 * loops over tables in place. None may be seen.
 */

/* All that a script has printed. */
const textOf = (run: RunResult): string => {
  if (!run.ok) throw run.error;
  return run.output;
};

const FUNCTIONS = [
  'math.floor math.ceil math.abs math.sqrt math.max math.min math.sin math.exp math.random',
  'type tostring tonumber setmetatable rawget assert',
  'string.byte string.sub string.len string.char string.upper string.lower string.format',
  'string.find string.match string.gmatch string.gsub table.concat',
  'table.insert table.remove',
].flatMap((names) => names.split(' '));

const value = fc.oneof(
  fc.constantFrom('nil', 'true', 'false', '{}', '{1, 2, nil, 4}', '{1, 2, 3}', 'plain', 'guarded', 'proxy', 'print'),
  fc.constantFrom('0/0', '1/0', '-1/0', '-0.0', '2^53', '1e300', '9007199254740993', 'math.mininteger', '255', '256'),
  fc.integer({ min: -4, max: 6 }).map(String),
  fc.double({ min: -9, max: 9, noNaN: true }).map((number) => number.toFixed(1)),
  fc.constantFrom('"x"', '""', '"0x10"', '" 7 "', '"Ab\\0\\200"', '"%d|%5.1f"', '"%s%%%-6s|"', '"%q"', '"%y"', '"%"'),
  fc.constantFrom('"a-(%a)%1"', '"()%w*"', '"("', '"[%d.]+$"', '"%1"', 'function(c) return c .. "!" end'),
  fc.constantFrom('("long"):rep(30)', '("%s"):rep(100)', '("é"):rep(9)'),
);

const call = fc.record({
  name: fc.constantFrom(...FUNCTIONS),
  args: fc.array(value, { maxLength: 4 }),
});

/* What a call gives, told by one text; `tostring` of a table would tell its address. */
const TELL = `
  local plain, guarded = {}, setmetatable({}, { __metatable = "locked" })
  local proxy = setmetatable({}, { __index = { 5, 6 }, __len = function() return 2 end, __tostring = function() return "P" end })
  local function show(v)
    if type(v) == "table" then return "table" .. #v .. type(getmetatable(v)) end
    if type(v) == "function" then return "function" end
    return math.type(v) == "float" and string.format("%a", v) or type(v) .. tostring(v)
  end
  local function tell(ok, ...)
    if not ok then return (tostring((...)):gsub("0x%x+", "?"):gsub("^[^:]*:%d+: ", "")) end
    return select("#", ...) == 0 and "nil" .. tostring(nil) or show((...))
  end`;

test('library functions do the same when they are called without a frame', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(call, { minLength: 5, maxLength: 20 }), async (calls) => {
      const calling = calls.map(({ name, args }) => `${name}(${args.join(', ')})`);
      // Calls that are not at the end of a function want one result, and take the short way where there is one.
      const short = calling.map((text) => `print(tell(pcall(function() local r = ${text} return r end)))`);
      const last = calling.map((text) => `print(tell(pcall(function() return ${text} end)))`);
      const long = calls.map(({ name, args }) => `print(tell(pcall(${[name, ...args].join(', ')})))`);
      const outputs = await Promise.all(
        [short, last, long].flatMap((lines) =>
          (['always', 'never'] as const).map(async (compile) => {
            const run = await createLua({ compile, seed: 7 }).run(`${TELL}\n${lines.join('\n')}`);
            // What a function is called by is what the caller calls it.
            return textOf(run)
              .replaceAll(/0x[0-9a-f]{8}\b/g, '0x?')
              .replaceAll(/'\w+\.(\w+)'/g, "'$1'")
              .replaceAll(/ \((?:local|field|upvalue) '[^']*'\)/g, '');
          }),
        ),
      );
      for (const output of outputs) expect(output).toBe(outputs[0]);
    }),
    { numRuns: 40 },
  );
});

const sameInBoth = async (code: string): Promise<string> => {
  const [compiled, interpreted] = await Promise.all(
    (['always', 'never'] as const).map(async (compile) => textOf(await createLua({ compile }).run(code))),
  );
  expect(compiled).toBe(interpreted);
  return compiled as string;
};

describe('a key that was found before', () => {
  test('is found anew when its object gets one of its own, and again when that is removed', async () => {
    const output = await sameInBoth(`
      local Class = { name = "class" } Class.__index = Class
      function Class:who() return self.name end
      local object = setmetatable({}, Class)
      for i = 1, 8 do
        if i == 3 then object.name = "own" end
        if i == 5 then object.name = nil end
        if i == 6 then object.who = function() return "mine" end end
        if i == 7 then object.who = nil end
        print(i, object:who(), object.name, rawget(object, "name"))
      end`);
    expect(output).toContain('3\town\town\town\n');
    expect(output).toContain('5\tclass\tclass\tnil\n6\tmine');
  });

  test('is found anew when a class, its parent or its way there changes', async () => {
    const output = await sameInBoth(`
      local Root = { kind = "root" } Root.__index = Root
      local Mid = setmetatable({}, Root) Mid.__index = Mid
      local Leaf = setmetatable({}, Mid) Leaf.__index = Leaf
      local object = setmetatable({ n = 1 }, Leaf)
      for i = 1, 12 do
        if i == 3 then Mid.kind = "mid" end
        if i == 4 then Mid.kind = nil end
        if i == 5 then Root.kind = nil end
        if i == 6 then setmetatable(Mid, { __index = { kind = "other" } }) end
        if i == 7 then setmetatable(Mid, { __index = function(_, k) return k .. "!" end }) end
        if i == 8 then Leaf.__index = { kind = "leaf" } end
        if i == 9 then Leaf.__index = nil end
        if i == 10 then setmetatable(object, nil) end
        if i == 11 then setmetatable(object, Leaf) Leaf.__index = Root Root.kind = 0.5 end
        print(i, object.kind)
      end`);
    expect(output).toBe(
      ['root', 'root', 'mid', 'root', 'nil', 'other', 'kind!', 'leaf', 'nil', 'nil', '0.5', '0.5']
        .map((kind, n) => `${n + 1}\t${kind}\n`)
        .join(''),
    );
  });

  test('is set where it is, but not past a handler', async () => {
    const output = await sameInBoth(`
      local log = {}
      local meta = {}
      local t = { a = 1 }
      for i = 1, 9 do
        if i == 3 then setmetatable(t, meta) end
        if i == 4 then meta.__newindex = function(_, k, v) log[#log + 1] = k .. tostring(v) end end
        if i == 5 then t.a = nil end
        if i == 7 then meta.__newindex = nil end
        t.a = i
        print(i, t.a, #log)
      end
      print(table.concat(log, " "))`);
    expect(output).toContain('5\tnil\t1\n6\tnil\t2\n7\t7\t2\n');
    expect(output).toContain('a5 a6');
  });

  test('is found in tables of many kinds at one place', async () => {
    await sameInBoth(`
      local sum = 0
      for i = 1, 60 do
        local t = { ["k" .. i % 11] = i }
        t.x = i
        if i % 3 == 0 then t[i] = true end
        if i % 4 == 0 then t = setmetatable({}, { __index = t }) end
        sum = sum * 3 % 1000 + t.x
        print(sum, t.absent)
      end`);
  });

  test('is that of the running script, whatever ran in the sandbox before', async () => {
    const lua = createLua({ compile: 'always' });
    const script = (fields: string): string =>
      `local t = { ${fields} } local s = 0 for i = 1, 10 do s = s + t.a t.b = s end return t.a, t.b`;
    for (const [fields, a] of [
      ['a = 1, b = 2', 1],
      ['b = 1, a = 2', 2],
      ['x = 0, a = 3', 3],
      ['a = 4, b = 0', 4],
    ] as const)
      expect(await lua.run(script(fields))).toMatchObject({ ok: true, values: [a, a * 10] });
  });
});

describe('a loop over a table', () => {
  test('visits the same keys when it changes and removes them', async () => {
    await sameInBoth(`
      local function make()
        local t = { 1, 2, nil, 4, a = 1, b = 2, c = 3, [0] = "zero", [2.5] = "float", [true] = "yes" }
        for i = 1, 30 do t["key" .. i] = i end
        return t
      end
      for _, t in ipairs({ make(), { x = 1, y = 2, z = 3 }, { 1, 2, 3 }, {}, { [math.maxinteger] = 1, a = 2 } }) do
        local seen = {}
        for k, v in pairs(t) do
          seen[#seen + 1] = tostring(k) .. "=" .. tostring(v)
          if #seen % 2 == 0 then t[k] = nil else t[k] = v end
          for inner in pairs(t) do if inner == "b" then break end end
        end
        print(table.concat(seen, " "))
        local left = {}
        for k in next, t do left[#left + 1] = tostring(k) end
        print(table.concat(left, " "))
      end
      print(pcall(function() for k in next, { a = 1 }, "absent" do end end))
      for k, v in pairs(setmetatable({}, { __pairs = function() return next, { p = 1 }, nil end })) do print(k, v) end`);
  });

  test('goes on behind the key that the script gives it', async () => {
    expect(
      await sameInBoth(`
        local t = { 10, 20, a = 1, b = 2 }
        local count = 0
        for k, v in pairs(t) do
          print(k, v)
          count = count + 1
          if count < 9 then k = "a" end
        end
        for k, v in next, t, 1 do print(k, v) end`),
    ).toBe('1\t10\n2\t20\na\t1\nb\t2\n2\t20\na\t1\nb\t2\n');
  });
});

test('a call of what is not compiled, or waits, or fails, goes on where it was', async () => {
  const lua = createLua().set('wait', (value: unknown) => Promise.resolve(value));
  const run = await lua.run(`
    local function late(n) return wait(n) end
    local function fails(n) if n % 1000 == 0 then error({ n }) end return n end
    local function many(...) return select("#", ...), ... end
    local function tail(n) if n > 0 then return tail(n - 1) end return late(1) end
    local sum = 0
    for i = 1, 20000 do
      sum = sum + (many(i, nil, nil))
      local ok, problem = pcall(fails, i)
      if not ok then sum = sum + problem[1] end
      if i % 5000 == 0 then sum = sum + late(i) + tail(300) end
      local wrapped = i % 4000 == 0 and coroutine.wrap(function() for n = 1, 3 do coroutine.yield(late(n)) end end)
      if wrapped then sum = sum + wrapped() + wrapped() + wrapped() end
    end
    return sum`);
  expect(run).toMatchObject({ ok: true, values: [60_000 + 210_000 + 50_000 + 4 + 30] });
});
