import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { createLua } from '../src/index.js';
import { errorOf, valuesOf } from './sandboxes.js';

const roundTrip = async (value: unknown): Promise<unknown> =>
  valuesOf(await createLua().run('return ...', { args: [value] }))[0];

describe('values that cross and come back', () => {
  test('JSON-like values are unchanged', async () => {
    const key = fc.string().filter((text) => !/^\d+$/.test(text));
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { depthSize: 'small' },
        fc.string({ unit: 'grapheme' }),
        fc.integer(),
        fc.boolean(),
        fc.double({ noNaN: true }),
        tie('list'),
        tie('object'),
      ),
      list: fc.array(tie('any'), { maxLength: 5 }),
      object: fc.dictionary(key, tie('any'), { maxKeys: 5, noNullPrototype: true }),
    })).any;
    await fc.assert(
      fc.asyncProperty(value, async (given) => {
        expect(await roundTrip(given)).toEqual(normal(given));
      }),
      { numRuns: 200 },
    );
  });

  test('integers are exact to 2^53, and to 64 bits as bigint', async () => {
    await fc.assert(
      fc.asyncProperty(fc.maxSafeInteger(), async (given) => {
        const values = valuesOf(
          await createLua().run(
            'local n = ... return n, tostring(n), ("%d"):format(n), n .. "", math.type(n), json.encode(n)',
            { args: [given] },
          ),
        );
        expect(values).toEqual([given, String(given), String(given), String(given), 'integer', String(given)]);
      }),
      { numRuns: 50 },
    );
    expect(await roundTrip(2n ** 62n)).toBe(2n ** 62n);
    expect(await roundTrip(5n)).toBe(5);
  });

  test('bytes are kept: UTF-8 as text, anything else as Uint8Array', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array(), async (given) => {
        const [length, back] = valuesOf(await createLua().run('local s = ... return #s, s', { args: [given] }));
        expect(length).toBe(given.length);
        expect(typeof back === 'string' ? new TextEncoder().encode(back) : back).toEqual(given);
      }),
      { numRuns: 100 },
    );
  });

  test('dates, maps, sets and nulls become what Lua can hold', async () => {
    expect(await roundTrip(new Date(0))).toBe('1970-01-01T00:00:00.000Z');
    expect(await roundTrip(new Map([['a', 1]]))).toEqual({ a: 1 });
    expect(await roundTrip(new Set([1, 2]))).toEqual([1, 2]);
    expect(await roundTrip({ a: null, b: undefined })).toEqual({});
    expect(await roundTrip([1, null, 3])).toEqual([1, null, 3]);
    expect(await roundTrip([])).toEqual([]);
  });

  test('cycles and shared parts keep their shape', async () => {
    const ring: { self?: unknown; list: unknown[] } = { list: [] };
    ring.self = ring;
    ring.list.push(ring.list);
    const back = (await roundTrip(ring)) as typeof ring;
    expect(back.self).toBe(back);
    expect(back.list[0]).toBe(back.list);
  });

  test('what is shared among many keeps its shape too', async () => {
    const parts = Array.from({ length: 30 }, (_, n) => ({ n }));
    const back = (await roundTrip({ parts, again: [...parts].reverse() })) as { parts: object[]; again: object[] };
    expect(back).toEqual({ parts, again: [...parts].reverse() });
    expect(new Set([...back.parts, ...back.again]).size).toBe(30);
    for (const [n, part] of back.parts.entries()) expect(back.again[29 - n]).toBe(part);
  });

  test('tables with the same keys cross alike, whatever became of those keys', async () => {
    const lua = createLua();
    const seen: unknown[] = [];
    lua.set('see', (value: unknown) => seen.push(value));
    const code = `
      local function make(...) local a, b, c = ... return { name = a, ["schön"] = b, ["a b"] = c } end
      see(make(1, 2, 3)) see(make(1, nil, 3)) see(make())
      local changed = make(1, 2, 3) changed.name = nil see(changed) changed.more = 4 see(changed) changed.name = 5 see(changed)
      local mixed = make(1, 2, 3) mixed[1] = "one" mixed[2.5] = "half" see(mixed)`;
    valuesOf(await lua.run(code));
    expect(seen).toEqual([
      { name: 1, schön: 2, 'a b': 3 },
      { name: 1, 'a b': 3 },
      {},
      { schön: 2, 'a b': 3 },
      { schön: 2, 'a b': 3, more: 4 },
      { name: 5, schön: 2, 'a b': 3, more: 4 },
      { 1: 'one', name: 1, schön: 2, 'a b': 3, 2.5: 'half' },
    ]);
    for (const again of [1, 2]) {
      const error = errorOf(
        await lua.run('local function make() return { ok = 1, ["\\xff"] = 2 } end see(make()) see(make())'),
      );
      expect([again, error.message, error.field]).toEqual([again, expect.stringContaining('not UTF-8'), '\ufffd']);
    }
  });

  test('objects with the same keys cross alike, with and without values, few or many', async () => {
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`key${n}`, n]));
    for (const object of [
      { a: 1, b: 2, c: 3 },
      { a: 1, b: undefined, c: 3 },
      { a: null, b: null, c: null },
      { é: 1, ü: 2 },
      many,
    ]) {
      const kept = Object.fromEntries(
        Object.entries(object).filter(([, value]) => value !== null && value !== undefined),
      );
      for (const again of [1, 2]) expect([again, await roundTrip({ ...object })]).toEqual([again, kept]);
    }
    const code =
      'local t = ... local n = 0 for _ in pairs(t) do n = n + 1 end t.x, t[1], t[2], t[0] = 1, 1, 2, 0 return n, #t, t.a, t[0]';
    expect(valuesOf(await createLua().run(code, { args: [{ a: 1, b: null, c: undefined, d: null }] }))).toEqual([
      1, 2, 1, 0,
    ]);
  });

  test('a key called __proto__ sets no prototype, either way', async () => {
    const [value] = valuesOf(await createLua().run('return {["__proto__"] = {polluted = true}, x = 1}')) as [
      Record<string, unknown>,
    ];
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(Object.keys(value)).toEqual(['__proto__', 'x']);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    const given = JSON.parse('{"__proto__": {"polluted": true}}') as unknown;
    expect(
      valuesOf(await createLua().run('local t = ... return t.__proto__.polluted, t.polluted', { args: [given] })),
    ).toEqual([true, undefined]);
  });

  test('what cannot cross is refused with a reason', async () => {
    const lua = createLua();
    lua.set('symbol', () => Symbol('x'));
    lua.set('huge', () => 2n ** 70n);
    lua.set('take', () => 1);
    expect(errorOf(await lua.run('symbol()'))).toMatchObject({ code: 'conversion' });
    expect(errorOf(await lua.run('huge()')).message).toContain('64-bit');
    expect(errorOf(await lua.run('take(coroutine.create(print))')).message).toContain('coroutine');
    expect(errorOf(await lua.run('local t = {} for i = 1, 300 do t = {t} end return t'))).toMatchObject({
      code: 'conversion',
    });
    expect(errorOf(await lua.run('take({[{}] = 1})')).message).toContain('keys');
    expect(errorOf(await lua.run('local t = {} for i = 1, 300 do t = {t} end take(t)')).message).toContain(
      '200 levels',
    );
  });
});

/* What a value is after a crossing that changes nothing: negative zero stays, undefined goes. */
const normal = (value: unknown): unknown => value;
