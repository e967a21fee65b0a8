import { Readable } from 'node:stream';

import { describe, expect, test } from '@jest/globals';

import { type Lua, type LuaFunction, type LuaOptions, multiReturn } from '../src/index.js';
import { errorOf, later, sandboxes, valuesOf } from './sandboxes.js';

/* Counts the iterators that were begun and let go. */
const watched = () => {
  const log: string[] = [];
  function* rows(last = Infinity): Generator<number> {
    log.push('open');
    try {
      for (let row = 1; row <= last; row++) yield row;
    } finally {
      log.push('closed');
    }
  }
  async function* slow(): AsyncGenerator<number> {
    log.push('open');
    try {
      for (let row = 1; ; row++) yield await later(1, row);
    } finally {
      log.push('closed');
    }
  }
  return { log, rows, slow };
};

class Pages {
  *[Symbol.iterator](): Generator<string> {
    yield* ['a', 'b'];
  }
}

const webStream = (): ReadableStream<string> =>
  new ReadableStream({
    start: (controller) => {
      for (const chunk of ['a', 'b']) controller.enqueue(chunk);
      controller.close();
    },
  });

const SOURCES: readonly [string, () => unknown][] = [
  ['an iterable', () => new Pages()],
  ['an object with an iterator', () => ({ [Symbol.iterator]: () => ['a', 'b'][Symbol.iterator]() })],
  ['a generator', () => new Pages()[Symbol.iterator]()],
  ['an iterator of a Map', () => new Map([['a', 1], ['b', 2]]).keys()], // prettier-ignore
  ['an async generator', async function* () { yield await later(1, 'a'); yield 'b'; }], // prettier-ignore
  ['a stream of Node', () => Readable.from(['a', 'b'])],
  ['a stream of the web', webStream],
  ['a promise of one', () => Promise.resolve(new Pages())],
];

describe.each(sandboxes)('iteration %s', (_where, create) => {
  const make = (options?: LuaOptions): Lua => create(options) as Lua;

  test.each(SOURCES)('over %s that a function returns', async (_what, source) => {
    using lua = make();
    lua.set('rows', source);
    const script = 'local all = {} for row in rows() do all[#all + 1] = row end return all';
    expect(valuesOf(await lua.run(script))).toEqual([['a', 'b']]);
  });

  test('over what is set, nested or an argument, anew in each loop where it can', async () => {
    using lua = make();
    lua.set('pages', new Pages()).set('data', { in: [new Pages()] });
    const script = `local n = 0
      for _ = 1, 2 do for page in pages do n = n + 1 end end
      for page in pages do break end
      for page in pages do n = n + 1 end
      for page in data["in"][1] do n = n + 1 end
      for page in ... do n = n + 1 end
      return n, pages()`;
    expect(valuesOf(await lua.run(script, { args: [new Pages()] }))).toEqual([10, 'a']);
  });

  test('goes on where it was when the script steps aside within it', async () => {
    using lua = make();
    lua.set('pages', new Pages()).set('data', { in: [new Pages()] });
    // After 10 ms of computing the event loop turns.
    const script = `local seen = {}
      local function compute() local t = os.clock() while os.clock() - t < 0.012 do for i = 1, 2000 do end end end
      for page in pages do
        local t = os.clock() while os.clock() - t < 0.012 do for i = 1, 2000 do end end
        seen[#seen + 1] = page
      end
      for page in data["in"][1] do compute() seen[#seen + 1] = page end
      for page in ... do
        for inner in pages do compute() seen[#seen + 1] = inner end
        seen[#seen + 1] = page
      end
      return table.concat(seen, " ")`;
    expect(valuesOf(await lua.run(script, { args: [new Pages()] }))).toEqual(['a b a b a b a a b b']);
  });

  test('is each loop its own, one within another, in coroutines by turns and at once', async () => {
    using lua = make();
    lua.set('pages', new Pages());
    lua.set('slow', { async *[Symbol.asyncIterator]() { yield await later(1, 'a'); yield await later(1, 'b'); } }); // prettier-ignore
    lua.set('wait', () => later(1, true));
    const found = await lua.run(`
      local seen = {}
      local function see(value) seen[#seen + 1] = value end
      for a in pages do for b in pages do see(a .. b) end end
      for a in pages do for b in pages do see(a .. b) break end end
      for a in pages do see(a) see(tostring(pages())) end
      local function each() return coroutine.wrap(function() for a in pages do coroutine.yield(a) end end) end
      local one, other = each(), each()
      see(one()) see(other()) see(one()) see(other())
      local function waiting(source)
        return function()
          local all = {}
          for a in source do all[#all + 1] = a wait() end
          return table.concat(all)
        end
      end
      local results = table.pack(parallel(waiting(pages), waiting(pages), waiting(slow), waiting(slow)))
      return table.concat(seen, " "), table.concat(results, " ")`);
    expect(valuesOf(found)).toEqual(['aa ab ba bb aa ba a b a a b b', 'ab ab ab ab']);
  });

  test('thousands of loops, one within another or begun and never ended, cost no more than their steps', async () => {
    using lua = make();
    lua.set('rows', function* () { yield 1; }); // prettier-ignore
    const deep =
      'local function f(n) for r in rows() do if n == 0 then return 1 end return (f(n - 1)) end end return f(4000)';
    expect(valuesOf(await lua.run(deep))).toEqual([1]);
    const left = 'for n = 1, 20000 do rows()() end return 1';
    expect(valuesOf(await make({ limits: { hostCalls: Infinity } }).set('rows', () => new Pages()).run(left))).toEqual([1]); // prettier-ignore
  });

  test('gives several variables, keeps the place of nothing, and raises what the host throws', async () => {
    using lua = make();
    lua.set('pairs_of', function* () {
      yield* [multiReturn('a', 1), multiReturn(null, 2)];
    });
    lua.set('gaps', () => [1, null, undefined, 2].values());
    lua.set('broken', function* () {
      yield 1;
      throw Object.assign(new Error('no more'), { code: 'mine' });
    });
    const script = `local t = {}
      for k, v in pairs_of() do t[#t + 1] = tostring(k) .. v end
      local n = 0 for item in gaps() do n = n + 1 end
      local ok, e = pcall(function() for x in broken() do end end)
      return t, n, ok, e.code`;
    expect(valuesOf(await lua.run(script))).toEqual([['a1', 'null2'], 4, false, 'mine']);
    lua.set('odd', () => [Symbol('s')].values());
    expect(errorOf(await lua.run('for x in odd() do end'))).toMatchObject({ code: 'conversion' });
  });

  test.each([
    ['break', 'for r in rows() do if r == 3 then break end end'],
    ['goto', 'for r in rows() do if r == 3 then goto out end end ::out::'],
    ['return', '(function() for r in rows() do if r == 3 then return r end end end)()'],
    ['a tail call', '(function() for r in rows() do if r == 3 then return tostring(r) end end end)()'],
    ['error', 'pcall(function() for r in rows() do error("x") end end)'],
    ['an error of the host', 'pcall(function() for r in rows() do fail() end end)'],
    ['the loop around it', 'for _ = 1, 2 do for r in rows() do break end end'],
    ['an error in a coroutine', 'coroutine.resume(coroutine.create(function() for r in rows() do error(1) end end))'],
    ['a wait and break', 'for r in slow() do if r == 2 then break end end'],
    ['the end', 'for r in rows(3) do end'],
  ])('lets go of what a loop began when it is left by %s', async (_how, loop) => {
    using lua = make();
    const { log, rows, slow } = watched();
    lua
      .set('rows', rows)
      .set('slow', slow)
      .set('seen', async () => (await later(1, log)).join(' '));
    lua.set('fail', () => Promise.reject(new Error('no')));
    const [seen] = valuesOf(await lua.run(`${loop} return seen()`));
    expect(String(seen).replace(/ open closed/gu, '')).toBe('open closed');
  });

  test('keeps what a loop began as long as the script is in it', async () => {
    using lua = make();
    const { log, rows } = watched();
    lua.set('rows', rows).set('seen', () => later(1, log.join(' ')));
    const script = `local function deep(n) if n == 0 then return seen() end return (deep(n - 1)) end
      local all = {}
      for r in rows() do
        for q in rows() do all[1] = pcall(deep, 5) and seen() break end
        local co = coroutine.wrap(function() coroutine.yield(deep(3)) end)
        all[2] = co()
        if r == 2 then break end
      end
      return all[1], all[2], seen()`;
    const [inner, outer, after] = valuesOf(await lua.run(script)) as string[];
    expect([inner, outer]).toEqual(['open open closed open', 'open open closed open closed']);
    expect(after).toBe('open open closed open closed closed');
  });

  test.each([
    [
      'the end of the run',
      'local co = coroutine.wrap(function() for r in rows() do coroutine.yield(r) end end) co()',
      true,
    ],
    ['a limit', 'for r in rows() do end', false],
    ['a limit of time', 'for r in slow() do end', false],
  ])('lets go at %s', async (_when, script, ok) => {
    using lua = make({ limits: { instructions: 100_000, timeMs: 300 } });
    const { log, rows, slow } = watched();
    lua.set('rows', rows).set('slow', slow);
    expect((await lua.run(script)).ok).toBe(ok);
    await later(20, undefined);
    expect(log).toEqual(['open', 'closed']);
  });

  test('ends a stream of Node that is left', async () => {
    using lua = make();
    const stream = Readable.from(['a', 'b', 'c']);
    lua.set('rows', () => stream);
    expect(valuesOf(await lua.run('for row in rows() do return row end'))).toEqual(['a']);
    await later(5, undefined);
    expect(stream.destroyed).toBe(true);
  });

  test('costs instructions, and no host calls', async () => {
    using lua = make({ limits: { hostCalls: 2 } });
    lua.set('rows', () => watched().rows(200));
    expect(valuesOf(await lua.run('local n = 0 for r in rows() do n = n + r end return n'))).toEqual([20100]);
  });

  test('of a Lua iterator is one of TypeScript', async () => {
    using lua = make();
    lua.set('collect', async (iterator: LuaFunction) => {
      const all: unknown[] = [];
      for await (const item of iterator) if (all.push(item) === 3) break;
      return all;
    });
    const script = `local n = 0
      return collect(string.gmatch("a b c d", "%a")), collect(function() n = n + 1 if n < 3 then return n end end),
        collect(coroutine.wrap(function() coroutine.yield("x") end))`;
    expect(valuesOf(await lua.run(script))).toEqual([['a', 'b', 'c'], [1, 2], ['x']]);
  });

  test('gives several results of a function', async () => {
    using lua = make();
    lua.set('divide', (a: number, b: number) => multiReturn(Math.floor(a / b), a % b));
    lua.set('none', () => multiReturn());
    lua.set('later', () => Promise.resolve(multiReturn(null, { f: () => 'called' }, [1])));
    const script = `local _, t, l = later() return select("#", none()), select("#", later()), t.f(), l[1], divide(7, 2)`;
    expect(valuesOf(await lua.run(script))).toEqual([0, 3, 'called', 1, 3, 1]);
  });
});
