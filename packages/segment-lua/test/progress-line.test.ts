import { describe, expect, test } from '@jest/globals';

import { writeProgress } from '../src/cli/commands/import/progress-line.js';

const counts = { rows: 12_000, delivered: 24_000, failed: 3 };
const nothing = { rows: 0, delivered: 0, failed: 0 };

describe('The progress of an import', () => {
  test('is told with the rate, the share and the time that is left', () => {
    expect(writeProgress({ counts, share: () => 0.25 }, nothing, 2)).toBe(
      '12,000 rows · 12,000 events/s · 3 failed · 25% · 6 s left',
    );
  });

  test('does not count what an earlier process did', () => {
    expect(writeProgress({ counts, share: () => undefined }, { rows: 6_000, delivered: 14_000, failed: 0 }, 2)).toBe(
      '12,000 rows · 5,000 events/s · 3 failed',
    );
  });
});
