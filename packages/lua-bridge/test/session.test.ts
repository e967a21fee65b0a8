import { afterEach, describe, expect, test } from '@jest/globals';

import { isLuaError, type Lua, type LuaFunction, type LuaOptions, type RunResult } from '../src/index.js';
import { errorOf, later, sandboxes, valuesOf } from './sandboxes.js';

const HANDLER = `
  count = 0
  handlers = {}
  function on_event(event) count = count + 1 print("got", event.name) return count, event.name end
  function handlers.wait(value) local got = slow(value) return got, count end
  function handlers.spin() while true do end end
  function handlers.fail() error({ code = "mine", message = "no" }) end
  function handlers.hoard() hoard = {} for i = 1, 1e9 do hoard[i] = {} end end
  function handlers.waste() local t = {} for i = 1, 20000 do t[i] = {} end return #t end
  function handlers.compute() for i = 1, 2e6 do end return "computed" end
  return function(x) return x * 2 end`;

describe.each(sandboxes)('a session %s', (_where, create) => {
  let lua: Lua;
  const open = async (options: LuaOptions = {}, code = HANDLER) => {
    lua = create(options) as Lua;
    lua.set('slow', (value: unknown) => later(5, value));
    return lua.open(code);
  };
  afterEach(() => {
    lua[Symbol.dispose]();
  });

  test('keeps its globals, and calls functions that the script set or returned', async () => {
    await using session = await open();
    expect([session.values.length, session.output]).toEqual([1, '']);
    const first = await session.call('on_event', { name: 'a' });
    expect([valuesOf(first), first.output]).toEqual([[1, 'a'], 'got\ta\n']);
    expect(valuesOf(await session.call('on_event', { name: 'b' }))).toEqual([2, 'b']);
    expect(await (session.values[0] as LuaFunction)(21)).toBe(42);
    const handler = (await session.get('on_event')) as LuaFunction;
    expect(await handler({ name: 'c' })).toBe(3);
    expect(await session.get('count')).toBe(3);
    expect(await session.get('handlers.nothing')).toBeUndefined();
    expect(valuesOf(await lua.run('return count'))).toEqual([undefined]);
  });

  test('takes values that are set later, also into tables of the script', async () => {
    await using session = await open(
      {},
      'own = { deep = {} } function all() return limit, own.deep.given(1), app.two() end',
    );
    session.set('limit', 5).set('own.deep.given', (x: number) => x + 1);
    session.set('app.one', () => 1).set('app.two', () => 2);
    expect(valuesOf(await session.call('all'))).toEqual([5, 2, 2]);
    expect(await session.get('limit')).toBe(5);
    expect(() => session.set('bad', Symbol('s'))).toThrow(expect.objectContaining({ code: 'conversion' }));
    expect(valuesOf(await lua.run('return limit'))).toEqual([undefined]);
  });

  test('gives each call limits of its own, and goes on after one is reached', async () => {
    await using session = await open({ limits: { instructions: 200_000, memoryBytes: 8 * 2 ** 20, hostCalls: 3 } });
    for (let i = 0; i < 5; i++) expect(valuesOf(await session.call('handlers.wait', i))[0]).toBe(i);
    expect(errorOf(await session.call('handlers.spin'))).toMatchObject({ code: 'limit_instructions' });
    expect(errorOf(await session.call('handlers.fail'))).toMatchObject({ code: 'mine', reason: 'no', line: 7 });
    for (let i = 0; i < 5; i++) expect(valuesOf(await session.call('handlers.waste'))).toEqual([20_000]);
    expect(valuesOf(await session.call('on_event', { name: 'x' }))).toEqual([1, 'x']);
  });

  test('counts what it holds for its whole life', async () => {
    await using session = await open(
      { limits: { memoryBytes: 8 * 2 ** 20 } },
      'kept = {} function keep() local t = {} for i = 1, 5000 do t[i] = {} end kept[#kept + 1] = t return #kept end',
    );
    const results: RunResult[] = [];
    while (results.at(-1)?.ok !== false && results.length < 100) results.push(await session.call('keep'));
    expect(results.length).toBeLessThan(40);
    expect(errorOf(results.at(-1) as RunResult)).toMatchObject({ code: 'limit_memory' });
  });

  test('lets calls overlap where they wait, and not where they compute', async () => {
    await using session = await open(
      {},
      `log = {}
      function wait(n) log[#log + 1] = n slow(n) log[#log + 1] = -n return n end
      function compute(n) log[#log + 1] = n for i = 1, 2e6 do end log[#log + 1] = -n return n end`,
    );
    const waits = await Promise.all([1, 2].map((n) => session.call('wait', n)));
    expect(waits.map(valuesOf)).toEqual([[1], [2]]);
    expect(await session.get('log')).toEqual([1, 2, -1, -2]);
    await Promise.all([3, 4, 5].map((n) => session.call('compute', n)));
    expect(((await session.get('log')) as number[]).slice(4)).toEqual([3, -3, 4, -4, 5, -5]);
  });

  test('answers a call from within a host function that it waits for', async () => {
    const session = await open({}, 'function outer() return ask("x") end function inner(v) return v .. "!" end');
    session.set('ask', async (value: string) => valuesOf(await session.call('inner', value))[0]);
    expect(valuesOf(await session.call('outer'))).toEqual(['x!']);
    await session[Symbol.asyncDispose]();
  });

  test('says what was meant by a name that is no function', async () => {
    await using session = await open();
    expect(errorOf(await session.call('on_evnt'))).toMatchObject({
      ...{ code: 'unknown_function', suggestion: 'on_event', field: 'on_evnt' },
      message: 'Unknown function: on_evnt. Did you mean: on_event',
    });
    expect(errorOf(await session.call('handlers.wiat'))).toMatchObject({ suggestion: 'wait', field: 'handlers.wiat' });
    expect(errorOf(await session.call('count')).message).toBe('count is no function but a number');
  });

  test('ends what goes on when it is disposed of, and then says that it is over', async () => {
    const session = await open();
    session.set('never', () => new Promise(() => undefined));
    session.set('handlers.hang', () => new Promise(() => undefined));
    const going = session.call('handlers.hang');
    const kept = session.values[0] as LuaFunction;
    await session[Symbol.asyncDispose]();
    expect(errorOf(await going)).toMatchObject({ code: 'aborted' });
    expect(errorOf(await session.call('on_event', {}))).toMatchObject({ code: 'session_over' });
    await expect(session.get('count')).rejects.toMatchObject({ code: 'session_over' });
    expect(() => session.set('x', 1)).toThrow(/over/);
    await expect(kept(1)).rejects.toMatchObject({ code: 'callback_expired' });
  });

  test('ends with its sandbox, and by its signal', async () => {
    const first = await open();
    const reason = new Error('enough');
    const controller = new AbortController();
    const second = await lua.open('function hang() slow(1) return slow(2) end', { signal: controller.signal });
    controller.abort(reason);
    expect(errorOf(await second.call('hang'))).toMatchObject({ code: 'session_over' });
    lua[Symbol.dispose]();
    expect(errorOf(await first.call('on_event', {}))).toMatchObject({ code: 'session_over' });
  });

  test('is not there if its script fails', async () => {
    const failed = open({}, 'error({ code = "mine", message = "no" })').catch((error: unknown) => error);
    expect(isLuaError(await failed)).toBe(true);
    expect(await failed).toMatchObject({ code: 'mine' });
    await expect(lua.open('x = = 1')).rejects.toMatchObject({ code: 'syntax' });
    await expect(lua.open(undefined as never)).rejects.toMatchObject({ code: 'invalid_input' });
  });
});
