import { afterEach, describe, expect, test } from '@jest/globals';

import { errorOf, later, type Sandbox, sandboxes, valuesOf } from './sandboxes.js';

describe.each(sandboxes)('globals and output of one run, %s,', (_, create) => {
  let lua: Sandbox;
  afterEach(() => {
    lua[Symbol.dispose]();
  });

  test('are seen beside what was set, go before it, and are gone with the run', async () => {
    lua = create();
    lua.set('app', { name: 'app', greet: (name: string) => `Hello ${name}` });
    lua.set('n', 1);
    const globals = { n: 2, 'app.shout': (text: string) => `${text}!`, list: [1, 2] };
    const script = 'return app.shout(app.greet("Ann")), n, list and #list';
    expect(valuesOf(await lua.run(script, { globals }))).toEqual(['Hello Ann!', 2, 2]);
    expect(valuesOf(await lua.run('return n, list, pcall(function() return app.shout end)'))[0]).toBe(1);
    expect(errorOf(await lua.run('app.shout("x")')).code).toBe('unknown_function');
  });

  test('of runs that overlap, or wait for a thread, are kept apart; so is what is set meanwhile', async () => {
    lua = create();
    lua.set('shared', 'before');
    const said: string[][] = [];
    const runs = Array.from({ length: 30 }, (_unused, n) => {
      const pieces: string[] = [];
      said.push(pieces);
      const onOutput = (text: string): void => void pieces.push(text);
      const globals = { own: () => later(1, n) };
      return lua.run('print(own()) return own(), shared', { globals, onOutput });
    });
    lua.set('shared', 'after');
    expect((await Promise.all(runs)).map(valuesOf)).toEqual(runs.map((_unused, n) => [n, 'before']));
    expect(said.map((pieces) => pieces.join(''))).toEqual(runs.map((_unused, n) => `${n}\n`));
    expect(valuesOf(await lua.run('return shared, own'))[0]).toBe('after');
  });

  test('that cannot be are refused with the reason', async () => {
    lua = create();
    const wrong: [object, string][] = [
      [{ globals: { 'a-b': 1 } }, "Bad path 'a-b'"],
      [{ globals: { deep: { symbol: Symbol('s') } } }, 'symbol'],
      [{ globals: [1] }, "run: 'globals' must be an object"],
      [{ onOutput: 'log' }, "run: 'onOutput' must be a function"],
    ];
    for (const [options, message] of wrong) {
      expect(errorOf(await lua.run('return 1', options)).message).toContain(message);
    }
  });
});
