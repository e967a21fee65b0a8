import { describe, expect, test } from '@jest/globals';

import {
  createLua,
  createLuaWorker,
  hostFunction,
  type Lua,
  type LuaValue,
  schemaFunction,
  type StandardSchema,
  type TypedLua,
} from '../src/index.js';
import { valuesOf } from './sandboxes.js';

/* What TypeScript knows is checked by the compilers; each test shows at run time that it knows the truth. */

interface User {
  id: number;
  tags: string[];
}

const sandbox = () =>
  createLua()
    .set('app.greet', (name: string) => `Hello ${name}`)
    .set('app.user', (user: User) => user.tags.length + user.id)
    .set('tools', { math: { double: (x: number) => x * 2 }, version: 3 })
    .set('config', { depth: 3, names: ['a'] });

describe('the type of a sandbox', () => {
  test('knows what was set, and what is inside', () => {
    const lua = sandbox();
    const greet: (name: string) => string = lua.get('app.greet');
    const double: (x: number) => number = lua.get('tools.math.double');
    const user: (user: User) => number = lua.get('app.user');
    const depth: number = lua.get('config.depth');
    const names: string[] = lua.get('config').names;
    expect([greet('Ann'), double(4), user({ id: 1, tags: ['x'] }), depth, names]).toEqual([
      'Hello Ann',
      8,
      2,
      3,
      ['a'],
    ]);
    // @ts-expect-error: greet wants a text
    expect(lua.get('app.greet')(5)).toBe('Hello 5');
    // @ts-expect-error: there is no such property
    expect(lua.get('config').nothing).toBeUndefined();
    const missing = lua.get('config.missing');
    expect(missing).toBeUndefined();
  });

  test('takes a value set again for the last one', () => {
    const again: string = sandbox().set('config', 'none').get('config');
    expect(again).toBe('none');
  });

  test('calls anything a script may have left a LuaValue', async () => {
    const lua = sandbox();
    await lua.run('left = { by = "the script" }');
    const left: LuaValue = lua.get('left.by');
    // @ts-expect-error: it may be no text
    const text: string = lua.get('left.by');
    expect([left, text]).toEqual(['the script', 'the script']);
  });

  test('does not guess at a path that is no literal', () => {
    const name: string = ['a', 'b'].join('.');
    const lua: TypedLua = createLua().set(name, 1);
    // @ts-expect-error: not known to be there
    const value: number = lua.get('a.b');
    expect(value).toBe(1);
  });

  test('goes where any sandbox is asked for', () => {
    const install = (lua: Lua): unknown => lua.set('more', 1).get('more');
    expect(install(sandbox())).toBe(1);
  });

  test('can be said first', () => {
    using lua = createLuaWorker<{ app: { now: () => number } }>({ pool: 0 });
    lua.set('app.now', () => 5);
    const now: number = lua.get('app.now')();
    expect(now).toBe(5);
  });
});

describe('functions that are set', () => {
  test('are told that scripts can pass anything', async () => {
    const lua = createLua().set('upper', (text) => (typeof text === 'string' ? text.toUpperCase() : '?'));
    lua.set('careless', (text) => {
      // @ts-expect-error: it may be no text
      const sure: string = text;
      return sure.toUpperCase();
    });
    lua.set('inner', { lower: (text) => (typeof text === 'string' ? text.toLowerCase() : '?') });
    expect(valuesOf(await lua.run('return upper("a"), upper(1), careless("c"), inner.lower("B")'))).toEqual([
      'A',
      '?',
      'C',
      'b',
    ]);
  });

  test('know their call, and may name what they expect', async () => {
    const here = hostFunction((call, text: string) => `${call.line}: ${text}`);
    const lua = createLua().set('here', here);
    const same: typeof here = lua.get('here');
    expect(same).toBe(here);
    expect(valuesOf(await lua.run('\nreturn here("x")'))).toEqual(['2: x']);
  });

  test('with a schema have its types', async () => {
    const input: StandardSchema<{ name: string; age?: number }, { name: string; age: number }> = {
      '~standard': {
        version: 1,
        vendor: 'test',
        validate: (value) => ({ value: { age: 7, ...(value as { name: string }) } }),
      },
    };
    const greet = schemaFunction(
      { input, params: ['name', 'age'] },
      ({ name, age }, call) => `${name.toUpperCase()} ${age.toFixed(1)} ${call.path}`,
    );
    // @ts-expect-error: the schema has no such field
    expect(schemaFunction({ input, params: ['nme'] }, () => 1)).toBeInstanceOf(Function);
    expect(valuesOf(await createLua().set('greet', greet).run('return greet("Ann")'))).toEqual(['ANN 7.0 greet']);
  });
});
