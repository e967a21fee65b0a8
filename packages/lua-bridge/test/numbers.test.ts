import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { createLua } from '../src/index.js';
import { valuesOf } from './sandboxes.js';

const evaluate = async (expression: string, ...args: unknown[]): Promise<unknown[]> =>
  valuesOf(await createLua().run(`local a, b = ... return ${expression}`, { args }));

const int64 = fc.bigInt(-(2n ** 63n), 2n ** 63n - 1n);
const asResult = (value: bigint): number | bigint => {
  const wrapped = BigInt.asIntN(64, value);
  return Number.isSafeInteger(Number(wrapped)) ? Number(wrapped) : wrapped;
};
const floorDivide = (a: bigint, b: bigint): bigint => a / b - (a % b !== 0n && a < 0n !== b < 0n ? 1n : 0n);

describe('integers', () => {
  test('arithmetic and bits are those of 64-bit integers', async () => {
    await fc.assert(
      fc.asyncProperty(
        int64,
        int64.filter((b) => b !== 0n),
        async (a, b) => {
          expect(await evaluate('a + b, a - b, a * b, a // b, a % b, a & b, a | b, a ~ b, ~a, -a', a, b)).toEqual(
            [a + b, a - b, a * b, floorDivide(a, b), a - floorDivide(a, b) * b, a & b, a | b, a ^ b, ~a, -a].map(
              asResult,
            ),
          );
        },
      ),
      { numRuns: 150 },
    );
  });

  test('comparisons hold across integers and floats', async () => {
    await fc.assert(
      fc.asyncProperty(int64, int64, async (a, b) => {
        expect(await evaluate('a < b, a <= b, a == b', a, b)).toEqual([a < b, a <= b, a === b]);
      }),
      { numRuns: 50 },
    );
    expect(await evaluate('1 == 1.0, 2^53 == 2^53 | 0, math.maxinteger < math.huge, ({[1] = "x"})[1.0]')).toEqual([
      true,
      true,
      true,
      'x',
    ]);
  });

  test('shifts fill with zeros', async () => {
    expect(await evaluate('1 << 31, 1 << 62, 1 << 63, 1 << 64, -1 >> 1, -1 >> 63, 2^31 | 0')).toEqual([
      2147483648,
      2n ** 62n,
      -(2n ** 63n),
      0,
      2n ** 63n - 1n,
      1,
      2147483648,
    ]);
  });

  test('loops end at the last integer', async () => {
    expect(
      await evaluate(
        '(function() local n = 0 for i = math.maxinteger - 2, math.maxinteger do n = n + 1 end return n end)()',
      ),
    ).toEqual([3]);
    expect(
      await evaluate('(function() local n = 0 for i = 2147483645, 2147483649 do n = n + 1 end return n end)()'),
    ).toEqual([5]);
  });

  test('times in milliseconds do not wrap', async () => {
    expect(
      await evaluate('1732406400 * 1000, 2147483647 + 1, ("%d"):format(1732406400000), tostring(1732406400000)'),
    ).toEqual([1732406400000, 2147483648, '1732406400000', '1732406400000']);
    expect(Number((await evaluate('os.time() * 1000'))[0])).toBeGreaterThan(1.7e12);
  });

  test('counts on where integers are no longer numbers', async () => {
    const code = `
      local found = {}
      local function note(n, last) found[#found + 1] = n .. ' ' .. last end
      for _, to in ipairs({ 9007199254740992, 9007199254740993, math.maxinteger }) do
        local n, last = 0
        for i = 9007199254740990, to do n, last = n + 1, i if n > 20 then break end end
        note(n, last)
        n = 0
        for i = -9007199254740990, -to, -1 do n, last = n + 1, i if n > 20 then break end end
        note(n, last)
        n = 0
        for i = 9007199254740988, to, 3 do n, last = n + 1, i if n > 20 then break end end
        note(n, last)
      end
      return table.unpack(found)`;
    const expected = [
      '3 9007199254740992',
      '3 -9007199254740992',
      '2 9007199254740991',
      '4 9007199254740993',
      '4 -9007199254740993',
      '2 9007199254740991',
      '21 9007199254741010',
      '21 -9007199254741010',
      '21 9007199254741048',
    ];
    for (const compile of ['never', 'always'] as const)
      expect(valuesOf(await createLua({ compile }).run(code))).toEqual(expected);
  });
});

describe('floats as text', () => {
  test('read as C writes them', async () => {
    expect(
      await evaluate(
        'tostring(1e15), tostring(3.0), tostring(-0.0), tostring(1e100), tostring(1/0), tostring(-1/0), tostring(0.1)',
      ),
    ).toEqual(['1e+15', '3.0', '-0.0', '1e+100', 'inf', '-inf', '0.1']);
    expect(
      await evaluate('("%g %g %g %.3g %e %.0f %a"):format(1e20, 100000, 1e-5, 1234.5, 12345.678, 0.5, 1)'),
    ).toEqual(['1e+20 100000 1e-05 1.23e+03 1.234568e+04 0 0x1p+0']);
    expect(
      await evaluate(
        '("%5d|%-5d|%05d|%+d|%x|%X|%#x|%o|%5.2f|%10s|%-4s|%.2s|%c|%%"):format(42, 42, 42, 42, 255, 255, 255, 8, 3.14159, "hi", "a", "abc", 65)',
      ),
    ).toEqual(['   42|42   |00042|+42|ff|FF|0xff|10| 3.14|        hi|a   |ab|A|%']);
  });

  test('os.date knows UTC and the usual conversions', async () => {
    expect(await evaluate('os.date("!%Y-%m-%d %H:%M:%S %A %j %p", 1732406400)')).toEqual([
      '2024-11-24 00:00:00 Sunday 329 AM',
    ]);
    expect(
      await evaluate(
        'os.date("!*t", 0).year, os.time({year = 2024, month = 1, day = 32}) == os.time({year = 2024, month = 2, day = 1})',
      ),
    ).toEqual([1970, true]);
  });
});
