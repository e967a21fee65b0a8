import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';

import { check, createLua, createRepl, isIncomplete, isLuaError, LuaError, schemaFunction } from '../src/index.js';
import { errorOf, sandboxes, valuesOf } from './sandboxes.js';

const address = z.strictObject({ city: z.string(), zip: z.string().optional() });
const order = schemaFunction(
  { input: z.strictObject({ name: z.string(), address: address.optional(), items: z.array(address).optional() }) },
  ({ name }) => name,
);

/* Scripts that fail, and what their errors carry as data besides the message. */
const FAILING: readonly [string, Partial<LuaError>][] = [
  ['app.ordr{}', { code: 'unknown_function', suggestion: 'order', field: 'app.ordr' }],
  ['app.deep.gret()', { code: 'unknown_function', suggestion: 'greet', field: 'app.deep.gret' }],
  ['require "helpes"', { code: 'unknown_module', suggestion: 'helper' }],
  ['app.order{nam = "Ann"}', { code: 'invalid_input', suggestion: 'name', field: 'nam' }],
  ['app.order{name = 5}', { code: 'invalid_input', field: 'name' }],
  ['app.order{}', { code: 'invalid_input', field: 'name' }],
  ['app.order{name = "A", address = {city = 1}}', { code: 'invalid_input', field: 'address.city' }],
  ['app.order{name = "A", items = {{city = "B"}, {city = 1}}}', { code: 'invalid_input', field: 'items[2].city' }],
  ['app.order{name = "A", address = {citty = "B"}}', { suggestion: 'city', field: 'address.citty' }],
  ['app.take{a = {1, {b = coroutine.create(print)}}}', { code: 'conversion', field: 'a[2].b' }],
  ['app.take{a = {[{}] = 1}}', { code: 'conversion', field: 'a' }],
  ['return {a = {[7] = coroutine.create(print)}}', { code: 'conversion', field: 'a[7]' }],
  ['app.symbol()', { code: 'conversion', field: 'list[2].x' }],
  ['app.map()', { code: 'conversion', field: 'm[3]' }],
  ['app.refuse()', { code: 'refused', suggestion: 'this', field: 'that' }],
  ['app.refuseLater()', { code: 'refused', suggestion: 'this', field: 'that' }],
  ['app.refuseHidden()', { code: 'refused', suggestion: 'this', field: 'that' }],
  ['error({code = "own", message = "m", suggestion = "s", field = "f"})', { suggestion: 's', field: 'f', reason: 'm' }],
];

const refusal = (): Error => Object.assign(new Error('no'), { code: 'refused', suggestion: 'this', field: 'that' });

class HiddenRefusal extends Error {
  get code(): string {
    return 'refused';
  }
  get suggestion(): string {
    return 'this';
  }
  get field(): string {
    return 'that';
  }
}

const app = {
  order,
  deep: { greet: () => 'Hello' },
  take: () => 1,
  symbol: () => ({ list: [1, { x: Symbol('s') }] }),
  map: () => ({ m: new Map([[3, Symbol('s')]]) }),
  refuse: () => {
    throw refusal();
  },
  refuseLater: () => Promise.reject(refusal()),
  refuseHidden: () => {
    throw new HiddenRefusal('no');
  },
};

describe.each(sandboxes)('an error %s', (_where, create) => {
  test.each(FAILING)('of %s carries what was meant and what was wrong as data', async (script, expected) => {
    using lua = create({ modules: { helper: 'return 1' } });
    lua.set('app', app);
    const error = errorOf(await lua.run(script));
    expect(error).toMatchObject(expected);
    expect(Object.keys(error)).toEqual(expect.arrayContaining(Object.keys(expected)));
    expect('suggestion' in error).toBe('suggestion' in expected);
    if (error.suggestion !== undefined && error.cause === undefined && error.code.startsWith('unknown'))
      expect(error.message).toContain(`Did you mean: ${error.suggestion}`);
    expect(error.reason).not.toMatch(/script\.lua:1/);
    expect(error.message.endsWith(error.reason)).toBe(true);
  });

  test.each(FAILING.filter(([script]) => !script.startsWith('return')))(
    'of %s carries the same in Lua',
    async (script, { suggestion, field }) => {
      using lua = create({ modules: { helper: 'return 1' } });
      lua.set('app', app);
      const caught = `local ok, e = pcall(function() ${script} end) return e.suggestion, e.field`;
      expect(valuesOf(await lua.run(caught))).toEqual([suggestion, field]);
    },
  );

  test('of an argument or an exposed value that cannot cross names the field', async () => {
    using lua = create();
    expect(errorOf(await lua.run('', { args: [1, { a: [Symbol('s')] }] }))).toMatchObject({
      code: 'conversion',
      field: 'a[1]',
    });
    const config = { depth: [{ x: 2n }] };
    lua.set('config', config);
    config.depth = [{ x: 2n ** 70n }];
    expect(errorOf(await lua.run('local c = config'))).toMatchObject({
      code: 'conversion',
      field: 'config.depth[1].x',
    });
  });

  test('of syntax has its line and column, and tells a beginning from a mistake', async () => {
    using lua = create();
    const mistake = errorOf(await lua.run('local a\nx = = 1', { name: 'a.lua' }));
    expect(mistake).toMatchObject({
      code: 'syntax',
      message: "a.lua:2: unexpected symbol near '='",
      reason: "unexpected symbol near '='",
      ...{ chunk: 'a.lua', line: 2, column: 5, incomplete: false },
    });
    expect(errorOf(await lua.run('for i = 1, 3 do'))).toMatchObject({ code: 'syntax', incomplete: true, line: 1 });
  });

  test('that a callback raises reaches the host function with all its data', async () => {
    using lua = create();
    lua.set('app', app);
    let seen: unknown;
    lua.set('attempt', async (fn: () => Promise<unknown>) => {
      seen = await fn().catch((error: unknown) => error);
    });
    await lua.run('attempt(function() app.deep.gret() end)');
    expect(isLuaError(seen)).toBe(true);
    expect(seen).toMatchObject({
      ...{ code: 'unknown_function', suggestion: 'greet', field: 'app.deep.gret', line: 1 },
      reason: 'Unknown function: app.deep.gret. Did you mean: greet',
    });
  });
});

test('a namespace with data that cannot cross says so where it is read', async () => {
  const data: Record<string, unknown> = {};
  const lua = createLua().set('app', { greet: () => 1, data });
  data['x'] = Symbol('s');
  const [ok, code, field] = valuesOf(
    await lua.run('local ok, e = pcall(function() return app.data end) return ok, e.code, e.field'),
  );
  expect([ok, code, field]).toEqual([false, 'conversion', 'app.data.x']);
  expect(errorOf(await lua.run('for name in pairs(app) do end'))).toMatchObject({ code: 'conversion' });
});

test('a module that cannot cross says so where it is required', async () => {
  const lua = createLua({ modules: { data: { list: [1, Symbol('s')] } } });
  const script = 'local ok, e = pcall(require, "data") return ok, e.code, e.field';
  expect(valuesOf(await lua.run(script))).toEqual([false, 'conversion', 'list[2]']);
});

test('long keys of a table do not make a long field', async () => {
  const lua = createLua().set('take', () => 1);
  const script = `local key = ("k"):rep(1000000)
    local t = coroutine.create(print)
    for i = 1, 100 do t = {[key] = t} end
    take(t)`;
  const error = errorOf(await lua.run(script));
  expect(error.code).toBe('conversion');
  expect(error.field?.length).toBeLessThan(10_000);
});

describe('a LuaError', () => {
  test('is known by its brand, whatever copy of the package made it', () => {
    expect(isLuaError(new LuaError('x'))).toBe(true);
    expect(isLuaError({ [Symbol.for('@moonwire/lua-bridge/error')]: true })).toBe(true);
    for (const other of [new Error('x'), null, undefined, 'x', 5]) expect(isLuaError(other)).toBe(false);
  });

  test('has no data that it was not given', () => {
    const error = new LuaError('x');
    expect(error.reason).toBe('x');
    for (const name of ['suggestion', 'field', 'column']) expect(name in error).toBe(false);
  });
});

describe('the tools of an editor', () => {
  test.each(['for i = 1, 3 do', 'f(', 'x = ', 'local function f()', '[[ text', 'if a then\n  b()', '--[[ comment'])(
    '%j is incomplete',
    async (code) => {
      expect(isIncomplete(code)).toBe(true);
      expect(await createRepl().feed(code)).toEqual({ kind: 'incomplete' });
    },
  );

  test.each(['x = 1', 'x = = 1', 'end', '', 'x = y "near <eof>" 1'])('%j is not incomplete', (code) => {
    expect(isIncomplete(code)).toBe(false);
  });

  test('a prompt places a syntax error as check does', async () => {
    const answer = await createRepl().feed('x = = 1');
    const [fault] = check('x = = 1');
    expect(answer).toMatchObject({
      kind: 'error',
      error: { reason: fault?.message, line: fault?.line, column: fault?.column, incomplete: false },
    });
  });
});

describe.each(sandboxes)('an error in a log, %s,', (_, create) => {
  test('has its message, code and place, whichever way it is written, and no cause', async () => {
    const lua = create();
    lua.set('fail', () => {
      throw Object.assign(new Error('the disk is full', { cause: 'canary' }), { code: 'disk_full' });
    });
    for (const script of ['fail()', 'local t = {} t.t = t error(t)', 'error({ n = math.maxinteger })']) {
      const error = errorOf(await lua.run(script));
      const { message, code, line } = error;
      for (const written of [JSON.stringify(error), JSON.stringify({ deep: [error] })]) {
        expect(written).toContain(`"message":${JSON.stringify(message)}`);
        expect(written).not.toContain('canary');
      }
      expect(JSON.parse(JSON.stringify(error))).toMatchObject({ name: 'LuaError', message, code, line });
      expect(Object.fromEntries(Object.entries(error))).toMatchObject({ name: 'LuaError', message, code, line });
    }
    lua[Symbol.dispose]();
  });
});
