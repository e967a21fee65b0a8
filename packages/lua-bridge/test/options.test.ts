import { describe, expect, test } from '@jest/globals';

import { createLua, createLuaWorker, createRepl, type Lua, type LuaOptions, schemaFunction } from '../src/index.js';
import { sandboxes } from './sandboxes.js';

/** What somebody without types may write. */
const untyped = (options: object): never => options as never;

describe('an option that does not exist is refused, with what was probably meant', () => {
  const creators: [string, (options: LuaOptions) => unknown][] = [
    ['createLua', createLua],
    ['createLuaWorker', createLuaWorker],
    ['createRepl', createRepl],
  ];
  const slips: [object, string][] = [
    [{ timeMs: 100 }, "there is no option 'timeMs'. Did you mean: limits.timeMs"],
    [{ memoryBytes: 1 }, "there is no option 'memoryBytes'. Did you mean: limits.memoryBytes"],
    [{ limit: { timeMs: 100 } }, "there is no option 'limit'. Did you mean: limits"],
    [{ on_output: () => undefined }, "there is no option 'on_output'. Did you mean: onOutput"],
    [{ sandboxed: true }, "there is no option 'sandboxed'. Available: "],
    [{ limits: { timeMS: 1 } }, "Unknown limit 'timeMS'"],
  ];
  for (const [name, create] of creators)
    test.each(slips)(`${name}(%p)`, (options, message) => {
      expect(() => create(untyped(options))).toThrow(TypeError);
      expect(() => create(untyped(options))).toThrow(message);
    });

  test('createLuaWorker({ maxThread: 1 })', () => {
    expect(() => createLuaWorker(untyped({ maxThread: 1 }))).toThrow(
      "createLuaWorker: there is no option 'maxThread'. Did you mean: maxThreads",
    );
  });

  test('schemaFunction({ inputs })', () => {
    expect(() => schemaFunction(untyped({ inputs: {} }), () => undefined)).toThrow(
      "schemaFunction: there is no option 'inputs'. Did you mean: input",
    );
  });

  test('what is undefined was left out', async () => {
    using lua = createLua(untyped({ timeMs: undefined }));
    expect(await lua.run('return 1', untyped({ limit: undefined }))).toMatchObject({ ok: true });
  });
});

describe.each(sandboxes)('%s a run is not begun with an option that does not exist', (_, createSandbox) => {
  const create = (): Lua => createSandbox() as Lua;
  const slips: [object, string, string][] = [
    [{ timeMs: 100 }, 'timeMs', "run: there is no option 'timeMs'. Did you mean: createLua({ limits: { timeMs: … } })"],
    [{ limits: { timeMs: 1 } }, 'limits', "run: there is no option 'limits'. Did you mean: createLua({ limits: … })"],
    [
      { abort: new AbortController().signal },
      'abort',
      "run: there is no option 'abort'. Available: name, args, signal",
    ],
    [{ arg: [1] }, 'arg', "run: there is no option 'arg'. Did you mean: args"],
  ];

  test.each(slips)('%p', async (options, field, message) => {
    using lua = create();
    let isCalled = false;
    lua.set('call', () => (isCalled = true));
    const error = { code: 'invalid_input', field, message: expect.stringContaining(message) as unknown };
    expect(await lua.run('call()', untyped(options))).toMatchObject({ ok: false, error });
    expect(await lua.prepare('call()').run(untyped(options))).toMatchObject({ ok: false, error });
    await expect(lua.open('call()', untyped(options))).rejects.toMatchObject(error);
    expect(isCalled).toBe(false);
  });

  test('a script is prepared with its name alone', () => {
    using lua = create();
    expect(() => lua.prepare('return 1', untyped({ args: [1] }))).toThrow("there is no option 'args'. Available: name");
  });
});
