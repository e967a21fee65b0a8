import { afterEach, describe, expect, jest, test } from '@jest/globals';

import { createLua, createLuaWorker, type LuaOptions, type TypedLua } from '../src/index.js';
import { errorOf, valuesOf } from './sandboxes.js';

const kinds: readonly [string, (options?: LuaOptions) => TypedLua][] = [
  ['in this thread', createLua],
  [
    'in a worker',
    (options) => createLuaWorker({ ...options, worker: () => new URL('../dist/worker-thread.js', import.meta.url) }),
  ],
];

/** A script of some 18 KB whose compilation is most of its work. */
const long = Array.from(
  { length: 200 },
  (_, i) => `local function rule${i % 150}(e) if e.kind == "kind${i}" then return "rule ${i}", e.value * ${i} end end`,
)
  .map((line, i) => (i < 150 ? line : `do ${line} end`))
  .join('\n');

describe.each(kinds)('a prepared script %s', (_kind, create) => {
  let lua: TypedLua;
  const make = (options: LuaOptions = {}): TypedLua => (lua = create(options));
  afterEach(() => {
    lua[Symbol.dispose]();
  });

  test('runs many times, at once too, as run does', async () => {
    make();
    lua.set('slow', (value: unknown) => Promise.resolve(value));
    const script = lua.prepare('local a, b = ... print(a) return slow(a) + b, ("x"):rep(a)', { name: 'sum.lua' });
    const results = await Promise.all([1, 2, 3].map((n) => script.run({ args: [n, 10] })));
    expect(results.map(valuesOf)).toEqual([
      [11, 'x'],
      [12, 'xx'],
      [13, 'xxx'],
    ]);
    expect(results.map(({ output }) => output)).toEqual(['1\n', '2\n', '3\n']);
    expect(errorOf(await script.run()).message).toMatch(/^sum\.lua:1: /);
    lua.set('slow', (value: number) => value * 100);
    expect(valuesOf(await script.run({ args: [1, 1] }))).toEqual([101, 'x']);
  });

  test('lets nothing pass from one run to the next', async () => {
    make();
    const script = lua.prepare(`
      local function count() n = (n or 0) + 1 return n end
      local plain = function() end
      local fresh = seen == nil and string.mark == nil and rawequal(plain, plain)
      seen, string.mark = true, true
      local first = count()
      count()
      local function own() local kept = {} return function() kept[#kept + 1] = 1 return #kept end end
      local f = own() f()
      return fresh, first, f(), tostring(plain):match("^function") ~= nil`);
    for (let run = 0; run < 3; run++) expect(valuesOf(await script.run())).toEqual([true, 1, 2, true]);
  });

  test('has the same limits and errors as run', async () => {
    make({ limits: { instructions: 100_000, sourceBytes: 60 } });
    const endless = lua.prepare('while true do end');
    for (let run = 0; run < 2; run++) expect(errorOf(await endless.run()).code).toBe('limit_instructions');
    const wrong = lua.prepare('\nx = = 1', { name: 'w.lua' });
    for (let run = 0; run < 2; run++)
      expect(errorOf(await wrong.run())).toMatchObject({ code: 'syntax', line: 2, column: 5, chunk: 'w.lua' });
    expect(errorOf(await lua.prepare(' '.repeat(61)).run()).code).toBe('limit_source');
    const aborted = await endless.run({ signal: AbortSignal.abort(new Error('no')) });
    expect(errorOf(aborted).code).toBe('aborted');
    expect(() => lua.prepare(1 as unknown as string)).toThrow('the code must be a text');
    expect(errorOf(await endless.run({ args: 1 as unknown as [] })).code).toBe('invalid_input');
  });

  test('is compiled once', async () => {
    make();
    const script = lua.prepare(`#!lua\n${long}\nreturn rule1({ kind = "kind1", value = 2 })`);
    const first = await script.run();
    const second = await script.run();
    expect([first, second].map(valuesOf)).toEqual([
      ['rule 1', 2],
      ['rule 1', 2],
    ]);
    expect(second.usage.instructions).toBeLessThan(first.usage.instructions / 5);
    // What it holds counts in every run.
    expect(second.usage.memoryBytes).toBeGreaterThan(first.usage.memoryBytes * 0.7);
  });
});

test('disposing of the sandbox ends runs of a prepared script', async () => {
  const lua = createLua();
  const script = lua.prepare('while true do pcall(error) end');
  const running = script.run();
  setTimeout(() => {
    lua[Symbol.dispose]();
  }, 20);
  expect(errorOf(await running).code).toBe('aborted');
  expect(errorOf(await script.run()).code).toBe('aborted');
});

describe.each(kinds)('a script that runs again %s', (_kind, create) => {
  let lua: TypedLua;
  const make = (options: LuaOptions = {}): TypedLua => (lua = create({ ...options, compile: 'never' }));
  afterEach(() => {
    lua[Symbol.dispose]();
  });

  test('is charged for as the first time', async () => {
    make({ modules: { long: `${long}\nreturn { first = rule1 }` } });
    const script = `${long}\nreturn rule1({ kind = "kind1", value = 2 }), require("long").first({ kind = "kind1", value = 3 })`;
    const results = [await lua.run(script), await lua.run(script), await lua.run(script)];
    expect(results.map(valuesOf)).toEqual([1, 2, 3].map(() => ['rule 1', 'rule 1', 3]));
    expect(new Set(results.map(({ usage }) => usage.instructions)).size).toBe(1);
    expect(results.map(({ usage }) => usage.modules)).toEqual([1, 2, 3].map(() => results[0]?.usage.modules));
  });

  test('lets nothing pass from one run to the next, nor from one name to another', async () => {
    make();
    const script =
      'n = (n or 0) + 1 string.mark = (string.mark or 0) + 1 local f = function() end error(n .. string.mark)';
    const names = ['a.lua', 'b.lua', 'a.lua', '1:a', '1'];
    const errors: string[] = [];
    for (const name of names) errors.push(errorOf(await lua.run(script, { name })).message);
    expect(errors).toEqual(names.map((name) => `${name}:1: 11`));
    const faults = await Promise.all(['x =', 'x =', 'x = 1'].map((code) => lua.run(code)));
    expect(faults.map(({ ok }) => ok)).toEqual([false, false, true]);
  });

  test('has the limits of its run', async () => {
    make({ limits: { sourceBytes: 100 } });
    const script = `return 1 --${'x'.repeat(200)}`;
    for (let run = 0; run < 2; run++) expect(errorOf(await lua.run(script)).code).toBe('limit_source');
    make({ limits: { instructions: 1000 } });
    for (let run = 0; run < 2; run++) expect(errorOf(await lua.run(long)).code).toBe('limit_instructions');
  });
});

test('what runs again is not compiled again, as long as others have not run since', async () => {
  const lua = createLua();
  const encode = jest.spyOn(TextEncoder.prototype, 'encode');
  // Only what is compiled is looked at byte by byte.
  const compiled = async (code: string): Promise<boolean> => {
    encode.mockClear();
    valuesOf(await lua.run(code));
    return encode.mock.calls.some(([text]) => text === code);
  };
  expect([await compiled(long), await compiled(long), await compiled(`${long} `)]).toEqual([true, false, true]);
  // One that is too long to be kept takes no place from others.
  const longest = `return 1 --${'x'.repeat(300_000)}`;
  expect([await compiled(longest), await compiled(longest), await compiled(long)]).toEqual([true, true, false]);
  for (let n = 0; n < 20; n++) await compiled(`${long} return ${n}`);
  expect([await compiled(long), await compiled(long)]).toEqual([true, false]);
  encode.mockRestore();
});
