import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { createLua, type Lua } from '../src/index.js';
import { writeCalls } from './differential/call-program.js';
import { writeLoops } from './differential/loop-program.js';
import { writeProgram } from './differential/program.js';
import { valuesOf } from './sandboxes.js';

/*
 * What is released has fengari's parser with many of its words replaced, and the other tests have it as it is: so both
 * must read the same.
 */

const built = (await import(new URL('../dist/index.js', import.meta.url).href)) as { createLua: typeof createLua };

const TOKENS =
  'and break do else elseif end false for function goto if in local nil not or repeat return then true until while + - * / // % ^ # & ~ | << >> == ~= <= >= < > = ( ) { } [ ] :: ; : , . .. ... x y z f t 1 2 0x10 3.5 1e400 "s" [[long]] 9223372036854775807 9223372036854775808'.split(
    ' ',
  );

const PHRASES = [
  'x = 1',
  'local x, y = f()',
  'local function f(a, ...) return a, ... end',
  'function t.a.b:m(x) return self, x end',
  'for i = 1, 10 do',
  'for k, v in pairs(t) do',
  'if x then',
  'elseif not y then',
  'repeat local z = 1 until z',
  'while x < y do',
  'goto done',
  '::done::',
  'return t[x], t.x, #t, -x',
  't[#t + 1] = { 1, 2, x = 3, [y] = 4, f() }',
  'x = a and b or c',
  'x = not (a == b) and a ~= nil',
  'x = "a" .. 1 .. y',
  'f "s" { 1 } :m(x)',
  'x = 2 ^ -3 + 7 // 2 % 3 << 1 | 4 & ~5',
  'break',
  'end',
];

const texts = fc
  .array(fc.oneof(fc.constantFrom(...TOKENS), fc.constantFrom(...PHRASES)), { maxLength: 16 })
  .map((parts) => parts.join(' '));

const repeat = (count: number, text: string | ((n: number) => string), between = ''): string =>
  Array.from({ length: count }, (_, n) => (typeof text === 'string' ? text : text(n))).join(between);

/* Texts at and beyond what a function may have of each thing. */
const large = [
  ...[199, 200, 201].map((count) => `local ${repeat(count, (n) => `a${n}`, ',')}`),
  ...[254, 255, 256].map((count) => {
    const names = repeat(count, (n) => `local a${n} = ${n} `).replace(/((local \w+ = \d+ ){150})/g, '$1 do ');
    const opened = names.split(' do ').length - 1;
    return `${names} return function() return ${repeat(count, (n) => `a${n}`, '+')} end ${repeat(opened, 'end ')}`;
  }),
  ...[190, 199, 200, 201].map((count) => `return ${repeat(count, '(')}1${repeat(count, ')')}`),
  ...[190, 200, 210].map((count) => `${repeat(count, 'do ')}${repeat(count, 'end ')}`),
  ...[240, 250, 260].map((count) => `return f(${repeat(count, (n) => `x${n}`, ',')})`),
  ...[190, 250, 260].map((count) => `return ${repeat(count, (n) => `x${n}`, '..')}`),
  `return { ${repeat(3000, '1,')} }`,
  `return { ${repeat(700, (n) => `k${n} = ${n}`, ',')} }`,
  `local t = {} ${repeat(300, (n) => `t.k${n} = "v${n}" `)} return t.k299`,
];

const reading = 'local read, reason = load(text, "=text") return read ~= nil, reason';

const answersOf = async (lua: Lua, text: string): Promise<unknown> =>
  valuesOf(await lua.set('text', text).run(reading));

test('what is released reads any text, or refuses it with the same words', async () => {
  const [own, released] = [createLua(), built.createLua()];
  await fc.assert(
    fc.asyncProperty(texts, async (text) => {
      expect(await answersOf(released, text)).toEqual(await answersOf(own, text));
    }),
    { numRuns: 2000 },
  );
}, 120_000);

test('what is released has the same limits', async () => {
  const [own, released] = [createLua(), built.createLua()];
  const read = await Promise.all(large.map((text) => answersOf(own, text)));
  expect(new Set(read.map((answers) => (answers as unknown[])[0]))).toEqual(new Set([true, false]));
  for (const [n, text] of large.entries()) expect(await answersOf(released, text)).toEqual(read[n]);
});

test.each([
  ['of all kinds of statements', writeProgram],
  ['that are all calls', writeCalls],
  ['that are all loops', writeLoops],
] as const)(
  'what is released makes the same code of random programs %s',
  async (_, write) => {
    const options = { compile: 'never', seed: 1, limits: { timeMs: Infinity, instructions: 300_000 } } as const;
    const [own, released] = [createLua(options), built.createLua(options)];
    for (const lua of [own, released]) lua.set('wait', (value: unknown) => Promise.resolve(value));
    let compared = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const program = write(seed);
      const [expected, got] = [await own.run(program), await released.run(program)];
      // Where one is stopped, the other may be stopped elsewhere.
      if ([expected, got].some((result) => !result.ok && result.error.code.startsWith('limit_'))) continue;
      compared++;
      expect({ seed, output: got.output }).toEqual({ seed, output: expected.output });
      // To look at memory is charged too, and takes place when it happens to be due.
      expect(Math.abs(got.usage.instructions - expected.usage.instructions)).toBeLessThanOrEqual(20);
    }
    expect(compared).toBeGreaterThan(30);
  },
  120_000,
);
