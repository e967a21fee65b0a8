import { afterEach, describe, expect, test } from '@jest/globals';

import { createLua, type GivenNames, hostFunction, namespaceOf } from '../src/index.js';
import { errorOf, later, type Sandbox, sandboxes, valuesOf } from './sandboxes.js';

const orders = { cancel: true, create: true } as const;
const names = { eu: orders, us: orders, ...orders, old: { eu: orders }, 'not a name': true } satisfies GivenNames;
const shop = namespaceOf(names);

const tell = hostFunction(({ path, line }, ...args) => [path, line, ...args]);

/* The same as an object that holds the function everywhere. */
const plain = (names: GivenNames, fn: unknown): object =>
  Object.fromEntries(Object.entries(names).map(([name, below]) => [name, below === true ? fn : plain(below, fn)]));

const SCRIPTS = [
  'return shop.create(1, {a = 2}), shop.eu.create(), shop.us.cancel(), shop["not a name"]()',
  'return shop.old.eu.create()',
  'local all = {} for name, value in pairs(shop) do all[#all + 1] = name .. type(value) end return all',
  'local all = {} for name, value in pairs(shop.eu) do all[#all + 1] = name .. type(value) end return all',
  'return next(shop), rawlen(shop), #shop, type(shop), getmetatable(shop)',
  'return rawequal(shop.eu, shop.eu), shop.eu == shop.us, shop.create == shop.create, shop.create == shop.eu.create',
  'return rawget(shop, "create"), shop[1], shop[true]',
  'print(shop, shop.eu) return (tostring(shop):gsub("0x%x+", ""))',
  'return dump(shop)',
  'shop.creat()',
  'shop.eu.creat()',
  'shop.asia.create()',
  'shop.create = 1',
  'shop.eu.other = print',
  'setmetatable(shop, {})',
  'return json.encode(shop)',
];

describe.each(sandboxes)('a namespace of names in a sandbox %s', (_kind, create) => {
  let lua: Sandbox;
  afterEach(() => {
    lua[Symbol.dispose]();
  });

  test.each(SCRIPTS)('is to a script what an object of functions is: %s', async (code) => {
    lua = create();
    const called = await lua.run(code, { globals: { shop: shop.calling(tell) } });
    const expected = await lua.run(code, { globals: { shop: plain(names, tell) } });
    expect({ ...called, usage: expected.usage }).toEqual(expected);
  });

  test('calls the function of its run, however many there are at once', async () => {
    lua = create();
    const run = async (n: number): Promise<unknown> => {
      const called = shop.calling(() => later(1, n));
      return valuesOf(await lua.run('return shop.eu.create()', { globals: { shop: called } }));
    };
    expect(await Promise.all([1, 2, 3, 4, 5].map(run))).toEqual([[1], [2], [3], [4], [5]]);
  });

  test('reads the names once, so that no run does', async () => {
    lua = create();
    let reads = 0;
    const told = new Proxy<GivenNames>(names, {
      ownKeys: (target) => {
        reads++;
        return Reflect.ownKeys(target);
      },
    });
    const namespace = namespaceOf(told);
    for (let n = 0; n < 3; n++)
      valuesOf(await lua.run('return shop.create()', { globals: { shop: namespace.calling(tell) } }));
    expect(reads).toBe(1);
  });

  test('takes what is set below it for its own sandbox alone', async () => {
    lua = create();
    const called = shop.calling(tell);
    lua.set('a', called);
    lua.set('b', called);
    lua.set('a.eu.more', 1);
    expect(valuesOf(await lua.run('return a.eu.more, a.eu.create()'))).toEqual([1, ['a.eu.create', 1]]);
    expect(errorOf(await lua.run('return b.eu.more'))).toMatchObject({ code: 'unknown_function' });
  });

  test('may be a part of what is mounted, and crosses as data where that does', async () => {
    lua = create();
    lua.set('app', { shop: shop.calling(tell), version: 3 });
    expect(valuesOf(await lua.run('return app.shop.us.create(), app.version'))).toEqual([['app.shop.us.create', 1], 3]);
    const code = 'local given = ... return type(given.eu.create), given.eu.create()[3]';
    const second = hostFunction(() => [1, 2, 'called']);
    expect(valuesOf(await lua.run(code, { args: [shop.calling(second)] }))).toEqual(['function', 'called']);
  });
});

test('is read as an object of functions', () => {
  const lua = createLua();
  lua.set('shop', shop.calling(tell));
  expect(Object.keys(lua.get('shop') ?? {})).toEqual(Object.keys(names));
  expect(lua.get('shop.old.eu.create')).toBe(tell);
});

test('names are true or names below', () => {
  expect(() => namespaceOf({ eu: { create: 5 as never } })).toThrow(
    new TypeError('namespaceOf: names.eu.create must be true or an object, got number'),
  );
  expect(() => namespaceOf('create' as never)).toThrow(
    new TypeError('namespaceOf: names must be true or an object, got string'),
  );
});
