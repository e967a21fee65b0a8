import { afterEach, describe, expect, test } from '@jest/globals';

import {
  createLua,
  createLuaWorker,
  type LuaOptions,
  type LuaTraceEvent,
  toLcov,
  type TypedLua,
} from '../src/index.js';
import { errorOf, later, valuesOf } from './sandboxes.js';

const kinds: readonly [string, (options?: LuaOptions) => TypedLua][] = [
  ['in this thread', createLua],
  [
    'in a worker',
    (options) => createLuaWorker({ ...options, worker: () => new URL('../dist/worker-thread.js', import.meta.url) }),
  ],
];

const script = `local m = require("m")
local function classify(n)
  if n > 10 then
    return "large"
  elseif n < 0 then
    return "negative"
  else
    local half = wait(n)
    return "small"
  end
end

function never()
  return 1
end

for i = 1, 3 do
  classify(i * 5)
end
local t = {
  a = 1,
  b = m.twice(2),
}
while t.a < 3 do t.a = t.a + 1 end
return classify(20)`;

describe.each(kinds)('coverage %s', (_kind, create) => {
  let lua: TypedLua;
  const make = (options: LuaOptions = {}): TypedLua => (lua = create(options));
  afterEach(() => {
    lua[Symbol.dispose]();
  });

  test('counts each line that has code, and those that were never reached', async () => {
    make({ modules: { m: 'local M = {}\nfunction M.twice(x)\n  return x * 2\nend\nreturn M' } });
    lua.set('wait', (n: number) => later(1, n / 2));
    const result = await lua.run(script, { coverage: 'lines', name: 'cases.lua' });
    expect(valuesOf(result)).toEqual(['large']);
    const [cases, module] = result.usage.lines ?? [];
    expect(module).toEqual({ chunk: 'm.lua', hits: { 1: 1, 2: 1, 3: 1, 5: 1 } });
    expect(cases?.chunk).toBe('cases.lua');
    expect(cases?.hits).toMatchObject({ 1: 1, 2: 1, 3: 4, 4: 2, 5: 2, 6: 0, 8: 2, 9: 2, 13: 1, 14: 0, 18: 3, 25: 1 });
    expect(Object.keys(cases?.hits ?? {})).not.toContain('11');
    expect(cases?.hits[24]).toBeGreaterThanOrEqual(3);
    const lcov = toLcov(result.usage.lines ?? []);
    expect(lcov).toMatch(
      /^SF:cases\.lua\nDA:1,1\nDA:2,1\nDA:3,4\n[^]*DA:6,0\n[^]*LF:17\nLH:15\nend_of_record\nSF:m\.lua\n/,
    );
    expect((await lua.run('return 1')).usage.lines).toBeUndefined();
  });

  test('of a sandbox holds for prepared scripts, loaded texts and the calls of a session, each for itself', async () => {
    make({ coverage: 'lines' });
    const prepared = lua.prepare('local n = ...\nif n then\n  return load("return 1\\n+ 1", "=sum")()\nend');
    for (const [args, hits] of [
      [[], { 1: 1, 2: 1, 3: 0 }],
      [[1], { 1: 1, 2: 1, 3: 1 }],
    ] as const) {
      const { usage } = await prepared.run({ args });
      expect(usage.lines?.[0]).toEqual({ chunk: 'script.lua', hits });
      expect(usage.lines?.[1]?.chunk).toBe(args.length === 0 ? undefined : 'sum');
    }
    await using session = await lua.open('function a()\n  wait()\n  return 1\nend\nfunction b()\n  return 2\nend', {
      globals: { wait: () => later(5, 1) },
    });
    expect(session.usage.lines?.[0]?.hits).toEqual({ 1: 1, 2: 0, 3: 0, 5: 1, 6: 0 });
    const [first, second] = await Promise.all([session.call('a'), session.call('b')]);
    expect(first.usage.lines?.[0]?.hits).toEqual({ 1: 0, 2: 1, 3: 1, 5: 0, 6: 0 });
    expect(second.usage.lines?.[0]?.hits).toEqual({ 1: 0, 2: 0, 3: 0, 5: 0, 6: 1 });
  });

  test('changes neither results nor limits', async () => {
    make({ limits: { instructions: 100_000, memoryBytes: 2 ** 20, timeMs: 20_000 }, coverage: 'lines' });
    expect(errorOf(await lua.run('while true do end')).code).toBe('limit_instructions');
    expect(errorOf(await lua.run('for i = 1, 1e9 do load("return " .. i) end')).code).toBe('limit_memory');
    const deep = 'local function f(n) return n == 0 and 0 or 1 + f(n - 1) end return f(200), pcall(error, "x")';
    expect(valuesOf(await lua.run(deep))).toEqual([200, false, 'x']);
    expect(errorOf(await lua.run('\nlocal x = nil + 1')).message).toContain('script.lua:2:');
    const wrong = { coverage: true } as unknown as object;
    expect(errorOf(await lua.run('', wrong)).message).toBe("run: 'coverage' must be 'lines', got boolean");
  });
});

describe.each(kinds)('a trace %s', (_kind, create) => {
  let lua: TypedLua;
  const make = (options: LuaOptions = {}): TypedLua => (lua = create(options));
  afterEach(() => {
    lua[Symbol.dispose]();
  });

  /* A trace that writes down what it hears. */
  const record = () => {
    const heard: string[] = [];
    const trace = ({ kind, name, chunk, line, depth }: LuaTraceEvent): void => {
      heard.push(`${depth} ${kind} ${name} ${chunk}:${line}`);
    };
    return { heard, trace };
  };

  test('hears of calls and returns, with name, chunk, line and depth', async () => {
    make({ modules: { m: 'return function(x) return x end' } });
    lua.set('wait', (n: number) => later(1, n));
    const { heard, trace } = record();
    const code = `local function inner(n) return wait(n) + 1 end
      local t = { go = function(self, n) return inner(n) end }
      setmetatable(t, { __add = function(a, b) return b end })
      local co = coroutine.wrap(function() return t:go(1) end)
      pcall(function() error("x") end)
      return co(), t + 5, require("m")`;
    expect(valuesOf(await lua.run(code, { trace }))).toEqual([2, 5, expect.anything()]);
    expect(heard).toEqual([
      '1 call main chunk script.lua:0',
      '3 call  script.lua:5',
      '1 call  script.lua:4',
      '1 return  script.lua:4',
      '1 call go script.lua:2',
      '1 return go script.lua:2',
      '1 call inner script.lua:1',
      '1 return inner script.lua:1',
      '2 call __add script.lua:3',
      '2 return __add script.lua:3',
      '3 call main chunk m.lua:0',
      '3 return main chunk m.lua:0',
      '1 return main chunk script.lua:0',
    ]);
  });

  test('that throws or rejects ends the run, which no script can catch, and leaves the sandbox usable', async () => {
    make();
    const failure = new TypeError('no room');
    const trace = ({ name }: LuaTraceEvent): void => {
      if (name === 'f') throw failure;
    };
    const code = 'local function f() end while true do pcall(f) f() end';
    const error = errorOf(await lua.run(code, { trace }));
    expect([error.code, error.reason]).toEqual(['trace_failed', 'the function that traces calls failed: no room']);
    expect(error.cause).toBe(failure);
    const late = (): Promise<never> => Promise.reject(failure);
    expect(errorOf(await lua.run(code, { trace: late })).code).toBe('trace_failed');
    expect(valuesOf(await lua.run('return 1'))).toEqual([1]);
    expect(errorOf(await lua.run('', { trace: 1 } as unknown as object)).message).toContain(
      "'trace' must be a function",
    );
  });

  test('hears of many calls, within the limits, in a sandbox and its sessions', async () => {
    let calls = 0;
    make({
      limits: { instructions: 100_000, timeMs: 20_000 },
      trace: ({ kind }) => (calls += kind === 'call' ? 1 : 0),
    });
    const many = 'local function f(n) return n end for i = 1, 5000 do f(i) end return 1';
    expect(valuesOf(await lua.run(many))).toEqual([1]);
    expect(calls).toBe(5001);
    expect(errorOf(await lua.run('local function f() end while true do f() end')).code).toBe('limit_instructions');
    await using session = await lua.open('function tail(n) if n > 0 then return tail(n - 1) end return "end" end');
    calls = 0;
    expect(valuesOf(await session.call('tail', 1000))).toEqual(['end']);
    expect(calls).toBe(1001);
  });
});

test('a trace that gives promises is waited for', async () => {
  const lua = createLua();
  const order: string[] = [];
  const trace = async ({ kind, name }: LuaTraceEvent): Promise<void> => {
    await later(2, 0);
    order.push(`${kind} ${name}`);
  };
  lua.set('note', (text: string) => order.push(text));
  await lua.run('local function f() note("in f") end f() note("after")', { trace });
  expect(order.slice(0, 5)).toEqual(['call main chunk', 'call f', 'in f', 'return f', 'after']);
});
