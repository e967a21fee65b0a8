import { stripVTControlCharacters } from 'node:util';

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import stringWidth from 'string-width';

import { paintExplained } from '../src/cli/terminal/explained-list.js';
import { layOut } from '../src/cli/terminal/table.js';

describe('A table', () => {
  test('never goes beyond the width, breaks a line or sends a control character', async () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 80 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 30, max: 200 }),
        async (rows, width) => {
          const lines = await layOut(rows, width);
          expect(lines).toHaveLength(rows.length);
          for (const line of lines) {
            expect(stringWidth(line)).toBeLessThanOrEqual(width);
            expect(line).not.toMatch(/\p{Cc}/u);
          }
        },
      ),
    );
  });

  test('lines its columns up, also where characters are wide', async () => {
    expect(
      await layOut(
        [
          ['A', 'B'],
          ['東京', 'x'],
          ['ok', 'y'],
        ],
        80,
      ),
    ).toEqual(['A     B', '東京  x', 'ok    y']);
  });
});

test('Sentences are never cut: what does not fit beside them stands above', async () => {
  const rows = [
    ['FIELD', 'WHAT IT IS'],
    ['--enabled', 'Whether it receives events from the start.'],
  ];
  const at = async (columns: string): Promise<string[]> => {
    process.env['COLUMNS'] = columns;
    return (await paintExplained(rows)).split('\n').map(stripVTControlCharacters);
  };
  expect(await at('60')).toEqual(['FIELD      WHAT IT IS', '--enabled  Whether it receives events from the start.']);
  expect(await at('30')).toEqual(['--enabled', '    Whether it receives events', '    from the start.']);
  delete process.env['COLUMNS'];
});
