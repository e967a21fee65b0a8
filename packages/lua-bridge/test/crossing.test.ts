import { afterEach, describe, expect, test } from '@jest/globals';

import { createLua, isLuaError, type LuaFunction, type LuaOptions } from '../src/index.js';
import { errorOf, type Sandbox, sandboxes, valuesOf } from './sandboxes.js';

class Point {
  constructor(
    readonly x: number,
    readonly y: number,
  ) {}
  get length(): number {
    return Math.hypot(this.x, this.y);
  }
  move(): this {
    return this;
  }
}

class Money {
  readonly #cents = 150;
  toJSON(): unknown {
    return { amount: this.#cents / 100 };
  }
}

const matching = (pattern: unknown): string => pattern as string;

const bytes = Uint8Array.of(1, 255, 3);

/* Values that cross, and what Lua is given. */
const CROSSING: readonly [string, () => unknown, unknown][] = [
  ['an Int16Array', () => Int16Array.of(-1, 2), [-1, 2]],
  ['a Float64Array', () => Float64Array.of(0.5, -0), [0.5, -0]],
  ['a BigInt64Array', () => BigInt64Array.of(2n ** 62n, 1n), [2n ** 62n, 1]],
  ['a Uint8ClampedArray', () => Uint8ClampedArray.from(bytes), bytes],
  ['an ArrayBuffer', () => bytes.slice().buffer, bytes],
  ['a SharedArrayBuffer', () => shared(), bytes],
  ['a DataView into more', () => new DataView(Uint8Array.of(0, 1, 255, 3, 0).buffer, 1, 3), bytes],
  ['a URL', () => new URL('https://a.test/b?c=1'), 'https://a.test/b?c=1'],
  ['an instance with toJSON', () => new Money(), { amount: 1.5 }],
  ['boxed primitives', () => ['x', 5, true, 5n].map((item) => Object(item) as unknown), ['x', 5, true, 5]],
  [
    'a Map with odd keys',
    () =>
      new Map<unknown, unknown>([
        [1, 'a'],
        ['b', 2],
        [2n, 'c'],
      ]),
    { 1: 'a', 2: 'c', b: 2 },
  ],
  ['the fields of an instance', () => new Point(3, 4), { x: 3, y: 4 }],
  ['a sparse array', () => Object.assign<string[], object>([], { 2: 'c' }), [null, null, 'c']],
  ['negative zero', () => [-0], [-0]],
  ['functions under symbols', () => ({ a: 1, [Symbol.dispose]: () => undefined }), { a: 1 }],
  ['an object of another prototype', () => Object.create({ inherited: 1 }, own('a')) as unknown, { a: 'a' }],
];

const shared = (): SharedArrayBuffer => {
  const buffer = new SharedArrayBuffer(bytes.length);
  new Uint8Array(buffer).set(bytes);
  return buffer;
};

const own = (name: string): PropertyDescriptorMap => ({ [name]: { value: name, enumerable: true } });

const failing = { fine: 1, get bad(): never { throw new RangeError('no such row'); } }; // prettier-ignore
const trapped = new Proxy({}, { ownKeys: () => { throw new Error('trapped'); } }); // prettier-ignore
const revoked = (): unknown => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};

/* Values that cannot cross, where the trouble is inside of them, and what is said of it. */
const REFUSED: readonly [string, () => unknown, string, RegExp][] = [
  ['a RegExp', () => /x/u, '', /RegExp.*source/],
  ['a WeakMap', () => new WeakMap(), '', /WeakMap.*Map/],
  ['a promise', () => Promise.resolve(1), '', /wait for it/],
  ['a class', () => Point, '', /class Point/],
  ['half a surrogate pair', () => 'a\ud800', '', /surrogate/],
  ['a key of half a pair', () => ({ '\ud800': 1 }), '', /surrogate/],
  ['a bigint beyond 64 bits', () => -(2n ** 63n) - 1n, '', /64-bit/],
  ['data under a symbol', () => ({ [Symbol('tag')]: 1 }), '.Symbol(tag)', /symbol/],
  ['a getter that throws', () => failing, '.bad', /no such row/],
  ['a trap that throws', () => trapped, '', /trapped/],
  ['a revoked proxy', revoked, '', /revoked/],
  ['a Map with NaN', () => new Map([[NaN, 1]]), '', /NaN/],
  ['a Map with null', () => new Map([[null, 1]]), '', /null key/],
  ['a Map with a symbol', () => new Map([[Symbol('s'), 1]]), '', /symbol/],
  ['a Map with an object', () => new Map([[{}, 1]]), '', /object for a key/],
  ['a Map with one key twice', () => new Map<unknown, unknown>([[1, 'a'], [1n, 'b']]), '', /same in Lua/], // prettier-ignore
];

describe.each(sandboxes)('a value that crosses %s', (_where, create) => {
  let lua: Sandbox;
  const make = (options?: LuaOptions): Sandbox => (lua = create(options));
  afterEach(() => {
    lua[Symbol.dispose]();
  });

  test.each(CROSSING)('is converted if it is %s', async (_what, value, expected) => {
    make().set('given', { f: () => value(), nested: () => ({ in: [value()] }) });
    lua.set('back', async (fn: (value: unknown) => Promise<unknown>) => [await fn(value())]);
    const script = 'return ..., given.f(), given.nested(), back(function(v) return v end)';
    const result = valuesOf(await lua.run(script, { args: [value()] }));
    expect(result).toEqual([expected, expected, { in: [expected] }, [expected]]);
  });

  test.each(REFUSED)('is refused with its path if it is %s', async (_what, value, inside, reason) => {
    make();
    const at = `list[1].x${inside}`;
    const wrap = (): unknown => ({ list: [{ x: value() }] });
    const refusal = { code: 'conversion', message: matching(expect.stringMatching(reason)) };
    expect(() => {
      lua.set('data', wrap());
    }).toThrow(expect.objectContaining({ ...refusal, field: `data.${at}` }));
    expect(errorOf(await lua.run('', { args: [1, wrap()] }))).toMatchObject({ ...refusal, field: at });
    let raised: unknown;
    lua.set('given', { f: wrap, later: () => Promise.resolve(wrap()) });
    lua.set('back', (fn: LuaFunction) => fn(wrap()).catch((error: unknown) => { raised = error; })); // prettier-ignore
    for (const script of ['given.f()', 'given.later()'])
      expect(errorOf(await lua.run(script))).toMatchObject({ ...refusal, field: at, line: 1 });
    await lua.run('back(function() end)');
    expect(isLuaError(raised)).toBe(true);
    expect(raised).toMatchObject({ ...refusal, field: at });
  });

  test('is never shared: neither memory nor objects, in either direction', async () => {
    make();
    const pool = Buffer.alloc(8);
    let fill = 0;
    const list = [1];
    const kept: Uint8Array[] = [];
    lua.set('read', () => pool.subarray(0, 4).fill(48 + ++fill));
    lua.set('view', () => new DataView(pool.fill(48 + ++fill).buffer, pool.byteOffset, 4));
    lua.set('later', (fn: (value: unknown) => Promise<unknown>) => {
      const answer = fn({ deep: [pool.fill(97)], list });
      pool.fill(98);
      list.push(2);
      return answer;
    });
    lua.set('keep', (...given: Uint8Array[]) => {
      kept.push(...given);
      for (const item of given) item.fill(7);
    });
    const script = `local a, b, c = read(), read(), view()
      local s = "\\xff\\xfe"
      keep(s, s)
      return a, b, c, later(function(v) return v.deep[1] .. #v.list end), s`;
    expect(valuesOf(await lua.run(script))).toEqual(['1111', '2222', '3333', 'aaaaaaaa1', Uint8Array.of(255, 254)]);
    lua.set('fixed', { bytes: pool.fill(99) });
    const first = lua.run('local a = fixed.bytes return a, ...', { args: [pool] });
    pool.fill(100);
    expect(valuesOf(await first)[1]).toBe('cccccccc');
  });

  test('keeps every key, or is refused', async () => {
    make().set('take', () => 1);
    for (const table of ['{"a", ["1"] = "b"}', '{[1.5] = 1, ["1.5"] = 2}', '{x = 1, [5] = 1, ["5"] = 1}'])
      expect(errorOf(await lua.run(`take{deep = ${table}}`))).toMatchObject({
        code: 'conversion',
        message: matching(expect.stringContaining('both the keys')),
        field: matching(expect.stringMatching(/^deep\./)),
      });
    expect(errorOf(await lua.run('return {["\\xff"] = 1}'))).toMatchObject({ code: 'conversion' });
    expect(valuesOf(await lua.run('return {1, x = 2, [5] = 3}'))).toEqual([{ 1: 1, 5: 3, x: 2 }]);
  });

  test('says of a method that it did not cross', async () => {
    make().set('point', () => new Point(3, 4));
    for (const name of ['move', 'length'])
      expect(errorOf(await lua.run(`local p = point() return p.${name}`))).toMatchObject({
        code: 'unknown_function',
        field: name,
        message: matching(expect.stringContaining(`'${name}' of Point did not cross`)),
      });
    expect(valuesOf(await lua.run('local p = point() p.z = 5 return p.nothing, p'))).toEqual([
      undefined,
      { x: 3, y: 4, z: 5 },
    ]);
  });
});

describe.each(sandboxes)('a Lua error that passes through host functions %s', (_where, create) => {
  const hop = async (fn: () => Promise<unknown>): Promise<unknown> => {
    try {
      return await fn();
    } catch (error) {
      throw error as Error;
    }
  };

  test('is the same value on the other side, however many hops', async () => {
    using lua = create();
    lua.set('hop', hop);
    lua.set('attempt', (fn: () => Promise<unknown>) => fn().catch((error: unknown) => error));
    const script = `
      local thrown = setmetatable({}, { __tostring = function() return "custom" end })
      local function through(value)
        local ok, caught = pcall(hop, function() hop(function() hop(function() error(value, 0) end) end) end)
        return not ok and rawequal(caught, value)
      end
      local _, host = pcall(fail)
      local first
      local _, last = pcall(hop, function() local _, e = pcall(fail) first = e error(e) end)
      return through(thrown), through("text"), through(42), through(nil), through(print), through(host),
        rawequal(first, last), rawequal(attempt(function() error(thrown) end), thrown)`;
    lua.set('fail', () => {
      throw Object.assign(new Error('from the host'), { code: 'mine' });
    });
    expect(valuesOf(await lua.run(script))).toEqual([true, true, true, true, true, true, true, true]);
  });

  test('has its position once, and reaches the end as what it was', async () => {
    using lua = create();
    const failure = Object.assign(new Error('no'), { code: 'mine' });
    lua.set('hop', hop);
    lua.set('fail', () => Promise.reject(failure));
    const nested = (inner: string): string => `\nhop(function()\nhop(function()\n${inner} end) end)`;
    expect(errorOf(await lua.run(nested('error("x")')))).toMatchObject({ message: 'script.lua:4: x', reason: 'x' });
    const caught = `local ok, e = pcall(function() ${nested('error("x")')} end) return e`;
    expect(valuesOf(await lua.run(caught))).toEqual(['script.lua:4: x']);
    const error = errorOf(await lua.run(nested('fail()')));
    expect(error).toMatchObject({ message: 'script.lua:4: no', code: 'mine', line: 4 });
    expect(error.cause).toBe(failure);
    expect(errorOf(await lua.run(nested('error({ code = "own", message = "m" })')))).toMatchObject({
      code: 'own',
      reason: 'm',
    });
  });
});

describe.each(sandboxes)('what the host gets wrong %s', (_where, create) => {
  test('is named, and is no internal error', async () => {
    using lua = create({ limits: { stringBytes: 1000 } });
    const run = lua.run.bind(lua) as (...args: unknown[]) => ReturnType<Sandbox['run']>;
    for (const [args, message] of [
      [[undefined], 'run: the code must be a text, got undefined'],
      [[Buffer.from('x')], 'run: the code must be a text, got a value of Buffer'],
      [['', null], 'run: the options must be an object, got null'],
      [['', { args: 'x' }], "run: 'args' must be an array, got string"],
      [['', { name: 5 }], "run: 'name' must be a text, got number"],
      [['', { signal: {} }], "run: 'signal' must be an AbortSignal, got an object"],
    ] as const)
      expect(errorOf(await run(...args))).toMatchObject({ code: 'invalid_input', message });
    expect(() => {
      lua.set('long', { text: 'x'.repeat(1001) });
    }).toThrow(/stringBytes/);
    expect(() => {
      lua.set('long', [Buffer.alloc(1001)]);
    }).toThrow(/stringBytes/);
    expect(() => {
      lua.set('Point', Point);
    }).toThrow(/class Point/);
  });
});

test('a namespace may hold itself', async () => {
  const app: Record<string, unknown> = { greet: () => 'hello' };
  app['self'] = app;
  const lua = createLua().set('app', app);
  expect(valuesOf(await lua.run('return app.self.self.greet()'))).toEqual(['hello']);
});
