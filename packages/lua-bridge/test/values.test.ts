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
