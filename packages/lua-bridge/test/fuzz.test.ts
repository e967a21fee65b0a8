import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { createLua } from '../src/index.js';
import { valuesOf } from './sandboxes.js';

/* Lua programs by grammar: mostly valid, over few names, so that values of all kinds meet. */
const name = fc.constantFrom('a', 'b', 'c', 't', 'f', 's');
const library = fc.constantFrom(
  'string.rep',
  'string.format',
  'string.gsub',
  'string.find',
  'string.byte',
  'string.sub',
  'string.pack',
  'string.unpack',
  'table.concat',
  'table.insert',
  'table.remove',
  'table.sort',
  'table.unpack',
  'table.move',
  'math.floor',
  'math.random',
  'math.max',
  'utf8.char',
  'utf8.len',
  'tostring',
  'tonumber',
  'pcall',
  'select',
  'setmetatable',
  'getmetatable',
  'rawset',
  'rawget',
  'next',
  'pairs',
  'type',
  'error',
  'load',
  'coroutine.wrap',
  'coroutine.create',
  'coroutine.resume',
  'json.encode',
  'json.decode',
  'os.date',
  'dump',
  'host',
  'parallel',
  'print',
);
const literal = fc.oneof(
  fc.constantFrom(
    'nil',
    'true',
    'false',
    '0',
    '1',
    '-1',
    '2^53',
    '1/0',
    '0/0',
    'math.maxinteger',
    'math.mininteger',
    '""',
    '"x"',
    '"%d"',
    '"(.-)%1"',
    '{}',
    '...',
    '"\\0\\255"',
  ),
  fc.integer().map(String),
  fc.string({ maxLength: 6 }).map((text) => JSON.stringify(text).replace(/\\u[0-9a-f]{4}/g, '')),
);

const { block } = fc.letrec<{ expression: string; statement: string; block: string }>((tie) => ({
  expression: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    literal,
    name,
    fc
      .tuple(
        tie('expression'),
        fc.constantFrom('+', '-', '*', '/', '//', '%', '^', '..', '==', '<', '<=', 'and', 'or', '&', '|', '<<', '>>'),
        tie('expression'),
      )
      .map(([a, op, b]) => `(${a} ${op} ${b})`),
    fc.tuple(fc.constantFrom('-', 'not ', '#', '~'), tie('expression')).map(([op, a]) => `(${op}${a})`),
    fc.tuple(library, fc.array(tie('expression'), { maxLength: 3 })).map(([fn, args]) => `${fn}(${args.join(', ')})`),
    fc.tuple(name, tie('expression')).map(([t, key]) => `${t}[${key}]`),
    fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `{${a}, k = ${b}, __index = ${a}, __add = f}`),
    tie('block').map((body) => `function(...) ${body} end`),
  ),
  statement: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.tuple(name, tie('expression')).map(([a, value]) => `${a} = ${value}`),
    fc.tuple(name, tie('expression')).map(([a, value]) => `local ${a} = ${value}`),
    fc.tuple(name, tie('expression'), tie('expression')).map(([t, key, value]) => `${t}[${key}] = ${value}`),
    tie('expression').map((value) => `pcall(${value})`),
    fc.tuple(tie('expression'), tie('block')).map(([test_, body]) => `if ${test_} then ${body} end`),
    fc.tuple(tie('expression'), tie('block')).map(([limit, body]) => `for a = 1, ${limit} do ${body} end`),
    fc.tuple(tie('expression'), tie('block')).map(([list, body]) => `for b, c in pairs(${list}) do ${body} end`),
    tie('block').map((body) => `while s do ${body} s = nil end`),
  ),
  block: fc.array(tie('statement'), { maxLength: 4 }).map((statements) => statements.join('; ')),
}));

const INSTRUCTIONS = 200_000;

test('no generated program crashes, hangs or leaves a trace', async () => {
  const lua = createLua({
    limits: {
      instructions: INSTRUCTIONS,
      timeMs: 400,
      memoryBytes: 8 * 2 ** 20,
      outputBytes: 10_000,
      stringBytes: 100_000,
    },
  });
  lua.set('host', (...args: unknown[]) => (args.length % 2 === 0 ? args[0] : Promise.resolve(args)));
  const globalsBefore = Object.getOwnPropertyNames(globalThis).length;
  await fc.assert(
    fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 3 }), async (blocks) => {
      const result = await lua.run(
        `local a, b, c, t, f, s = 1, 2.5, "x", {1, 2, k = 3}, function(...) return ... end, true; ${blocks.join('; ')}`,
      );
      expect(result.usage.instructions).toBeLessThan(2 * INSTRUCTIONS);
      if (!result.ok) expect(result.error.code).not.toBe('internal');
    }),
    { numRuns: 600 },
  );
  expect(Object.getOwnPropertyNames(globalThis)).toHaveLength(globalsBefore);
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(valuesOf(await lua.run('return 1 + 1, ("x"):upper(), #table.pack(1, 2)'))).toEqual([2, 'X', 2]);
});

test('no text makes the compiler crash', async () => {
  const lua = createLua();
  const token = fc.constantFrom(
    'if',
    'then',
    'end',
    'function',
    'local',
    '=',
    '==',
    '(',
    ')',
    '{',
    '}',
    '[[',
    ']]',
    '"',
    "'",
    '--',
    '\n',
    '1',
    '0x',
    '1e',
    '..',
    '...',
    'x',
    'goto',
    '::',
    '\\',
    '\u{1F600}',
    '\0',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(token, { maxLength: 25 }), async (tokens) => {
      const result = await lua.run(tokens.join(' '));
      if (!result.ok) expect(['syntax', 'runtime', 'limit_instructions']).toContain(result.error.code);
    }),
    { numRuns: 500 },
  );
});
