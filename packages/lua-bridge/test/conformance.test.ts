import { afterEach, describe, expect, test } from '@jest/globals';

import { hostFunction, isLuaError, type LuaOptions } from '../src/index.js';
import { errorOf, later, type Sandbox, sandboxes, valuesOf } from './sandboxes.js';

describe.each(sandboxes)('a sandbox %s', (_kind, create) => {
  let lua: Sandbox;
  const make = (options: LuaOptions = {}): Sandbox => (lua = create(options));
  afterEach(() => {
    lua[Symbol.dispose]();
  });

  test('returns values, captures output and reports usage', async () => {
    make();
    const result = await lua.run('print("a", 1) print({1, x = 2}) return 1, "two", nil, true, {1, 2}, {k = {}}');
    expect(valuesOf(result)).toEqual([1, 'two', undefined, true, [1, 2], { k: {} }]);
    expect(result.output).toBe('a\t1\n{1, x = 2}\n');
    expect(result.usage.instructions).toBeGreaterThan(5);
    expect(result.usage.outputBytes).toBe(result.output.length);
    expect(result.usage.memoryBytes).toBeGreaterThan(1000);
  });

  test('passes arguments as ... and names the chunk', async () => {
    make();
    expect(valuesOf(await lua.run('return ...', { args: [1, { a: [2] }] }))).toEqual([1, { a: [2] }]);
    expect(errorOf(await lua.run('\nerror("x")', { name: 'mine.lua' }))).toMatchObject({
      message: 'mine.lua:2: x',
      line: 2,
      chunk: 'mine.lua',
    });
  });

  test('calls host functions with converted values', async () => {
    make();
    const seen: unknown[] = [];
    lua.set('app.log', (...args: unknown[]) => {
      seen.push(args);
      return { ok: true, list: [1, { deep: 'x' }], none: null };
    });
    const values = valuesOf(
      await lua.run('local r = app.log(1, "a", nil, {1, 2}, {k = "v"}, {}) return r.ok, r.list[2].deep, r.none'),
    );
    expect(seen).toEqual([[1, 'a', undefined, [1, 2], { k: 'v' }, {}]]);
    expect(values).toEqual([true, 'x', undefined]);
  });

  test('waits for promises in loops, functions, pcall and coroutines', async () => {
    make();
    lua.set('slow', (value: unknown) => later(1, value));
    const values = valuesOf(
      await lua.run(`
        local sum = 0
        for i = 1, 3 do sum = sum + slow(i) end
        local function f(x) return slow(x) * 2 end
        local ok, caught = pcall(function() return f(4) end)
        local co = coroutine.wrap(function() coroutine.yield(slow("first")) return slow("second") end)
        return sum, ok, caught, co(), co()`),
    );
    expect(values).toEqual([6, true, 8, 'first', 'second']);
  });

  test('gives host errors to pcall as values, and uncaught ones back as themselves', async () => {
    make();
    const failure = Object.assign(new TypeError('no such thing'), { code: 'gone', status: 404 });
    lua.set('fail', () => Promise.reject(failure));
    expect(
      valuesOf(
        await lua.run('local ok, e = pcall(fail) return ok, e.code, e.status, e.message, tostring(e), getmetatable(e)'),
      ),
    ).toEqual([false, 'gone', 404, 'no such thing', 'script.lua:1: no such thing', false]);
    const error = errorOf(await lua.run('\nfail()'));
    expect(isLuaError(error)).toBe(true);
    expect(error).toMatchObject({ code: 'gone', line: 2, message: 'script.lua:2: no such thing' });
    expect(error.cause).toBe(failure);
  });

  test('tells a host function the path and line of its call', async () => {
    make();
    lua.set(
      'app.here',
      hostFunction((call, ...args) => [call.path, call.line, ...args]),
    );
    expect(valuesOf(await lua.run('\n\nreturn app.here("x")'))).toEqual([['app.here', 3, 'x']]);
  });

  test('passes Lua functions to the host, for as long as the run lasts', async () => {
    make();
    let kept: ((...args: unknown[]) => Promise<unknown>) | undefined;
    lua.set('twice', async (fn: (x: number) => Promise<number>) => {
      kept = fn as typeof kept;
      return (await fn(1)) + (await fn(2));
    });
    expect(valuesOf(await lua.run('return twice(function(x) return x * 10 end)'))).toEqual([30]);
    await expect(kept?.(1)).rejects.toMatchObject({ code: 'callback_expired' });
  });

  test('reports syntax errors and thrown tables', async () => {
    make();
    expect(errorOf(await lua.run('x = = 1'))).toMatchObject({ code: 'syntax', line: 1 });
    expect(errorOf(await lua.run('error({code = "mine", message = "hi"})'))).toMatchObject({
      code: 'mine',
      message: 'script.lua:1: hi',
      value: { code: 'mine', message: 'hi' },
    });
  });

  test('starts every run with a clean state', async () => {
    make();
    lua.set('config', { list: [1, 2] });
    await lua.run('leaked = 1 string.upper = nil config.list[1] = "changed" math.leaked = true');
    expect(valuesOf(await lua.run('return leaked, ("x"):upper(), config.list[1], math.leaked'))).toEqual([
      undefined,
      'X',
      1,
      undefined,
    ]);
  });

  test('ends at each limit with an error that no script catches', async () => {
    make({
      limits: {
        instructions: Infinity,
        timeMs: 500,
        outputBytes: 100,
        hostCalls: 5,
        callDepth: 100,
        sourceBytes: 500,
        memoryBytes: 2 ** 22,
        stringBytes: 10_000,
        patternSteps: 10_000,
      },
    });
    lua.set('f', () => 1);
    const codes = async (script: string) =>
      errorOf(await lua.run(`pcall(function() ${script} end) while true do end`)).code;
    expect(await codes('while true do end')).toBe('limit_time');
    expect(await codes('while true do print("xxxxxxxxxx") end')).toBe('limit_output');
    expect(await codes('for i = 1, 9 do f() end')).toBe('limit_host_calls');
    expect(await codes('local function f() return 1 + f() end f()')).toBe('limit_call_depth');
    expect(await codes('load(("x"):rep(1000))')).toBe('limit_source');
    expect(await codes('local t = {} for i = 1, 1e9 do t[i] = (("x"):rep(9000) .. i) end')).toBe('limit_memory');
    expect(await codes('return ("x"):rep(20000)')).toBe('limit_string');
    expect(await codes('return (("a"):rep(1000)):find(".-.-.-b")')).toBe('limit_pattern');
  });

  test('ends at the instruction limit and names it', async () => {
    make({ limits: { instructions: 10_000 } });
    const error = errorOf(await lua.run('while true do end'));
    expect(error).toMatchObject({ code: 'limit_instructions', line: 1 });
    expect(error.message).toMatch(/limit 'instructions' reached: used 10\d\d\d of 10000/);
  });

  test('is aborted by a signal while it computes and while it waits', async () => {
    make();
    lua.set('never', () => new Promise(() => undefined));
    for (const script of ['while true do pcall(error) end', 'never()']) {
      const started = performance.now();
      expect(errorOf(await lua.run(script, { signal: AbortSignal.timeout(50) }))).toMatchObject({ code: 'aborted' });
      expect(performance.now() - started).toBeLessThan(10_000);
    }
  });

  test('ends at its time limit while it waits', async () => {
    make({ limits: { timeMs: 60 } });
    lua.set('never', () => new Promise(() => undefined));
    expect(errorOf(await lua.run('never()')).code).toBe('limit_time');
  });

  test('hints at what an unknown name may mean, and lists namespaces', async () => {
    make();
    lua.set('app.integrations.track', () => 1);
    lua.set('app.integrations.page', () => 1);
    expect(errorOf(await lua.run('app.integrations.trakc()'))).toMatchObject({
      code: 'unknown_function',
      message: 'script.lua:1: Unknown function: app.integrations.trakc. Did you mean: track',
    });
    expect(errorOf(await lua.run('app.integrations.zzzzzz()')).message).toContain('Available: track, page');
    expect(
      valuesOf(
        await lua.run(
          'local n = {} for k, v in pairs(app.integrations) do n[#n + 1] = k .. ":" .. type(v) end return n',
        ),
      ),
    ).toEqual([['track:function', 'page:function']]);
    expect(errorOf(await lua.run('app.integrations.track = 1')).message).toContain('read-only');
    expect(errorOf(await lua.run('rawset(app.integrations, "track", 1)')).message).toContain('read-only');
  });

  test('runs host calls side by side', async () => {
    make();
    let [going, most] = [0, 0];
    lua.set('slow', async (ms: number, value: unknown) => {
      most = Math.max(most, ++going);
      await later(ms, undefined);
      going--;
      return value;
    });
    expect(valuesOf(await lua.run('return parallel({60, 50, 40}, function(ms, i) return slow(ms, i) end)'))).toEqual([
      [1, 2, 3],
    ]);
    expect(most).toBe(3);
    most = 0;
    expect(
      valuesOf(
        await lua.run('return #parallel({5, 5, 5, 5, 5}, function(ms, i) return slow(ms, i) end, { limit = 2 })'),
      ),
    ).toEqual([5]);
    expect(most).toBe(2);
  });

  test('requires the modules it was given', async () => {
    make({ modules: { util: 'local M = {} function M.double(x) return x * 2 end return M', settings: { depth: 3 } } });
    expect(
      valuesOf(
        await lua.run('return require("util").double(require("settings").depth), require("util") == require("util")'),
      ),
    ).toEqual([6, true]);
    expect(errorOf(await lua.run('require("utli")'))).toMatchObject({
      code: 'unknown_module',
      message: 'script.lua:1: Unknown module: utli. Did you mean: util',
    });
  });

  test('lets runs overlap', async () => {
    make();
    lua.set('slow', (value: unknown) => later(10, value));
    const results = await Promise.all(
      [1, 2, 3].map((n) => lua.run('x = ... local v = slow(x) return v, x', { args: [n] })),
    );
    expect(results.map(valuesOf)).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
    ]);
  });

  test('carries what is odd: maps, sets, proxies, cycles, functions inside', async () => {
    make();
    const cycle: Record<string, unknown> = { name: 'c' };
    cycle['self'] = cycle;
    lua.set('odd', () => ({
      map: new Map([['f', () => 'from a map']]),
      set: new Set([() => 'from a set', 2]),
      proxy: new Proxy({ a: 1 }, {}),
      cycle,
    }));
    expect(
      valuesOf(
        await lua.run('local o = odd() return o.map.f(), o.set[1](), o.set[2], o.proxy.a, o.cycle.self == o.cycle'),
      ),
    ).toEqual(['from a map', 'from a set', 2, 1, true]);
  });

  test('gives errors that are values, not thrown, as error tables that come back as themselves', async () => {
    make();
    const failure = Object.assign(new Error('late'), { code: 'late', status: 504 });
    lua.set('outcomes', () => [{ error: failure }, 'fine']);
    expect(
      valuesOf(
        await lua.run('local o = outcomes() local e = o[1].error return e.code, e.status, e.message, e.stack, o[2]'),
      ),
    ).toEqual(['late', 504, 'late', undefined, 'fine']);
    expect(errorOf(await lua.run('error(outcomes()[1].error)')).cause).toBe(failure);
  });

  test('turns what cannot cross into errors', async () => {
    make();
    let deep: unknown = 1;
    for (let i = 0; i < 300; i++) deep = { deep };
    lua.set('symbol', () => ({ inner: Symbol('s') }));
    lua.set('deep', () => Promise.resolve(deep));
    for (const script of ['symbol()', 'deep()'])
      expect(errorOf(await lua.run(script))).toMatchObject({ code: 'conversion', line: 1 });
    expect(errorOf(await lua.run('return 1', { args: [Symbol('s')] }))).toMatchObject({ code: 'conversion' });
    expect(valuesOf(await lua.run('return pcall(symbol)'))[0]).toBe(false);
  });

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a number', 42],
    ['a symbol', Symbol('odd')],
    ['a bare object', Object.create(null)],
    [
      'a getter that throws',
      {
        get message(): string {
          throw new Error('no');
        },
      },
    ],
    [
      'a proxy that throws',
      new Proxy(
        {},
        {
          ownKeys: () => {
            throw new Error('no');
          },
        },
      ),
    ],
    ['a huge bigint', Object.assign(new Error('big'), { size: 2n ** 70n })],
  ])('survives a host function that throws %s', async (_what, thrown) => {
    make();
    lua.set('fail', () => {
      throw thrown;
    });
    lua.set('failLater', () => Promise.reject(thrown as Error));
    for (const name of ['fail', 'failLater']) {
      const error = errorOf(await lua.run(`${name}()`));
      expect(error).toMatchObject({ code: 'runtime', line: 1 });
      expect(error.cause).toBe(thrown);
      expect(
        valuesOf(await lua.run(`local ok, e = pcall(${name}) return ok, type(e), type(e.message), type(tostring(e))`)),
      ).toEqual([false, 'table', 'string', 'string']);
    }
  });

  test('rejects callbacks that are going when the run ends, and lets the host drop them', async () => {
    make();
    lua.set('never', () => new Promise(() => undefined));
    const going: Promise<unknown>[] = [];
    lua.set('call', (fn: () => Promise<unknown>) => {
      going.push(fn());
      void fn();
    });
    lua.set('tick', () => later(5, 1));
    await lua.run('call(function() never() end) call(function() error("unseen") end) tick()');
    await expect(going[0]).rejects.toMatchObject({ code: 'callback_expired' });
    await expect(going[1]).rejects.toMatchObject({ message: 'script.lua:1: unseen' });
  });
});
