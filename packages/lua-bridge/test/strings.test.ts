import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { createLua } from '../src/index.js';
import { errorOf, valuesOf } from './sandboxes.js';

const run = async (code: string, ...args: unknown[]): Promise<unknown[]> =>
  valuesOf(await createLua().run(code, { args }));

describe('strings', () => {
  test('order and equality are those of their bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 6 }), fc.uint8Array({ maxLength: 6 }), async (a, b) => {
        const order = Buffer.compare(a, b);
        expect(await run('local a, b = ... local t = {[a] = 1} return a < b, a == b, t[b]', a, b)).toEqual([
          order < 0,
          order === 0,
          order === 0 ? 1 : undefined,
        ]);
      }),
      { numRuns: 100 },
    );
    expect(await run('return "\\n1" == "\\xa3\\1", "a\\tb" < "a b"')).toEqual([false, true]);
  });

  test('rep, sub, byte and reverse agree with a model', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ maxLength: 8 }),
        fc.integer({ min: -10, max: 10 }),
        fc.integer({ min: -10, max: 10 }),
        async (text, i, j) => {
          const from = i < 0 ? Math.max(text.length + i, 0) : Math.max(i - 1, 0);
          const to = j < 0 ? text.length + j + 1 : j;
          expect(
            await run('local s, i, j = ... return s:sub(i, j), s:rep(3), s:rep(3, "-"), s:reverse(), #s', text, i, j),
          ).toEqual([
            text.slice(from, Math.max(from, to)),
            text.repeat(3),
            [text, text, text].join('-'),
            Array.from(text).reverse().join(''),
            text.length,
          ]);
        },
      ),
      { numRuns: 100 },
    );
  });

  test('find with a plain needle agrees with indexOf', async () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(letters, letters, async (text, needle) => {
        const at = text.indexOf(needle);
        expect((await run('local s, n = ... return (s:find(n, 1, true))', text, needle))[0]).toBe(
          at < 0 ? undefined : at + 1,
        );
      }),
      { numRuns: 150 },
    );
  });

  test('patterns match as in Lua', async () => {
    expect(await run('return ("key = value"):match("^(%w+)%s*=%s*(%w+)$")')).toEqual(['key', 'value']);
    expect(await run('return ("THE (quick) fox"):find("%((%a+)%)")')).toEqual([5, 11, 'quick']);
    expect(await run('return ("hello world"):gsub("o", "0", 1)')).toEqual(['hell0 world', 1]);
    expect(await run('return ("abc"):gsub("%w", "%0%0")')).toEqual(['aabbcc', 3]);
    expect(await run('return ("$name is $age"):gsub("%$(%w+)", {name = "Ann", age = 3})')).toEqual(['Ann is 3', 2]);
    expect(await run('local t = {} for k, v in ("a=1, b=2"):gmatch("(%w+)=(%w+)") do t[k] = v end return t')).toEqual([
      { a: '1', b: '2' },
    ]);
    expect(await run('return ("f(a(b)c)d"):match("%b()"), ("THE END"):gsub("%f[%a]%a+", "x")')).toEqual([
      '(a(b)c)',
      'x x',
      2,
    ]);
    expect(await run('return ("äö"):len(), utf8.len("äö"), ("x"):rep(0)')).toEqual([4, 2, '']);
  });

  test('malformed patterns are errors, not crashes', async () => {
    for (const pattern of ['[a', '%', '(', ')', '%b', '%f', '%1', '(()']) {
      expect(errorOf(await createLua().run('return ("x"):match(...)', { args: [pattern] })).code).toBe('runtime');
    }
  });

  test('print and dump show tables readably, with cycles marked', async () => {
    const result = await createLua().run(
      'local t = {3, 2, b = 1, a = "x\\n", [10] = {}} t.self = t print(t) local s = {1} print({s, s})',
    );
    expect(result.output).toBe('{3, 2, [10] = {}, a = "x\\n", b = 1, self = <cycle>}\n{{1}, {1}}\n');
    const [text] = await run('return dump({text = ("x"):rep(60), other = ("y"):rep(60)})');
    expect(text).toBe(`{\n  other = "${'y'.repeat(60)}",\n  text = "${'x'.repeat(60)}"\n}`);
  });
});

/* Pieces of a pattern as Lua and JavaScript write them. */
const piece = fc
  .tuple(
    fc.constantFrom(
      ['a', 'a'],
      ['%d', '\\d'],
      ['[ab]', '[ab]'],
      ['%w', '[a-zA-Z0-9]'],
      ['[^%s]', '[^\\s]'],
      ['%-', '-'],
    ),
    fc.constantFrom(['', ''], ['*', '*'], ['+', '+'], ['-', '*?'], ['?', '?']),
    fc.boolean(),
  )
  .map(([[lua, js], [often, times], isCaptured]) =>
    isCaptured ? [`(${lua}${often})`, `(${js}${times})`] : [`${lua}${often}`, `${js}${times}`],
  );

test('patterns match what regular expressions do, in short texts and in long ones', async () => {
  const code = `
    local text, pattern, init = ...
    local one, first = text:match(pattern, init), text:find(pattern, init)
    return one, first, text:find(pattern, init)`;
  await fc.assert(
    fc.asyncProperty(
      fc.array(piece, { minLength: 1, maxLength: 6 }),
      fc.boolean(),
      fc.array(fc.constantFrom('a', 'b', '1', '-', ' '), { maxLength: 14 }).map((letters) => letters.join('')),
      async (pieces, isToEnd, text) => {
        const [lua, js] = [0, 1].map((n) => pieces.map((both) => both[n]).join('') + (isToEnd ? '$' : ''));
        const match = new RegExp(js as string).exec(text);
        for (const before of [0, 1100]) {
          const found = await run(code, '.'.repeat(before) + text, lua, before + 1);
          if (match === null) expect(found).toEqual([undefined, undefined, undefined]);
          else {
            const [whole, ...captures] = match;
            const start = before + match.index + 1;
            expect(found).toEqual([captures[0] ?? whole, start, start, start + whole.length - 1, ...captures]);
          }
        }
      },
    ),
    { numRuns: 300 },
  );
});

describe('regex', () => {
  test('matches, lists and replaces', async () => {
    expect(await run('return regex.match("2026-11-24", "(\\\\d+)-(\\\\d+)")')).toEqual(['2026', '11']);
    expect(await run('return regex.match_all("a1b22", "\\\\d+"), regex.match_all("a1b22", "([a-z])(\\\\d+)")')).toEqual(
      [
        ['1', '22'],
        [
          ['a', '1'],
          ['b', '22'],
        ],
      ],
    );
    expect(await run('return regex.gsub("John Smith", "(\\\\w+) (\\\\w+)", "$2 $1")')).toEqual(['Smith John', 1]);
    expect(await run('return regex.gsub("abc", "[bc]", function(c) return c:upper() end)')).toEqual(['aBC', 2]);
    expect(
      await run(
        'return regex.gsub("a-b", "(\\\\w)-(\\\\w)", "${2}$$$0 é$1"), regex.gsub("aé", "é", "$0$0", 1), regex.gsub("", "x*", "-")',
      ),
    ).toEqual(['b$a-b éa', 'aéé', '-', 1]);
    expect(errorOf(await createLua().run('regex.match("x", "(")')).message).toContain('regex: ');
  });

  test('takes linear time where backtracking explodes', async () => {
    const started = performance.now();
    expect(await run('return regex.match(("a"):rep(3000) .. "!", "^(a+)+$")')).toEqual([undefined]);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
