import { afterEach, describe, expect, test } from '@jest/globals';
import { type } from 'arktype';
import * as v from 'valibot';
import { z } from 'zod';

import { createLua, createLuaWorker, type LuaOptions, type StandardSchema, type TypedLua } from '../src/index.js';
import { errorOf, valuesOf } from './sandboxes.js';

const kinds: readonly [string, (options?: LuaOptions) => TypedLua][] = [
  ['in this thread', createLua],
  [
    'in a worker',
    (options) => createLuaWorker({ ...options, worker: () => new URL('../dist/worker-thread.js', import.meta.url) }),
  ],
];

const order = z.object({ id: z.int(), items: z.array(z.object({ price: z.number() })), at: z.coerce.date() });

describe.each(kinds)('a result with a schema, %s,', (_kind, create) => {
  let lua: TypedLua;
  const make = (options: LuaOptions = {}): TypedLua => (lua = create(options));
  afterEach(() => {
    lua[Symbol.dispose]();
  });

  test('has its type and what the schema makes of it', async () => {
    make();
    const script = 'return { id = 7, items = {}, at = "2026-01-02T03:04:05Z" }, "beside"';
    const result = await lua.run(script, { result: order });
    if (!result.ok) throw result.error;
    const [year, price]: [number, number | undefined] = [
      result.value.at.getUTCFullYear(),
      result.value.items[0]?.price,
    ];
    // @ts-expect-error: the schema has no such field
    expect(result.value.name).toBeUndefined();
    expect([year, price, result.values[1]]).toEqual([2026, undefined, 'beside']);
    const list = await lua.prepare('return {}').run({ result: v.array(v.string()) });
    expect(list.ok && (list.value satisfies string[])).toEqual([]);
    const count = await lua.run('return #...', { args: ['four'], result: type('number') });
    expect(count.ok && (count.value satisfies number)).toBe(4);
    const plain = await lua.run('return "first", 2');
    expect(plain.ok && plain.value).toBe('first');
    expect(errorOf(await lua.run('error("own")', { result: order })).message).toBe('script.lua:1: own');
  });

  test('that does not fit is an error that says where, what was expected and what was given', async () => {
    make();
    const fails = async (script: string, schema: StandardSchema): Promise<unknown> => {
      const result = await lua.run(`print("said") ${script}`, { result: schema });
      const { code, message, field, suggestion } = errorOf(result);
      expect([code, result.output, result.usage.outputBytes]).toEqual(['invalid_result', 'said\n', 5]);
      return [message, field, suggestion];
    };
    expect(await fails('return { id = 1, items = { { price = 1 }, { price = "2" } }, at = 1 }', order)).toEqual([
      "result: bad field 'items[2].price' (number expected, got string)",
      'items[2].price',
      undefined,
    ]);
    expect(await fails('return { items = {}, at = 1 }', order)).toEqual([
      "result: missing field 'id' (number expected)",
      'id',
      undefined,
    ]);
    expect(await fails('', z.string())).toEqual(['result: string expected, got nil', undefined, undefined]);
    expect(await fails('return { 1 }', v.string())).toEqual([
      'result: string expected, got list',
      undefined,
      undefined,
    ]);
    expect(await fails('return { naem = "Ann" }', z.strictObject({ name: z.string() }))).toEqual([
      "result: unknown field 'naem'. Did you mean: name",
      'naem',
      'name',
    ]);
    const broken: StandardSchema = {
      '~standard': { version: 1, vendor: 'test', validate: () => Promise.reject(new Error('no idea')) },
    };
    const error = errorOf(await lua.run('return 1', { result: broken }));
    expect([error.code, error.message, error.cause]).toEqual([
      'invalid_result',
      'result: the schema failed: no idea',
      new Error('no idea'),
    ]);
    const none = { result: { name: 'string' } } as unknown as object;
    expect(errorOf(await lua.run('return 1', none)).message).toMatch(/^run: 'result' must be a Standard Schema/);
  });

  test('can be of a call in a session', async () => {
    make();
    await using session = await lua.open('rules = { check = function(n) return { ok = n > 1, by = n } end }');
    const verdict = { name: 'rules.check', result: z.object({ ok: z.boolean(), by: z.int() }) };
    const good = await session.call(verdict, 3);
    expect(good.ok && (good.value satisfies { ok: boolean; by: number })).toEqual({ ok: true, by: 3 });
    expect(errorOf(await session.call(verdict, 2.5))).toMatchObject({
      code: 'invalid_result',
      field: 'by',
      message: "result of rules.check: bad field 'by' (integer expected, got 2.5)",
    });
    expect(valuesOf(await session.call('rules.check', 1))).toEqual([{ ok: false, by: 1 }]);
    expect(errorOf(await session.call({ ...verdict, name: 'rules.chek' })).code).toBe('unknown_function');
    expect(errorOf(await session.call(5 as unknown as string)).code).toBe('invalid_input');
  });
});
