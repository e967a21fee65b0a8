import { describe, expect, test } from '@jest/globals';

import { createLua, defaultLimits, hostFunction, isLuaError, LuaError } from '../src/index.js';
import { errorOf, later, valuesOf } from './sandboxes.js';

describe('createLua', () => {
  test('get gives what was set, and after a run what the script left', async () => {
    const lua = createLua();
    lua.set('config.depth', 3);
    expect(lua.get('config.depth')).toBe(3);
    await lua.run('answer = { value = 42 } config_depth = config.depth');
    expect(lua.get('answer')).toEqual({ value: 42 });
    expect(lua.get('answer.value')).toBe(42);
    expect(lua.get('config_depth')).toBe(3);
    expect(lua.get('nothing.here')).toBeUndefined();
  });

  test('get gives what was set whatever a script did, also inside data and namespaces', async () => {
    const greet = (name: string): string => `Hello ${name}`;
    const lua = createLua().set('app.greet', greet).set('tools', { math: { greet } }).set('config', { depth: 3 });
    for (let i = 0; i < 2; i++) {
      expect(lua.get('app.greet')).toBe(greet);
      expect(lua.get('app')).toEqual({ greet });
      expect(lua.get('tools.math.greet')).toBe(greet);
      expect(lua.get('config.depth')).toBe(3);
      expect(lua.get('config.constructor')).toBeUndefined();
      await lua.run('config = 5 app = nil');
    }
  });

  test('sandboxes know nothing of each other', async () => {
    const [a, b] = [createLua(), createLua()];
    a.set('name', 'a');
    b.set('name', 'b');
    expect([valuesOf(await a.run('return name')), valuesOf(await b.run('return name'))]).toEqual([['a'], ['b']]);
  });

  test('refuses bad paths and unknown limits', () => {
    expect(() => {
      createLua().set('not a name', 1);
    }).toThrow("Bad path 'not a name'");
    expect(() => createLua({ limits: { nope: 1 } as never })).toThrow(
      "Unknown limit 'nope'. Known: instructions, timeMs",
    );
    expect(() => createLua({ limits: { timeMs: -1 } })).toThrow("Limit 'timeMs' must be a positive number, got -1");
    expect(Object.values(defaultLimits).every((value) => value > 0)).toBe(true);
  });

  test('passes output on as it comes', async () => {
    const seen: string[] = [];
    const lua = createLua({ onOutput: (text) => seen.push(text) });
    lua.set('slow', () => later(1, 1));
    await lua.run('print("a") slow() print("b", nil, 1.5)');
    expect(seen).toEqual(['a\n', 'b\tnil\t1.5\n']);
  });

  test('repeats its random numbers for the same seed', async () => {
    const numbers = async (seed: number) =>
      valuesOf(await createLua({ seed }).run('return math.random(1000000), math.random(), math.random(5, 9)'));
    expect(await numbers(7)).toEqual(await numbers(7));
    expect(await numbers(7)).not.toEqual(await numbers(8));
    expect(
      valuesOf(
        await createLua().run(
          'math.randomseed(3) local a = math.random(1e9) math.randomseed(3) return a == math.random(1e9)',
        ),
      ),
    ).toEqual([true]);
  });

  test('a disposed sandbox ends what it is running', async () => {
    const lua = createLua();
    lua.set('never', () => new Promise(() => undefined));
    const running = lua.run('never()');
    await later(5, null);
    lua[Symbol.dispose]();
    expect(errorOf(await running).code).toBe('aborted');
  });
});

describe('errors', () => {
  test('carry code, line, chunk and traceback', async () => {
    const error = errorOf(
      await createLua().run(
        'local function inner()\n  local t = nil\n  return t.x\nend\nlocal function outer() inner() end\nouter()',
        { name: 'a.lua' },
      ),
    );
    expect(isLuaError(error)).toBe(true);
    expect(error).toBeInstanceOf(LuaError);
    expect(error).toMatchObject({
      name: 'LuaError',
      code: 'runtime',
      line: 3,
      chunk: 'a.lua',
      message: "a.lua:3: attempt to index a nil value (local 't')",
    });
    expect(error.traceback.split('\n')).toEqual([
      'a.lua:3: in function <a.lua:1>',
      'a.lua:5: in function <a.lua:5>',
      'a.lua:6: in main chunk',
    ]);
  });

  test('of any kind end a run in order', async () => {
    const message = async (script: string) => errorOf(await createLua().run(script)).message;
    expect(await message('error("plain", 0)')).toBe('script.lua:1: plain');
    expect(await message('error()')).toBe('script.lua:1: nil');
    expect(await message('error(42)')).toBe('script.lua:1: 42');
    expect(await message('error({a = 1})')).toBe('script.lua:1: {a = 1}');
    expect(await message('error(setmetatable({}, {__tostring = function() return "custom" end}))')).toContain(
      'script.lua:1: ',
    );
    expect(await message('local x = 1 + {}')).toContain('attempt to perform arithmetic on a table value');
    expect(await message('string.rep()')).toContain("bad argument #1 to 'rep' (string expected, got no value)");
    expect(await message('("x"):rep({})')).toContain("bad argument #1 to 'rep' (number expected, got table)");
  });

  test('of a host function keep their identity through pcall and error', async () => {
    const lua = createLua();
    const failure = new Error('original');
    lua.set('fail', () => {
      throw failure;
    });
    expect(errorOf(await lua.run('local ok, e = pcall(fail) error(e)')).cause).toBe(failure);
    expect(errorOf(await lua.run('local co = coroutine.wrap(fail) co()')).cause).toBe(failure);
    expect(errorOf(await lua.run('parallel(fail)')).cause).toBe(failure);
    expect(errorOf(await lua.run('("x"):gsub("x", fail)')).cause).toBe(failure);
  });
});

describe('waiting', () => {
  test('the first error of a parallel group cancels the rest', async () => {
    const lua = createLua();
    let aborted = 0;
    lua.set('fail', () => Promise.reject(new Error('first')));
    lua.set(
      'wait',
      hostFunction(
        ({ signal }) =>
          new Promise((resolve) => {
            signal.addEventListener('abort', () => {
              aborted++;
              resolve(1);
            });
          }),
      ),
    );
    const result = await lua.run(
      'local after = 0 local ok, e = pcall(parallel, function() wait() after = 1 end, function() wait() after = 1 end, fail) return ok, e.message, after',
    );
    expect(valuesOf(result)).toEqual([false, 'first', 0]);
    expect(aborted).toBe(2);
  });
});
