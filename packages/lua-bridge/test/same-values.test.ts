import { afterAll, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { sandboxes, valuesOf } from './sandboxes.js';

const key = fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'length', '', '1', 'a b', 'ü'));

const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.constantFrom(null, undefined, true, false, Infinity, NaN, -0),
    fc.integer(),
    fc.double(),
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
    fc.string({ unit: 'binary' }),
    fc.uint8Array(),
    fc.date(),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(key, tie('value'), { maxKeys: 5 }),
    fc
      .uniqueArray(fc.tuple(fc.string(), tie('value')), { maxLength: 4, selector: ([name]) => name })
      .map((entries) => new Map(entries)),
    fc.array(fc.integer(), { maxLength: 4 }).map((items) => new Set(items)),
    tie('value').map((inner) => () => inner),
    fc.string().map((text) => Object.assign(new Error(text), { code: text })),
  ),
}));

/* Calls the functions inside, so that results can be compared. */
const settled = async (given: unknown): Promise<unknown> => {
  if (typeof given === 'function') return { called: await settled(await (given as () => Promise<unknown>)()) };
  if (given === null || typeof given !== 'object' || given instanceof Uint8Array) return given;
  if (Array.isArray(given)) return Promise.all(given.map(settled));
  return Object.fromEntries(
    await Promise.all(
      Object.entries(given).map(async ([name, item]): Promise<[string, unknown]> => [name, await settled(item)]),
    ),
  );
};

const made = sandboxes.map(([, create]) => create());
afterAll(() => {
  for (const lua of made) lua[Symbol.dispose]();
});

test('values cross in the same way in both kinds of sandbox, as arguments, as results and as what was set', async () => {
  const seen: unknown[] = [];
  await fc.assert(
    fc.asyncProperty(value, async (given) => {
      const ways: unknown[] = [];
      for (const lua of made) {
        seen.length = 0;
        lua.set('given', given);
        lua.set('give', () => given);
        lua.set('see', async (item: unknown) => {
          seen.push(await settled(item));
        });
        const values = valuesOf(
          await lua.run(
            'local arg = ... see(arg) see(give()) see(given) return type(arg), type(give()), dump(give())',
            { args: [given] },
          ),
        );
        ways.push([[...seen], values]);
      }
      expect(ways[1]).toEqual(ways[0]);
    }),
    { numRuns: 300 },
  );
});

test('one long text in many places stays one text, and one table in two places one object', async () => {
  for (const lua of made) {
    let given: unknown[] = [];
    lua.set('take', (...args: unknown[]) => {
      given = args;
      return { list: args, again: args[0] };
    });
    const code =
      'local s = ("é"):rep(4000) local t = {s, s, {k = s}} local back = take(t, t, s, "short", s) return back, t, s';
    const values = valuesOf(await lua.run(code));
    const text = 'é'.repeat(4000);
    const list = [text, text, { k: text }];
    expect(given).toEqual([list, list, text, 'short', text]);
    expect(given[0]).toBe(given[1]);
    expect(values).toEqual([{ list: given, again: list }, list, text]);
  }
});

test('a thousand references to four megabytes do not become four gigabytes', async () => {
  for (const lua of made) {
    let length = 0;
    lua.set('take', (list: string[]) => {
      length = list.length;
    });
    const before = process.memoryUsage.rss();
    const values = valuesOf(
      await lua.run('local s, t = ("x"):rep(4000000), {} for i = 1, 1000 do t[i] = s end take(t) return t'),
    );
    expect([length, (values[0] as string[]).length]).toEqual([1000, 1000]);
    expect(process.memoryUsage.rss() - before).toBeLessThan(200 * 2 ** 20);
  }
});
