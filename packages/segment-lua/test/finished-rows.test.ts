import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { trackRows } from '../src/import/finished-rows.js';

/** What the rows from 1 to `last` add up to. */
const sumOf = (last: number): number => (7 * last * (last + 1)) / 2;

describe('The rows that are finished', () => {
  test('are known again after a stop at any moment, in whatever order they finish', () => {
    const order = fc.integer({ min: 1, max: 60 }).chain((count) =>
      fc.tuple(
        fc.shuffledSubarray(
          Array.from({ length: count }, (_, i) => i + 1),
          { minLength: count },
        ),
        fc.nat(count),
      ),
    );
    fc.assert(
      fc.property(order, ([rows, stop]) => {
        const before = trackRows();
        for (const row of rows.slice(0, stop)) before.finish(row, row * 7);
        const after = trackRows(JSON.parse(JSON.stringify(before.snapshot())) as ReturnType<typeof before.snapshot>);
        for (const [at, row] of rows.entries()) expect(after.has(row)).toBe(at < stop);
        for (const row of rows.slice(stop)) after.finish(row, row * 7);
        expect(after.snapshot()).toEqual({ through: rows.length, sum: sumOf(rows.length), beyond: [], marks: [] });
      }),
    );
  });

  test('take no more room than those that wait for an earlier one', () => {
    const rows = trackRows();
    for (let row = 2; row <= 100; row += 1) rows.finish(row, row * 7);
    expect(rows.snapshot().beyond).toHaveLength(99);
    rows.finish(1, 7);
    expect(rows.snapshot()).toEqual({ through: 100, sum: sumOf(100), beyond: [], marks: [] });
  });
});
