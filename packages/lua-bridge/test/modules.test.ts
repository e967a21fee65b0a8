import { afterEach, describe, expect, test } from '@jest/globals';

import { createLua, createLuaWorker, type HostCall, type LuaOptions, type TypedLua } from '../src/index.js';
import { errorOf, later, valuesOf } from './sandboxes.js';

const kinds: readonly [string, (options?: LuaOptions) => TypedLua][] = [
  ['in this thread', createLua],
  [
    'in a worker',
    (options) => createLuaWorker({ ...options, worker: () => new URL('../dist/worker-thread.js', import.meta.url) }),
  ],
];

describe.each(kinds)('a module loader %s', (_kind, create) => {
  let lua: TypedLua;
  const make = (options: LuaOptions): TypedLua => (lua = create(options));
  afterEach(() => {
    lua[Symbol.dispose]();
  });

  /* A loader over a table, and what it was asked for. */
  const loaderOf = (sources: Readonly<Record<string, unknown>>) => {
    const asked: string[] = [];
    const modules = async (name: string): Promise<unknown> => {
      asked.push(name);
      return later(1, sources[name]);
    };
    return { asked, modules };
  };

  test('is asked by name, once in a run, and what came is listed', async () => {
    const sources = {
      'a.b': 'local name = ... local M = { name = name } function M.twice(x) return require("n") * x end return M',
      n: 2,
      none: '\ufeff#!/usr/bin/lua\nseen = (seen or 0) + 1',
      f: { call: () => later(1, 'called') },
    };
    const { asked, modules } = loaderOf(sources);
    make({ modules });
    const script = `local m = require("a.b")
      local ok, again = pcall(require, "a.b")
      return m.name, m.twice(4), rawequal(m, again), require("none"), require "none" and seen, require("f").call()`;
    for (let run = 0; run < 2; run++) {
      const result = await lua.run(script);
      expect(valuesOf(result)).toEqual(['a.b', 8, true, true, 1, 'called']);
      expect(result.usage.modules).toEqual([
        { name: 'a.b', chunk: 'a/b.lua', bytes: sources['a.b'].length },
        { name: 'n', chunk: '', bytes: 0 },
        { name: 'none', chunk: 'none.lua', bytes: Buffer.byteLength(sources.none) },
        { name: 'f', chunk: '', bytes: 0 },
      ]);
      expect(result.usage.hostCalls).toBe(5);
    }
    expect(asked).toEqual(['a.b', 'n', 'none', 'f', 'a.b', 'n', 'none', 'f']);
  });

  test('that does not know a name, throws or gives no Lua makes an error that names the module', async () => {
    class NotThere extends Error {
      readonly code = 'ENOENT';
      readonly path = '/m/gone.lua';
    }
    const thrown = new NotThere('no such file');
    const sources: Record<string, unknown> = { broken: '\nx = = 1', wrong: '\n\nerror("on purpose")', odd: /x/ };
    make({
      modules: (name) => {
        if (name === 'at.once') throw thrown;
        return name === 'gone' ? Promise.reject(thrown) : sources[name];
      },
    });
    expect(errorOf(await lua.run('\nrequire("x.y")'))).toMatchObject({
      code: 'unknown_module',
      message: "script.lua:2: module 'x.y' not found: the module loader has none of that name",
    });
    for (const name of ['gone', 'at.once']) {
      const error = errorOf(await lua.run(`require("${name}")`));
      expect(error).toMatchObject({ code: 'ENOENT', reason: `error loading module '${name}': no such file` });
      expect(error.cause).toBe(thrown);
    }
    const script = 'local ok, e = pcall(require, "gone") return e.code, e.path, e.stack, tostring(e), e.message';
    expect(valuesOf(await lua.run(script))).toEqual([
      'ENOENT',
      '/m/gone.lua',
      undefined,
      "script.lua:1: error loading module 'gone': no such file",
      "error loading module 'gone': no such file",
    ]);
    expect(errorOf(await lua.run('require("broken")')).message).toBe("broken.lua:2: unexpected symbol near '='");
    const wrong = errorOf(await lua.run('require("wrong")'));
    expect([wrong.message, wrong.traceback.split('\n').length]).toEqual(['wrong.lua:3: on purpose', 4]);
    expect(errorOf(await lua.run('require("odd")')).code).toBe('conversion');
    expect(errorOf(await lua.run('require(("n"):rep(300))')).reason).toContain('at most 255 bytes');
  });

  test('is asked again after a failure, and for modules that require each other said so', async () => {
    let times = 0;
    const sources: Record<string, string> = {
      a: 'return require("b")',
      b: 'return coroutine.wrap(function() return require("c") end)()',
      c: 'return parallel(function() return require("a") end)',
      right: 'return 1',
    };
    make({
      modules: async (name) => {
        if (name !== 'flaky') return later(1, sources[name]);
        if (++times < 3) throw new Error('not yet');
        return 'return "there"';
      },
    });
    const error = errorOf(await lua.run('require("a")'));
    expect([error.code, error.reason]).toEqual(['module_cycle', 'Modules require each other: a → b → c → a']);
    expect(
      valuesOf(await lua.run('return pcall(require, "a"), pcall(require, "a"), require("right"), pcall(require, "b")')),
    ).toEqual([false, false, 1, false, expect.anything()]);
    const script = 'return (pcall(require, "flaky")), (pcall(require, "flaky")), require("flaky")';
    expect(valuesOf(await lua.run(script))).toEqual([false, false, 'there']);
  });

  test('is asked once by threads that want a module at the same time, whose cycles end too', async () => {
    const { asked, modules } = loaderOf({
      m: 'count = (count or 0) + 1 wait() return { count = count }',
      fails: 'tries = (tries or 0) + 1 wait() error("try " .. tries)',
      left: 'wait() return require("right")',
      right: 'wait() return require("left")',
    });
    make({ modules });
    lua.set('wait', () => later(5, undefined));
    const both = `local a, b = parallel(function() return require("m") end, function() return require("m") end)
      local f = function() return select(2, pcall(require, "fails")) end
      return rawequal(a, b), a.count, parallel(f, f)`;
    expect(valuesOf(await lua.run(both))).toEqual([true, 1, 'fails.lua:1: try 1', 'fails.lua:1: try 2']);
    expect(asked).toEqual(['m', 'fails', 'fails']);
    const cross = 'parallel(function() require("left") end, function() require("right") end)';
    expect(errorOf(await lua.run(cross)).code).toBe('module_cycle');
    await using session = await lua.open('function get(name) return require(name).count end');
    const results = await Promise.all([session.call('get', 'm'), session.call('get', 'm')]);
    expect(results.map(valuesOf)).toEqual([[1], [1]]);
    expect(results.map(({ usage }) => usage.modules.length).sort()).toEqual([0, 1]);
    expect(asked.slice(-1)).toEqual(['m']);
  });

  test('leaves every limit where it is', async () => {
    const limits = { timeMs: 1000, hostCalls: 20, sourceBytes: 1000, memoryBytes: 8 * 2 ** 20 };
    let signal: AbortSignal | undefined;
    let line: number | undefined;
    make({
      limits,
      modules: (name: string, call: HostCall) => {
        if (name === 'never') {
          ({ signal, line } = call);
          return new Promise(() => undefined);
        }
        if (name.startsWith('large.')) return undefined;
        return name === 'large' ? ' '.repeat(2000) : `return ("x"):rep(1000000) .. "${name}"`;
      },
    });
    expect(errorOf(await lua.run('\n\nrequire("never")')).code).toBe('limit_time');
    expect([signal?.aborted, line]).toEqual([true, 3]);
    expect(errorOf(await lua.run('pcall(require, "large")')).code).toBe('limit_source');
    const known = 'for i = 1, 100 do require("a") require("b") end return 1';
    expect(valuesOf(await lua.run(known))).toEqual([1]);
    expect(errorOf(await lua.run('for i = 1, 100 do pcall(require, "large.not" .. i) end')).code).toBe(
      'limit_host_calls',
    );
    const hoard = 'for i = 1, 19 do require("m" .. i) end';
    expect(errorOf(await lua.run(hoard)).code).toBe('limit_memory');
  });

  test('and modules of one run go before those of the sandbox', async () => {
    make({ modules: { shared: 'return "sandbox"', only: 'return "there"' } });
    const modules = (name: string): unknown => (name === 'shared' ? 'return "run"' : undefined);
    const script = 'return require("shared"), require("only")';
    expect(valuesOf(await lua.run(script, { modules }))).toEqual(['run', 'there']);
    expect(valuesOf(await lua.run(script, { modules: { only: 'return 1' } }))).toEqual(['sandbox', 1]);
    expect(valuesOf(await lua.run(script))).toEqual(['sandbox', 'there']);
    expect(valuesOf(await lua.prepare(script).run({ modules }))).toEqual(['run', 'there']);
    await using session = await lua.open('function get(name) return require(name) end', { modules });
    expect(valuesOf(await session.call('get', 'shared'))).toEqual(['run']);
    expect(errorOf(await lua.run('require("onli")', { modules }))).toMatchObject({ suggestion: 'only' });
    const wrong = { modules: 'here' } as unknown as object;
    expect(errorOf(await lua.run('', wrong)).message).toBe(
      "run: 'modules' must be an object or a function, got string",
    );
  });
});
