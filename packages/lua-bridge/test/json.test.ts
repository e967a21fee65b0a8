import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { createLua } from '../src/index.js';
import { errorOf, valuesOf } from './sandboxes.js';

const run = async (code: string, ...args: unknown[]): Promise<unknown[]> =>
  valuesOf(await createLua().run(code, { args }));

/* Integers beyond 2^53 are exact in Lua only, 0 has one sign in JSON, and a surrogate alone is no text in UTF-8. */
const wellFormed = (text: string): string => Buffer.from(text).toString();

const plain = (_key: string, value: unknown): unknown => {
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'string') return wellFormed(value);
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [wellFormed(name), item as unknown]));
};

const plainOf = (values: readonly unknown[]): unknown => JSON.parse(JSON.stringify(values, plain));

/* Every character that is not plain ASCII as an escape, or two if it is a pair of surrogates. */
const escaped = (text: string): string =>
  text.replace(/[^ -~\s]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

const read = (text: string): unknown[] | undefined => {
  try {
    return [JSON.parse(text) as unknown];
  } catch {
    return undefined;
  }
};

describe('json', () => {
  test('encodes and decodes', async () => {
    expect(await run('return json.encode({1, {a = json.null, b = json.array()}, "x\\n", 1.5, true, {}})')).toEqual([
      '[1,{"a":null,"b":[]},"x\\n",1.5,true,{}]',
    ]);
    expect(
      await run(
        'local v = json.decode(\'{"a": [1, null, 2.5], "b": null, "c": 9007199254740991}\') return v.a[2] == json.null, v.b == json.null, v.c, math.type(v.c)',
      ),
    ).toEqual([true, true, 9007199254740991, 'integer']);
  });

  test('decodes what JSON.stringify writes, and encodes what JSON.parse reads', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 3 }), async (value) => {
        const [text] = await run('return json.encode(json.decode(...))', JSON.stringify(value));
        expect(JSON.parse(text as string)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: 150 },
    );
  });

  test('refuses what JSON cannot hold', async () => {
    for (const value of ['print', '0/0', '1/0', '{[{}] = 1}', 'setmetatable({}, {}), coroutine.create(print)']) {
      const { code, message } = errorOf(await createLua().run(`json.encode({${value}})`));
      expect([code, message]).toEqual(['runtime', expect.stringContaining('json.encode: cannot encode')]);
    }
    expect(errorOf(await createLua().run('local t = {} t.t = t json.encode(t)')).message).toContain('inside itself');
    expect(errorOf(await createLua().run('json.decode("{")')).message).toContain('json.decode');
  });

  test('reads exactly what the host reads, however it is written', async () => {
    const space = fc.string({ unit: fc.constantFrom(' ', '\n', '\t', '\r'), maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(
        fc.jsonValue({ maxDepth: 4, stringUnit: 'grapheme' }),
        space,
        fc.constantFrom(escaped, String),
        async (value, around, written) => {
          const compact = JSON.stringify(value, undefined, around);
          const text = `${around}${written(compact)}${around}`;
          expect(plainOf(await run('return json.decode(...)', text))).toEqual(plainOf([JSON.parse(text)]));
        },
      ),
      { numRuns: 200 },
    );
  });

  test('takes and refuses what the host takes and refuses', async () => {
    const piece = fc.constantFrom(
      '[',
      ']',
      '{',
      '}',
      ',',
      ':',
      '"',
      '"a"',
      '\\',
      '\\u12',
      '\\ud83d\\ude00',
      '\\ud800',
      '0',
      '1',
      '-',
      '.',
      'e5',
      '+',
      'true',
      'fals',
      'null',
      ' ',
      '\n',
      '\u0001',
      'é',
    );
    const soup = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
    const damaged = fc
      .tuple(fc.json(), fc.nat(), piece)
      .map(
        ([text, at, added]) => text.slice(0, at % (text.length + 1)) + added + text.slice((at % (text.length + 1)) + 1),
      );
    await fc.assert(
      fc.asyncProperty(fc.oneof(soup, damaged), async (text) => {
        const [ok, got] = await run('local t = ... return pcall(json.decode, t)', text);
        const expected = read(text);
        expect([text, ok]).toEqual([text, expected !== undefined]);
        if (expected !== undefined) expect(plainOf([got])).toEqual(plainOf(expected));
      }),
      { numRuns: 400 },
    );
  });

  test('keeps integers of 64 bits exact both ways', async () => {
    const text = '[9007199254740993,-9223372036854775808,9223372036854775807,9223372036854775808,1e3,-0]';
    expect(
      await run(
        'local t = json.decode(...) return json.encode(t), math.type(t[1]), math.type(t[4]), math.type(t[5])',
        text,
      ),
    ).toEqual([
      '[9007199254740993,-9223372036854775808,9223372036854775807,9223372036854776000,1000,0]',
      'integer',
      'float',
      'integer',
    ]);
  });

  test.each([
    ['', 'a value expected at line 1, column 1, got the end of the text'],
    ['{"a": 1,\n "b": }', "a value expected at line 2, column 7, got '}'"],
    ['[1, 2', "',' or ']' expected at line 1, column 6, got the end of the text"],
    ['{"a": 1 "b": 2}', "',' or '}' expected at line 1, column 9, got '\"'"],
    ['{a: 1}', "a key in double quotes expected at line 1, column 2, got 'a'"],
    ['{"a" 1}', "':' expected at line 1, column 6, got '1'"],
    ['[01]', "a number expected at line 1, column 2, got '0'"],
    ['["a\nb"]', 'an escape such as \\n expected at line 1, column 4, got character 10'],
    ['"\\x"', "one of \"\\/bfnrtu expected at line 1, column 3, got 'x'"],
    ['"\\u12g4"', "a hexadecimal digit expected at line 1, column 6, got 'g'"],
    ['"abc', "'\"' expected at line 1, column 5, got the end of the text"],
    ['[1] 2', "the end of the text expected at line 1, column 5, got '2'"],
    ['é', "a value expected at line 1, column 1, got 'é'"],
    ['['.repeat(201), 'nested deeper than 200 levels'],
  ])('says of %j what is wrong, and where', async (text, message) => {
    const [ok, error] = await run('return pcall(json.decode, ...)', text);
    expect([ok, error]).toEqual([false, `json.decode: ${message}`]);
  });

  test('keeps bytes that are no UTF-8, and the last of two fields of one name', async () => {
    expect(await run('return json.decode(...), json.decode(\'{"a":1,"a":2}\').a', Uint8Array.of(34, 255, 34))).toEqual([
      Uint8Array.of(255),
      2,
    ]);
  });

  test('counts what it makes while it makes it', async () => {
    const result = await createLua({ limits: { memoryBytes: 2 ** 20 } }).run(
      'json.decode("[" .. ("{},"):rep(20000) .. "1]")',
    );
    expect(errorOf(result).code).toBe('limit_memory');
  });
});
